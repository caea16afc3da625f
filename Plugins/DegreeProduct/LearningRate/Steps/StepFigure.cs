using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>Steps of both phases against the start, at the setting's κ and near the flow.</summary>
internal static class StepFigure
{
    private const int CurvePoints = 60;

    public static Figure Draw(IReadOnlyList<StepSweep> sweeps)
    {
        string fraction = NumberText.Of(sweeps[0].LearningRateFraction);
        string slow = NumberText.Of(StepSweep.SlowFraction);
        return new Figure
        {
            Id = "steps",
            Title = "Counted in steps at equal $κ$, depth never accelerates",
            Subtitle = $"{StepSweep.Fractions.Count} starts for each degree, equal weights; $δ = {PowerOfTen.Text(sweeps[0].Accuracy)}$",
            Caption = $"Steps of gradient descent at $η = 2κ/(d s^{{2-2/d}})$: of the first phase, from $ε$ to $s/2$ (left), and of the second, to within $δs$ (right), at $κ = {slow}$ (top) and $κ = {fraction}$ (bottom). "
                + $"Dots: target $s = {NumberText.Of(sweeps[0].Theory.Target)}$; at $4s$ they are the same but for at most one step. "
                + "Dashed: $[F_d(1/2) - F_d(ε/s)]/(2κ)$ and $[\\log(1/δ) + A_d]/(2κ)$, the steps of the flow, from which large $κ$ departs: near $κ = 1/2$ the second phase converges faster than any power. "
                + "Only $ε/s$ matters, not the target; the second phase depends on the start by a step at most, by where an iterate passes $s/2$, and both rise with the degree.",
            AltText = "Four panels, steps of the first phase on a logarithmic scale and of the second on a linear one against the start, for two learning rates; one row of dots for each of the degrees "
                + $"{string.Join(", ", sweeps.Select(sweep => sweep.Degree))}. First phases fall with the start, steeper for larger degrees; second phases are level. Larger degrees lie above.",
            Size = new FigureSize(1060, 760),
            Columns = 2,
            Shared = SharedParts.XAxis | SharedParts.Legend,
            Panels =
            [
                Growth(sweeps, "slow", StepSweep.SlowFraction, sweep => sweep.Slow),
                Approach(sweeps, "slow", StepSweep.SlowFraction, sweep => sweep.Slow),
                Growth(sweeps, "set", sweeps[0].LearningRateFraction, sweep => sweep.AtTarget),
                Approach(sweeps, "set", sweeps[0].LearningRateFraction, sweep => sweep.AtTarget),
            ],
            ClaimIds =
            [
                .. sweeps.SelectMany(sweep => new[] { $"note1-31-scale-free-{sweep.Degree}", $"note1-31-growth-steps-{sweep.Degree}", $"note1-31-approach-steps-{sweep.Degree}" }),
                "note1-33-depth-never-accelerates",
                "note1-33-approach-never-accelerates",
            ],
        };
    }

    private static Panel Growth(IReadOnlyList<StepSweep> sweeps, string prefix, double fraction, Func<StepSweep, IReadOnlyList<StepCount>> counts)
    {
        IReadOnlyList<double> starts = Spacing.Logarithmic(StepSweep.Fractions[0], StepSweep.Fractions[^1], CurvePoints);
        return new Panel
        {
            X = Axis.Logarithmic("start $ε/s$"),
            Y = Axis.Logarithmic($"steps $N_1$ at $κ = {NumberText.Of(fraction)}$"),
            Marks =
            [
                .. sweeps.Select(sweep => new Line
                {
                    Id = $"{prefix}-growth-flow-{sweep.Degree}",
                    Role = MarkRole.Theory,
                    Color = sweep.Place,
                    X = starts,
                    Y = [.. starts.Select(start => sweep.GrowthFormula(start, fraction))],
                }),
                .. Dots(sweeps, $"{prefix}-growth", sweep => [.. counts(sweep).Select(count => count.Growth)]),
            ],
        };
    }

    private static Panel Approach(IReadOnlyList<StepSweep> sweeps, string prefix, double fraction, Func<StepSweep, IReadOnlyList<StepCount>> counts) => new()
    {
        X = Axis.Logarithmic("start $ε/s$"),
        Y = Axis.Linear($"steps $N_2$ at $κ = {NumberText.Of(fraction)}$"),
        Marks =
        [
            .. sweeps.Select(sweep => new Line
            {
                Id = $"{prefix}-approach-flow-{sweep.Degree}",
                Role = MarkRole.Theory,
                Color = sweep.Place,
                X = [StepSweep.Fractions[0], StepSweep.Fractions[^1]],
                Y = [sweep.ApproachFormula(fraction), sweep.ApproachFormula(fraction)],
            }),
            .. Dots(sweeps, $"{prefix}-approach", sweep => [.. counts(sweep).Select(count => count.Approach)]).Select((dots, i) => dots with { Label = $"$d = {sweeps[i].Degree}$" }),
        ],
    };

    private static IEnumerable<Scatter> Dots(IReadOnlyList<StepSweep> sweeps, string prefix, Func<StepSweep, IReadOnlyList<double>> steps) =>
        sweeps.Select(sweep => new Scatter { Id = $"{prefix}-{sweep.Degree}", Color = sweep.Place, X = StepSweep.Fractions, Y = steps(sweep) });
}
