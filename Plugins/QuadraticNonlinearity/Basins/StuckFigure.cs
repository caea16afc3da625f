using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>How often Gaussian starts are stuck, by width.</summary>
internal static class StuckFigure
{
    public static Figure Draw(StuckStudy study)
    {
        double[] widths = [.. study.Networks.Select(stuck => (double)stuck.Width)];
        return new Figure
        {
            Id = "stuck-fraction",
            Title = "Width helps: a network is stuck only if each of its units is",
            Subtitle = $"{study.Networks[0].Starts} Gaussian starts per width; bars: one standard error",
            Caption = "Fraction of small Gaussian starts from which a network of quadratic units never learns its target: "
                + string.Join(", ", study.Networks.Select(stuck => $"{Text(stuck)} at width {NumberText.Of(stuck.Width)} (predicted {Rounded.Text(stuck.Predicted)})"))
                + $". For $w_1^2w_2$ itself it is {Text(study.Monomial)} of {study.Monomial.Starts} starts of any size: the fraction $\\arctan(\\sqrt{{2}})/\\pi$ of directions below $w_2 = -|w_1|/\\sqrt{{2}}$. Bars and ± are one standard error.",
            AltText = "Fraction of starts that are stuck against the width of the network, on a logarithmic axis: points with small error bars on a dashed line that falls by a factor of three for each unit.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("hidden width $h$").Between(0, widths[^1] + 1),
                    Y = Axis.Logarithmic("fraction of starts that is stuck"),
                    Marks =
                    [
                        new Line
                        {
                            Id = "predicted",
                            Label = "$(\\arctan(\\sqrt{2})/\\pi)^h$",
                            Role = MarkRole.Theory,
                            X = [0, widths[^1] + 1],
                            Y = [1, Math.Pow(StuckStudy.OfOneUnit, widths[^1] + 1)],
                        },
                        new ErrorBars
                        {
                            Id = "measured",
                            Label = "measured",
                            Color = Palette.Stuck,
                            X = widths,
                            Y = [.. study.Networks.Select(stuck => stuck.Measured)],
                            Lower = [.. study.Networks.Select(stuck => stuck.Measured - stuck.Uncertainty)],
                            Upper = [.. study.Networks.Select(stuck => stuck.Measured + stuck.Uncertainty)],
                        },
                    ],
                    Legend = LegendPlacement.Inside,
                },
            ],
            ClaimIds = ["note1-49-stuck-fraction", .. study.Networks.Select(stuck => $"note1-49-stuck-network-{NumberText.Of(stuck.Width)}")],
        };
    }

    private static string Text(StuckFraction stuck) => $"${Rounded.WithUncertainty(stuck.Measured, stuck.Uncertainty)}$";
}
