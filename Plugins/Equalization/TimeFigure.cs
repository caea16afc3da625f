using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization;

/// <summary>Time to equalize and time to learn against the scale of the start.</summary>
internal static class TimeFigure
{
    public static Figure Draw(TimeStudy study)
    {
        double[] scales = [.. study.Points.Select(point => point.Scale)];
        TimePoint smallest = study.Points[0];
        TimePoint largest = study.Points[^1];
        return new Figure
        {
            Id = "times",
            Title = "Small starts equalize in a fixed time, and learn later the smaller they are",
            Subtitle = $"$w_2(0) = {Rounded.Text(TimeStudy.InitialRatio)}\\,w_1(0)$, $s = {Rounded.Text(study.Runs.Target)}$",
            Caption = $"The ratio falls to {Rounded.Text(TimeStudy.EqualRatio)} in {Rounded.Text(smallest.Equalized.Measured, 6)} from the smallest start (predicted {Rounded.Text(smallest.Equalized.Predicted, 6)}, whatever the scale), "
                + $"while the product needs {Rounded.Text(smallest.Learned.Measured)} to reach $s/2$. From $w_1(0) = {Rounded.Text(largest.Scale)}\\sqrt{{s}}$ learning already slows equalizing, by {Rounded.Text(100 * largest.Equalized.RelativeError, 2)} %.",
            AltText = "Two times against the scale of the start on a logarithmic axis: a flat line for the time to equalize, and above it a straight falling line for the time to learn.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Logarithmic("scale of the start $w_1(0)/\\sqrt{s}$"),
                    Y = Axis.Linear("flow time $t$"),
                    Marks =
                    [
                        new ReferenceLine { Id = "equalize-small", Label = "formula for small starts", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = smallest.Equalized.Predicted },
                        new Line { Id = "equalize-theory", Label = "closed forms", Role = MarkRole.Theory, X = scales, Y = [.. study.Points.Select(point => point.ExactEqualization)] },
                        new Line { Id = "learn-theory", Role = MarkRole.Theory, X = scales, Y = [.. study.Points.Select(point => point.Learned.Predicted)] },
                        new Scatter { Id = "learn", Label = "time to learn: $w_1w_2 = s/2$", Color = Palette.Product, X = scales, Y = [.. study.Points.Select(point => point.Learned.Measured)] },
                        new Scatter { Id = "equalize", Label = "time to equalize: $w_1/w_2 = 1.1$", Color = Palette.Ratio, X = scales, Y = [.. study.Points.Select(point => point.Equalized.Measured)] },
                    ],
                    Legend = LegendPlacement.Inside,
                },
            ],
            ClaimIds = ["note1-53-time-to-equalize", "note1-53-time-to-equalize-exact", "note1-28-time-to-learn"],
        };
    }
}
