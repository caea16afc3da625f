using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

/// <summary>Steps of the first phase against the start and of the second against the learning rate, on their discrete forms.</summary>
internal static class StepFigure
{
    private const int CurvePoints = 60;

    /// <summary>κ up to which the form of the second phase, to first order in κ, is drawn.</summary>
    private const double LargestDrawnFraction = 0.4;

    private static readonly string[] ClaimNames = ["scale-free", "growth-steps", "approach-steps", "growth-at-rate", "approach-at-rate"];

    public static Figure Draw(IReadOnlyList<StepSweep> sweeps)
    {
        string fraction = NumberText.Of(sweeps[0].LearningRateFraction), slow = NumberText.Of(StepSweep.SlowFraction);
        return new Figure
        {
            Id = "steps",
            Title = "Steps of both phases, degree by degree",
            Subtitle = $"gradient descent at $η = κη_{{\\max}}$, equal weights, $δ = {PowerOfTen.Text(sweeps[0].Accuracy)}$",
            Caption = $"(a) Steps of the first phase, from $ε$ to $s/2$, at $κ = {fraction}$; dashed: $N_1 = [F_d(1/2) - F_d(ε/s)]/(2κ) + \\frac{{1}}{{2}}\\log(G_d(1/2)/G_d(ε/s))$, $G_d(x) = (1-x)x^{{1-1/d}}$. "
                + "(b) Steps of the second phase, from $s/2$ to within $δs$, against $κ$; dashed: $N_2 = [\\log(1/δ) + A_d + κ(A_d + (2-1/d)\\log 2)]/\\log(1/(1-2κ))$ for the smallest and the largest degree; "
                + "grey: the flow's $[\\log(1/δ) + A_d]/(2κ)$ for the largest. "
                + $"(c) Counted steps of the first phase less the form of (a), all starts and degrees at $κ = {slow}$ and ${fraction}$; shaded: 0 to 1, as steps are whole.",
            AltText = $"Three panels for the degrees {string.Join(", ", sweeps.Select(sweep => sweep.Degree))}. First: steps of the first phase against s over epsilon, both logarithmic: rising dots on dashed lines, steeper for larger degrees. "
                + "Second: steps of the second phase against the learning rate fall to a few at one half and rise again; dashed lines follow them up to 0.4, a grey one lies above. Third: differences to the formula scatter between 0 and 1.",
            Size = new FigureSize(640, 960),
            Panels = [Growth(sweeps), Approach(sweeps), Differences(sweeps)],
            ClaimIds =
            [
                .. sweeps.SelectMany(sweep => ClaimNames.Select(name => $"note1-31-{name}-{sweep.Degree}")),
                "note1-33-depth-never-accelerates",
                "note1-33-approach-never-accelerates",
            ],
            Findings =
            [
                new()
                {
                    Title = "In steps depth never accelerates, and the second phase takes fewer than the flow says",
                    ClaimIds = ["note1-33-depth-never-accelerates", "note1-33-approach-never-accelerates", .. Ids(sweeps, "approach-steps")],
                },
                new() { Title = "In steps depth never accelerates", ClaimIds = ["note1-33-depth-never-accelerates", "note1-33-approach-never-accelerates"] },
                new() { Caption = "The second phase takes fewer steps than the flow's, at $κ = 1/2$, where convergence is faster than any power, by most.", ClaimIds = [.. Ids(sweeps, "approach-steps")] },
                new() { Caption = "The forms give the steps to one.", ClaimIds = [.. Ids(sweeps, "growth-steps"), .. Ids(sweeps, "growth-at-rate"), .. Ids(sweeps, "approach-at-rate")] },
                new() { Caption = "Only $ε/s$, $δ$, $d$ and $κ$ matter: at the target $4s$ steps are the same but for at most one.", ClaimIds = [.. Ids(sweeps, "scale-free")] },
            ],
        };
    }

    private static IReadOnlyList<double> Quotients { get; } = [.. StepSweep.Fractions.Select(start => 1 / start)];

    private static IEnumerable<string> Ids(IReadOnlyList<StepSweep> sweeps, string claim) => sweeps.Select(sweep => $"note1-31-{claim}-{sweep.Degree}");

    private static Panel Growth(IReadOnlyList<StepSweep> sweeps)
    {
        IReadOnlyList<double> starts = Spacing.Logarithmic(StepSweep.Fractions[^1], StepSweep.Fractions[0], CurvePoints);
        return new Panel
        {
            X = Axis.Logarithmic("target over start $s/ε$"),
            Y = Axis.SymmetricLogarithmic("steps $N_1$", 1),
            Marks =
            [
                .. sweeps.Select(sweep => new Line
                {
                    Id = $"growth-form-{sweep.Degree}",
                    Label = $"$d = {sweep.Degree}$",
                    Role = MarkRole.Theory,
                    Color = sweep.Place,
                    X = [.. starts.Select(start => 1 / start)],
                    Y = [.. starts.Select(new DiscreteSteps(sweep.Degree, sweep.LearningRateFraction).Growth)],
                }),
                .. sweeps.Select(sweep => new Scatter { Id = $"set-growth-{sweep.Degree}", Color = sweep.Place, X = Quotients, Y = [.. sweep.AtTarget.Select(count => count.Growth)] }),
            ],
        };
    }

    private static Panel Approach(IReadOnlyList<StepSweep> sweeps)
    {
        IReadOnlyList<double> fractions = Spacing.Linear(StepSweep.ApproachFractions[0], LargestDrawnFraction, CurvePoints);
        IEnumerable<StepSweep> ends = [.. new[] { sweeps[0], sweeps[^1] }.Distinct()];
        return new Panel
        {
            X = Axis.Linear("learning rate $κ = η/η_{\\max}$"),
            Y = Axis.Linear("steps $N_2$"),
            Marks =
            [
                new Line { Id = "approach-flow", Label = "flow", Role = MarkRole.Reference, X = fractions, Y = [.. fractions.Select(sweeps[^1].ApproachFormula)] },
                .. sweeps.Select(sweep => new Scatter { Id = $"approach-{sweep.Degree}", Color = sweep.Place, X = StepSweep.ApproachFractions, Y = sweep.ApproachFromHalf }),
                .. sweeps.Select(sweep => new Scatter
                {
                    Id = $"set-approach-{sweep.Degree}",
                    Color = sweep.Place,
                    X = [.. sweep.AtTarget.Select(_ => sweep.LearningRateFraction)],
                    Y = [.. sweep.AtTarget.Select(count => count.Approach)],
                }),
                .. ends.Select(sweep => new Line
                {
                    Id = $"approach-form-{sweep.Degree}",
                    Label = $"discrete form, $d = {sweep.Degree}$",
                    Role = MarkRole.Theory,
                    Color = sweep.Place,
                    X = fractions,
                    Y = [.. fractions.Select(fraction => new DiscreteSteps(sweep.Degree, fraction).Approach(sweep.Accuracy))],
                }),
            ],
        };
    }

    private static Panel Differences(IReadOnlyList<StepSweep> sweeps) => new()
    {
        X = Axis.Logarithmic("target over start $s/ε$"),
        Y = Axis.Linear("steps counted less form").Between(-0.25, 1.25),
        Legend = LegendPlacement.None,
        Marks =
        [
            new ReferenceBand { Id = "whole-steps", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Lower = 0, Upper = 1 },
            .. sweeps.SelectMany(sweep => new[]
            {
                Difference(sweep, "slow", StepSweep.SlowFraction, sweep.Slow),
                Difference(sweep, "set", sweep.LearningRateFraction, sweep.AtTarget),
            }),
        ],
    };

    private static Scatter Difference(StepSweep sweep, string name, double fraction, IReadOnlyList<StepCount> counts) => new()
    {
        Id = $"difference-{name}-{sweep.Degree}",
        Color = sweep.Place,
        X = Quotients,
        Y = [.. counts.Zip(StepSweep.Fractions, (count, start) => count.Growth - new DiscreteSteps(sweep.Degree, fraction).Growth(start))],
    };
}
