using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>Note 1's conclusions in training steps: its to-do, answered.</summary>
internal static class StepClaims
{
    private const string Source = "Note 1, section 'Learning rate', statement 31: a to-do, answered";
    private const string ConclusionSource = "Note 1, section 'Learning rate', statement 33";

    /// <summary>O(κ) of a few steps, each a twentieth of a time constant.</summary>
    private const double ToleranceOfOneWeight = 0.15;
    private const double Tolerance = 0.08;

    /// <summary>Accuracies up to which the second phase has enough steps for whole numbers to be compared within the tolerance.</summary>
    private const double LargestAccuracy = 1e-3;

    public static IEnumerable<Claim> Of(IReadOnlyList<StepSweep> sweeps) =>
    [
        .. sweeps.Select(ScaleFree),
        .. sweeps.Select(GrowthSteps),
        .. sweeps.Select(ApproachSteps),
        NeverFewer(
            "note1-33-approach-never-accelerates",
            "At equal $κ$ depth never accelerates the second phase: the smallest quotient of its steps at a degree and at the next smaller one, from $s/2$ with $κ = 0.05$, is at least 1.",
            sweeps,
            pair => pair.Larger.ApproachFormula(StepSweep.SlowFraction) / pair.Smaller.ApproachFormula(StepSweep.SlowFraction),
            pair => [pair.Larger.SlowApproach / pair.Smaller.SlowApproach]),
        NeverFewer(
            "note1-33-depth-never-accelerates",
            "At equal $κ$ depth never accelerates learning: the smallest quotient of all steps at a degree and at the next smaller one, with $κ = 0.05$ from any start, is at least 1.",
            sweeps,
            pair => StepSweep.Fractions.Min(start => TotalFormula(pair.Larger, start) / TotalFormula(pair.Smaller, start)),
            pair => pair.Larger.Slow.Zip(pair.Smaller.Slow, (larger, smaller) => larger.Total / smaller.Total)),
    ];

    private static Claim ScaleFree(StepSweep sweep) => new()
    {
        Id = $"note1-31-scale-free-{sweep.Degree}",
        Statement = $"At $d = {sweep.Degree}$ the steps of both phases depend on $ε/s$, $δ$ and $κ$ alone: the largest difference between the targets $s$ and $4s$ is at most one step.",
        Source = Source,
        Predicted = 0,
        Measured = Largest.Of(sweep.AtTarget.Zip(sweep.AtLargerTarget, (first, second) =>
            Math.Max(Math.Abs(first.Growth - second.Growth), Math.Abs(first.Approach - second.Approach)))),
        Uncertainty = 0,
        Bound = Bound.AtMost(1),
        Expected = Verdict.Supported,
        Control = Controls.DividedByTarget,
    };

    private static Claim GrowthSteps(StepSweep sweep) => Near(
        $"note1-31-growth-steps-{sweep.Degree}",
        $"At $d = {sweep.Degree}$ the first phase takes $N_1 = [F_d(1/2) - F_d(ε/s)]/(2κ)$ steps up to $O(κ)$: counted at $κ = 0.05$ from $ε = 10^{{-4}}s$.",
        sweep,
        sweep.GrowthFormula(StepSweep.ReferenceFraction, StepSweep.SlowFraction),
        sweep.SlowReference.Growth);

    private static Claim ApproachSteps(StepSweep sweep) => Near(
        $"note1-31-approach-steps-{sweep.Degree}",
        $"At $d = {sweep.Degree}$ the second phase takes $N_2 = [\\log(1/δ) + A_d]/(2κ)$ steps up to $O(κ)$: counted at $κ = 0.05$ from $ε = 10^{{-4}}s$.",
        sweep,
        sweep.ApproachFormula(StepSweep.SlowFraction),
        sweep.SlowReference.Approach) with
    {
        NotApplicable = sweep.Accuracy > LargestAccuracy
            ? $"with δ = {NumberText.Of(sweep.Accuracy)}, above {NumberText.Of(LargestAccuracy)}, the steps are too few to compare whole numbers with the formula"
            : null,
    };

    private static Claim Near(string id, string statement, StepSweep sweep, double predicted, double measured) => new()
    {
        Id = id,
        Statement = statement,
        Source = Source,
        Predicted = predicted,
        Measured = measured,
        Uncertainty = 0,
        Bound = Bound.Near(predicted, sweep.Degree == 1 ? ToleranceOfOneWeight : Tolerance),
        Expected = Verdict.Supported,
        Control = Controls.TwiceAsFast,
    };

    private static Claim NeverFewer(
        string id,
        string statement,
        IReadOnlyList<StepSweep> sweeps,
        Func<(StepSweep Smaller, StepSweep Larger), double> predict,
        Func<(StepSweep Smaller, StepSweep Larger), IEnumerable<double>> measure)
    {
        List<(StepSweep Smaller, StepSweep Larger)> pairs = [.. sweeps.Zip(sweeps.Skip(1))];
        return new Claim
        {
            Id = id,
            Statement = statement,
            Source = ConclusionSource,
            Predicted = pairs.Select(predict).DefaultIfEmpty(double.NaN).Min(),
            Measured = pairs.SelectMany(measure).DefaultIfEmpty(double.NaN).Min(),
            Uncertainty = 0,
            Bound = Bound.AtLeast(1),
            Expected = Verdict.Supported,
            NotApplicable = pairs.Count == 0 ? "there is one degree only" : null,
            Control = Controls.TimesNumberOfWeights,
        };
    }

    private static double TotalFormula(StepSweep sweep, double start) =>
        sweep.GrowthFormula(start, StepSweep.SlowFraction) + sweep.ApproachFormula(StepSweep.SlowFraction);
}
