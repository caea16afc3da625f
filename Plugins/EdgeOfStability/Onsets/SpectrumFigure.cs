using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>The eigenvalues of the Hessian at the balanced minimum that are not zero.</summary>
internal static class SpectrumFigure
{
    public static Figure Draw(HessianSpectrum spectrum)
    {
        int count = spectrum.LearnedCount, zeros = spectrum.Measured.Count - count;
        double[] ranks = [.. Enumerable.Range(1, count).Select(rank => (double)rank)];
        double[] shown = [.. spectrum.Measured.Take(count).Select(value => value > 0 ? value : double.NaN)];
        return new Figure
        {
            Id = "spectrum",
            Title = $"A Hessian of {NumberText.Of(spectrum.Measured.Count)} weights has {NumberText.Of(count)} eigenvalues that matter",
            Subtitle = $"depth $L = {NumberText.Of(spectrum.Network.Depth)}$, balanced minimum",
            Caption = $"The {NumberText.Of(count)} largest eigenvalues are $\\lambda_{{ij}} = \\sum_l s_i^{{2l/L}} s_j^{{2(L-1-l)/L}}$, one per entry of the product; the other {NumberText.Of(zeros)} vanish, along the valley of minima. "
                + $"All agree with that to a relative {Rounded.Text(spectrum.LargestError, 2)} of the sharpness $\\lambda_{{11}} = {Rounded.Text(spectrum.Predicted[0])}$.",
            AltText = "Eigenvalues of the Hessian by rank on a logarithmic axis: measured points on the predicted staircase, in which off-diagonal pairs of modes come twice.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("rank"),
                    Y = Axis.Logarithmic("eigenvalue of the Hessian"),
                    Legend = LegendPlacement.Inside,
                    Marks =
                    [
                        new Scatter { Id = "measured", Label = "measured", Color = 0, X = ranks, Y = shown },
                        new Step { Id = "predicted", Label = "$\\lambda_{ij}$", Role = MarkRole.Theory, X = ranks, Y = [.. spectrum.Predicted.Take(count)] },
                    ],
                },
            ],
            ClaimIds = ["hessian-spectrum"],
        };
    }
}
