using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.FinalRatios;

/// <summary>Where the ratio ends, against the size of the start.</summary>
internal static class FinalRatioFigure
{
    private const int TheoryPoints = 200;
    private const string Size = "initial weight $a = w_1(0)/\\sqrt{s}$";

    public static Figure Draw(FinalRatioStudy study)
    {
        double[] sizes = [.. study.Sweep.Select(ending => ending.Start[0] / study.Runs.WeightUnit)];
        IReadOnlyList<double> curve = Spacing.Logarithmic(sizes[0], sizes[^1], TheoryPoints);
        return new Figure
        {
            Id = "final-ratio",
            Title = "The golden ratio marks the note's threshold, which is no sharp one",
            Subtitle = $"$w_2(0) = 10^{{-6}}\\sqrt{{s}}$, {sizes.Length} starts",
            Caption = $"The final ratio is $\\exp(\\text{{asinh}}(a^2/2))$ from $w_1(0) = a\\sqrt{{s}}$, met to a relative {Rounded.Text(study.Sweep.Max(ending => ending.Ratio.RelativeError), 2)}. At $a = 1$ it is {Rounded.Text(study.AtSquareRoot.Ratio.Measured, 7)}, "
                + $"the golden ratio; within 10 % the weights end up to $a = {Rounded.Text(study.TenPercentThreshold.Middle)}$. The note's heuristic max(1, $a^2$) is right at both ends and off by that factor 1.618 in between.",
            AltText = "Final ratio against the scaled initial weight, both logarithmic: flat at 1, bending upwards around a = 1 where it is 1.618, then rising as the square. The heuristic has a sharp corner there. Beside it the relative errors of the measured ratios, far below the bound.",
            Size = new FigureSize(1060, 400),
            Columns = 2,
            Panels = [Ratios(study, sizes, curve), Errors(study, sizes)],
            ClaimIds = ["note1-27-final-ratio", "note1-53-golden-ratio", "note1-53-threshold", "note1-53-threshold-ten-percent"],
        };
    }

    private static Panel Ratios(FinalRatioStudy study, double[] sizes, IReadOnlyList<double> curve) => new()
    {
        X = Axis.Logarithmic(Size),
        Y = Axis.Logarithmic("final ratio $\\rho = w_1/w_2$"),
        Marks =
        [
            new Line { Id = "heuristic", Label = "heuristic max(1, $a^2$)", Role = MarkRole.Reference, X = curve, Y = [.. curve.Select(a => Math.Max(1, a * a))] },
            new Line { Id = "measured", Label = "measured", Color = Palette.Ratio, X = sizes, Y = [.. study.Sweep.Select(ending => ending.Ratio.Measured)] },
            new Line { Id = "exact", Label = "$\\exp(\\text{asinh}(a^2/2))$", Role = MarkRole.Theory, X = curve, Y = [.. curve.Select(a => Math.Exp(Math.Asinh(a * a / 2)))] },
            new Scatter { Id = "golden-ratio", Label = "golden ratio at $a = 1$", Color = Palette.Product, X = [1], Y = [study.AtSquareRoot.Ratio.Measured] },
        ],
    };

    private static Panel Errors(FinalRatioStudy study, double[] sizes) => new()
    {
        X = Axis.Logarithmic(Size),
        Y = Axis.Logarithmic("relative error of the final ratio"),
        Marks =
        [
            new ReferenceLine { Id = "bound", Label = "bound of the claim", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = FinalRatioClaims.Tolerance },
            new Scatter { Id = "error", Label = "measured against $\\exp(\\text{asinh}(a^2/2))$", Color = Palette.Ratio, X = sizes, Y = [.. study.Sweep.Select(ending => ending.Ratio.RelativeErrorAboveRounding)] },
        ],
    };
}
