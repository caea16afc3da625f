using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The two forces on the encoder of each mode; colour i is mode i.</summary>
internal static class ForceFigure
{
    /// <summary>Range of the logarithmic axis below the largest force: what is smaller is rounding beside it.</summary>
    private const double SmallestShown = 1e-10;

    public static Figure Draw(RandomStartRun run)
    {
        ForceSplit[] forces = [.. run.ShownTimes.Select((_, k) => ForceSplit.Of(run.Start.Network, run.Trajectory.State(k)))];
        double largest = forces.Max(force => Math.Max(force.EncoderBenefit.LargestMagnitude(), force.EncoderInterference.LargestMagnitude()));
        return new Figure
        {
            Id = "forces",
            Title = "Feature benefit makes a vector grow; interference turns it while a stronger one is there",
            Caption =
                "Lengths of the two forces on each encoder vector $W^e_i$. (a) Feature benefit $(s_i - W^e_i \\cdot W^d_i)W^d_i$ peaks while the mode is learned and then vanishes. "
                + "(b) Interference $-\\sum_{j \\ne i} (W^e_i \\cdot W^d_j)W^d_j$ rises with each stronger mode, to a sizeable part of the benefit of a mode not yet learned, until $W^e_i$ is perpendicular to it. Dashed: the predicted half-times $T_i$.",
            AltText = "Two panels of force against time on logarithmic axes: the feature benefit of each mode rises to a peak at its half-time and falls; interference of the weaker modes rises and falls with every stronger mode.",
            Size = FigureSize.TwoColumns,
            Columns = 2,
            Panels =
            [
                Panel("benefit", "feature benefit", force => force.EncoderBenefit),
                Panel("interference", "interference", force => force.EncoderInterference),
            ],
            ClaimIds = ["note0-05-two-forces", "note0-14-feature-benefit"],
        };

        Panel Panel(string id, string name, Func<ForceSplit, Matrix> part) => new()
        {
            Title = name,
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Logarithmic("force on $W^e_i$").Between(SmallestShown * largest, 3 * largest),
            Marks =
            [
                .. run.Start.Learned.Where(i => run.Start.PredictedHalfTimes[i] > 0).Select(i => new ReferenceLine
                {
                    Id = $"{id}-time-{i + 1}",
                    Label = $"$T_{{{i + 1}}}$",
                    Role = MarkRole.Theory,
                    Orientation = Orientation.Vertical,
                    Value = run.Start.PredictedHalfTimes[i],
                    Color = i,
                }),
                .. run.Start.ModesByRank.Select(i => new Line
                {
                    Id = $"{id}-{i + 1}",
                    Label = $"mode {i + 1}",
                    X = run.ShownTimes,
                    Y = [.. forces.Select(force => Length(part(force).Row(i))).Select(length => length > SmallestShown * largest ? length : double.NaN)],
                    Color = i,
                }),
            ],
        };
    }

    private static double Length(IReadOnlyList<double> vector) => Math.Sqrt(vector.Sum(value => value * value));
}
