using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

/// <summary>Note 1's conclusions in training steps: its to-do, answered.</summary>
internal static class StepClaims
{
    public const string Source = "Note 1, section 'Learning rate', statement 31: a to-do, answered";
    private const string ConclusionSource = "Note 1, section 'Learning rate', statement 33";

    /// <summary>Of the discrete form of the first phase, at every degree and every stable κ.</summary>
    private const double FormError = 0.1;

    /// <summary>Accuracies up to which the second phase is long enough for its form, exact up to O(δ/κ).</summary>
    private const double LargestAccuracy = 1e-3;

    public static IEnumerable<Claim> Of(IReadOnlyList<StepSweep> sweeps) =>
    [
        .. sweeps.Select(ScaleFree),
        .. sweeps.Select(GrowthSteps),
        .. sweeps.Select(ApproachSteps),
        .. RunRateClaims.Of(sweeps),
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

    /// <summary>Whole steps where a form says so many: that, rounded up, and the error of the form.</summary>
    public static Bound RoundedUp(double form) => new(form - FormError, form + 1 + FormError);

    private static Claim GrowthSteps(StepSweep sweep)
    {
        double predicted = new DiscreteSteps(sweep.Degree, StepSweep.SlowFraction).Growth(StepSweep.ReferenceFraction);
        string form = sweep.Degree == 1 ? "\\log(\\frac{1}{2}/(1 - ε/s))/\\log(1 - 2κ)" : "[F_d(1/2) - F_d(ε/s)]/(2κ) + \\frac{1}{2}\\log(G_d(1/2)/G_d(ε/s))";
        return Counted(
            $"note1-31-growth-steps-{sweep.Degree}",
            $"At $d = {sweep.Degree}$ the first phase takes $N_1 = {form}$ steps, {(sweep.Degree == 1 ? "" : "$G_d(x) = (1-x)x^{1-1/d}$, ")}rounded up: counted at $κ = 0.05$ from $ε = 10^{{-4}}s$.",
            predicted,
            sweep.SlowReference.Growth,
            RoundedUp(predicted));
    }

    private static Claim ApproachSteps(StepSweep sweep)
    {
        double predicted = new DiscreteSteps(sweep.Degree, StepSweep.SlowFraction).Approach(sweep.Accuracy);
        string form = sweep.Degree == 1 ? "\\log(1/(2δ))" : "[\\log(1/δ) + A_d + κ(A_d + (2 - 1/d)\\log 2)]";
        return Counted(
            $"note1-31-approach-steps-{sweep.Degree}",
            $"At $d = {sweep.Degree}$ the second phase takes $N_2 = {form}/\\log(1/(1 - 2κ))$ steps, to one step: counted at $κ = 0.05$ from $ε = 10^{{-4}}s$.",
            predicted,
            sweep.SlowReference.Approach,
            Bound.Within(predicted, 1)) with
        {
            NotApplicable = sweep.Accuracy > LargestAccuracy
                ? $"the form is for small δ, and δ = {NumberText.Of(sweep.Accuracy)} is above {NumberText.Of(LargestAccuracy)}"
                : null,
        };
    }

    private static Claim Counted(string id, string statement, double predicted, double measured, Bound bound) => new()
    {
        Id = id,
        Statement = statement,
        Source = Source,
        Predicted = predicted,
        Measured = measured,
        Uncertainty = 0,
        Bound = bound,
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
