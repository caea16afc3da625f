using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization.Times;

/// <summary>Statement 29 for unequal weights: the product approaches its target at the rate R = √(4s² + c²), faster than 2s.</summary>
internal static class ApproachRateClaim
{
    private const double FirstDistance = 1e-4;
    private const double SecondDistance = 1e-5;
    private const double SecondWeight = 0.01;
    private const double Tolerance = 1e-3;

    private static readonly double[] FirstWeights = [0.5, 1, 2, 4];

    public static Claim Measure(PairRuns runs)
    {
        double[][] starts = [.. FirstWeights.Select(weight => runs.State(weight, SecondWeight))];
        UnbalancedPair[] theories = [.. FirstWeights.Select(weight => runs.Theory(weight, SecondWeight))];
        double[] first = Times(FirstDistance), second = Times(SecondDistance);
        Comparison worst = Comparison.Worst(theories.Select((theory, i) =>
            new Comparison(theory.Sharpness, Math.Log(FirstDistance / SecondDistance) / (second[i] - first[i]))));
        return new()
        {
            Id = "note1-29-unbalanced-rate",
            Statement = "From unequal weights the product approaches $s$ at the rate $R = \\sqrt{4s^2 + c^2}$ with $c = w_1^2 - w_2^2$, which is $2s$ for equal ones (the rate farthest off, over starts from $0.5\\sqrt{s}$ to $4\\sqrt{s}$, between distances $10^{-4}s$ and $10^{-5}s$).",
            Source = "Note 1, section 'Degree d = 2', statement 29, for unequal weights",
            Predicted = worst.Predicted,
            Measured = worst.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(worst.Predicted, Tolerance),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };

        double[] Times(double distance)
        {
            double level = (1 - distance) * runs.Target;
            return [.. runs.Sweeps.TimesTo(runs.Pair, starts, level, [.. theories.Select(theory => theory.HittingTime(level))]).Select(time => time.Measured)];
        }
    }
}
