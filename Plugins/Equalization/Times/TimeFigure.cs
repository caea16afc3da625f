using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Times;

/// <summary>Time to equalize and time to learn against the scale of the start.</summary>
internal static class TimeFigure
{
    private const string Scale = "scale of the start $w_1(0)/\\sqrt{s}$";

    public static Figure Draw(TimeStudy study)
    {
        double[] scales = [.. study.Points.Select(point => point.Scale)];
        TimePoint smallest = study.Points[0];
        TimePoint largest = study.Points[^1];
        return new Figure
        {
            Id = "times",
            Title = "Small starts equalize in a fixed time, and learn later the smaller they are",
            Subtitle = $"$w_2(0) = {Rounded.Text(TimeStudy.InitialRatio)}\\,w_1(0)$, $s = {Rounded.Text(study.Runs.Target)}$, {study.Points.Count} starts",
            Caption = $"(a) The ratio falls to {Rounded.Text(TimeStudy.EqualRatio)} in {Rounded.Text(smallest.Equalized.Measured, 6)} from the smallest start (predicted {Rounded.Text(smallest.Equalized.Predicted, 6)}, whatever the scale), "
                + $"while the product needs {Rounded.Text(smallest.Learned.Measured)} to reach $s/2$. (b) The formula holds up to the square of the scale, and far below to the accuracy of the solves; from $w_1(0) = {Rounded.Text(largest.Scale)}\\sqrt{{s}}$ learning already slows equalizing, by {Rounded.Text(100 * largest.Equalized.RelativeError, 2)} %.",
            AltText = "Two times against the scale of the start on a logarithmic axis: a flat line for the time to equalize, and above it a straight falling line for the time to learn. Beside it the relative distance of the time to equalize from its formula, which grows as the square of the scale.",
            Size = new FigureSize(1060, 400),
            Columns = 2,
            Panels = [Times(study, scales), Excess(study, scales)],
            ClaimIds = ["note1-53-time-to-equalize", "note1-53-time-to-equalize-exact", "note1-28-time-to-learn"],
        };
    }

    private static Panel Times(TimeStudy study, double[] scales) => new()
    {
        X = Axis.Logarithmic(Scale),
        Y = Axis.Linear("flow time $t$"),
        Marks =
        [
            new Line { Id = "learn", Label = "time to learn: $w_1w_2 = s/2$", Color = Palette.Product, X = scales, Y = [.. study.Points.Select(point => point.Learned.Measured)] },
            new Line { Id = "equalize", Label = "time to equalize: $w_1/w_2 = 1.1$", Color = Palette.Ratio, X = scales, Y = [.. study.Points.Select(point => point.Equalized.Measured)] },
            new Line { Id = "learn-theory", Label = "closed forms", Role = MarkRole.Theory, X = scales, Y = [.. study.Points.Select(point => point.Learned.Predicted)] },
            new Line { Id = "equalize-theory", Role = MarkRole.Theory, X = scales, Y = [.. study.Points.Select(point => point.ExactEqualization)] },
        ],
    };

    /// <summary>By how much the time to equalize differs from the formula of small starts.</summary>
    private static Panel Excess(TimeStudy study, double[] scales) => new()
    {
        X = Axis.Logarithmic(Scale),
        Y = Axis.Logarithmic("relative distance to the formula of small starts"),
        Marks =
        [
            new ReferenceLine { Id = "bound", Label = "bound of the claim", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = TimeClaims.Tolerance },
            new ReferenceLine { Id = "largest-small-scale", Label = "largest scale of the claim", Role = MarkRole.Reference, Orientation = Orientation.Vertical, Value = TimeStudy.LargestSmallScale },
            new Scatter { Id = "distance", Label = "time to equalize", Color = Palette.Ratio, X = scales, Y = [.. study.Points.Select(point => point.Equalized.RelativeErrorAboveRounding)] },
            new Line
            {
                Id = "distance-theory",
                Label = "closed form",
                Role = MarkRole.Theory,
                X = scales,
                Y = [.. study.Points.Select(point => (point.Equalized with { Measured = point.ExactEqualization }).RelativeErrorAboveRounding)],
            },
        ],
    };
}
