using PluginLab.Experiments;

namespace PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

/// <summary>Steps of both phases at the learning rate of the run, whatever it is, from every start.</summary>
internal static class RunRateClaims
{
    public static IEnumerable<Claim> Of(IReadOnlyList<StepSweep> sweeps) => [.. sweeps.Select(Growth), .. sweeps.Select(Approach)];

    private static Claim Growth(StepSweep sweep)
    {
        DiscreteSteps form = new(sweep.Degree, sweep.LearningRateFraction);
        (double predicted, double measured) = StepSweep.Fractions.Zip(sweep.AtTarget, (start, count) => (form.Growth(start), count.Growth))
            .MaxBy(pair => double.IsNaN(pair.Growth) ? double.PositiveInfinity : Math.Abs(pair.Growth - pair.Item1 - 0.5));
        return new Claim
        {
            Id = $"note1-31-growth-at-rate-{sweep.Degree}",
            Statement = $"At $d = {sweep.Degree}$ and the run's $κ = {NumberText.Of(sweep.LearningRateFraction)}$ the first phase takes $[F_d(1/2) - F_d(ε/s)]/(2κ) + \\frac{{1}}{{2}}\\log(G_d(1/2)/G_d(ε/s))$ steps, "
                + "$G_d(x) = (1-x)x^{1-1/d}$, rounded up: the worst of all starts.",
            Source = StepClaims.Source,
            Predicted = predicted,
            Measured = measured,
            Uncertainty = 0,
            Bound = StepClaims.RoundedUp(predicted),
            Expected = Verdict.Supported,
            Control = Controls.FifthAsFast,
        };
    }

    private static Claim Approach(StepSweep sweep)
    {
        bool isMonotone = sweep.LearningRateFraction <= DiscreteSteps.LargestMonotoneFraction;
        double predicted = isMonotone ? new DiscreteSteps(sweep.Degree, sweep.LearningRateFraction).CountFromHalf(sweep.Accuracy) : double.NaN;
        return new Claim
        {
            Id = $"note1-31-approach-at-rate-{sweep.Degree}",
            Statement = $"At $d = {sweep.Degree}$ and the run's $κ = {NumberText.Of(sweep.LearningRateFraction)}$ the second phase takes, from any start, as many steps as the scale-free map from $s/2$, or one less, "
                + "as the first phase ends beyond $s/2$: the worst of all starts.",
            Source = StepClaims.Source,
            Predicted = predicted,
            Measured = sweep.AtTarget.Select(count => count.Approach).MaxBy(steps => double.IsNaN(steps) ? double.PositiveInfinity : Math.Abs(steps - predicted + 0.5)),
            Uncertainty = 0,
            Bound = isMonotone ? new Bound(predicted - 1, predicted) : Bound.AtLeast(0),
            Expected = Verdict.Supported,
            NotApplicable = isMonotone ? null : "beyond half of the largest stable learning rate iterates pass the target, and when they settle depends on where they pass it",
            Control = Controls.FifthAsFast,
        };
    }
}
