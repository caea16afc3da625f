using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Ratios;

/// <summary>Where w₁/w₂ ends, against the size of the start.</summary>
internal static class FinalRatioFigure
{
    private const string Size = "initial weight $w_1(0)/s^{1/3}$";

    public static Figure Draw(RatioStudy study)
    {
        double unit = study.Runs.WeightUnit;
        double[] sizes = [.. study.Sweep.Select(ending => ending.Start[0] / unit)];
        double second = RatioStudy.SweepSecondWeight;
        double error = study.Sweep.Max(ending => ending.Ratio.RelativeError);
        return new Figure
        {
            Id = "final-ratio",
            Title = "Final ratio of the weights against the start",
            Subtitle = $"$w_2(0) = {Rounded.Text(second)}\\,s^{{1/3}}$, {sizes.Length} starts",
            Caption = $"(a) The final ratio and that at the root of $2w_2^3 + cw_2 = s$, $c = w_1(0)^2 - 2w_2(0)^2$. (b) Their relative difference, at most {Rounded.Text(error, 2)}. The ratio is {Rounded.Text(study.Sweep[0].Ratio.Measured)} from $w_1(0) = {Rounded.Text(sizes[0])}\\,s^{{1/3}}$, "
                + $"{Rounded.Text(study.Sweep[^1].Ratio.Measured)} from ${Rounded.Text(sizes[^1])}\\,s^{{1/3}}$.",
            AltText = "Final ratio against the initial first weight, both logarithmic: flat at the square root of 2 for small starts, then rising as the third power; the measured curve lies on the predicted one. Beside it the relative errors, far below the bound.",
            Size = new FigureSize(1060, 400),
            Columns = 2,
            Panels = [Ratios(study, sizes), Errors(study, sizes)],
            ClaimIds = ["note1-47-final-state"],
            Findings =
            [
                new()
                {
                    Title = "Where the ratio ends is fixed by the start",
                    Caption = "It is $\\sqrt{2}$ as long as the start is small beside $s^{1/3}$.",
                    ClaimIds = ["note1-47-final-state"],
                },
            ],
        };
    }

    private static Panel Ratios(RatioStudy study, double[] sizes) => new()
    {
        X = Axis.Logarithmic(Size),
        Y = Axis.Logarithmic("final ratio $w_1/w_2$"),
        Marks =
        [
            new ReferenceLine { Id = "square-root-of-two", Label = "$\\sqrt{2}$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = Math.Sqrt(2) },
            new ReferenceLine { Id = "one", Label = "1, the note", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 1 },
            new Line { Id = "measured", Label = "measured", Color = Palette.Quadratic, X = sizes, Y = [.. study.Sweep.Select(ending => ending.Ratio.Measured)] },
            new Line { Id = "root", Label = "root of $2w_2^3 + cw_2 = s$", Role = MarkRole.Theory, X = sizes, Y = [.. study.Sweep.Select(ending => ending.Ratio.Predicted)] },
        ],
    };

    private static Panel Errors(RatioStudy study, double[] sizes) => new()
    {
        X = Axis.Logarithmic(Size),
        Y = Axis.Logarithmic("relative error of the ratio against the root"),
        Marks =
        [
            new ReferenceLine { Id = "bound", Label = "bound", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = RatioClaims.FinalStateTolerance },
            new Scatter { Id = "error", Color = Palette.Quadratic, X = sizes, Y = [.. study.Sweep.Select(ending => ending.Ratio.RelativeErrorAboveRounding)] },
        ],
    };
}
