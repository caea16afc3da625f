using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DeepLinearNetwork.Gaussian;

/// <summary>How well a product describes a network, against the size of a Gaussian start.</summary>
internal static class RiseFigure
{
    public static Figure Draw(RiseStudy study)
    {
        double[] sizes = [.. study.Sizes.SelectMany(size => Enumerable.Repeat(size, RiseStudy.StartsPerSize))];
        double[] quotients = [.. study.Quotients.SelectMany(values => values)];
        return new Figure
        {
            Id = "gaussian-starts",
            Title = "Rise times of mode 1 from Gaussian starts",
            Subtitle = $"depth $L = {NumberText.Of(study.Task.Depth)}$, hidden width {NumberText.Of(study.Task.HiddenWidth)}, {NumberText.Of(RiseStudy.StartsPerSize)} Gaussian starts of each size",
            Caption = $"Time in which mode 1 rises from $s_1/10$ to $9s_1/10$, over that of a product of $L$ weights. The median is {Rounded.Text(study.Medians[0])} at the smallest size and {Rounded.Text(study.Medians[^1])} at the largest, and of single starts at most {Rounded.Text(study.LargestQuotient)}. Points: starts; line: medians.",
            AltText = "Quotient of rise times against the size of the start on a logarithmic axis: points gather at one for small starts and spread away from it for large ones.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Logarithmic("size of the start $σ\\sqrt{h}/s_1^{1/L}$"),
                    Y = Axis.Linear("rise time, network over product"),
                    Marks =
                    [
                        new ReferenceLine { Id = "product", Label = "product of $L$ weights", Role = MarkRole.Theory, Orientation = Orientation.Horizontal, Value = 1 },
                        new Scatter { Id = "starts", Label = "Gaussian starts", Color = Palette.Gaussian, X = sizes, Y = quotients },
                        new Line { Id = "median", Label = "median", Color = Palette.Balanced, X = study.Sizes, Y = study.Medians },
                    ],
                },
            ],
            ClaimIds = ["note1-26-gaussian-start", "note1-26-gaussian-excess"],
            Findings =
            [
                new()
                {
                    Title = "A network is a product of weights only from small starts",
                    Caption = "The weights of larger starts are not aligned yet.",
                    ClaimIds = ["note1-26-gaussian-start", "note1-26-gaussian-excess"],
                },
                new() { Title = "From small starts a network rises as a product of weights", ClaimIds = ["note1-26-gaussian-start"] },
                new()
                {
                    Caption = $"The excess of the median vanishes as the size to the power {(study.ExcessFit is { } fit ? $"${Rounded.WithUncertainty(fit.Exponent, fit.ExponentInterval(FitUncertainty.Window).HalfWidth)}$" : "?")} (95 % interval), predicted ${Rounded.Text(study.ExcessExponent)} = 2(1 - s_2/s_1)$.",
                    ClaimIds = ["note1-26-gaussian-excess"],
                },
            ],
        };
    }
}
