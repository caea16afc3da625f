using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence.Stability;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>Statement 44, note 1's to-do on learning rates, for exponents: the largest stable one of the quadratic unit.</summary>
internal static class LearningRateClaims
{
    public static IEnumerable<Claim> Of(QuadraticRuns runs)
    {
        StableRate rate = runs.FindStableRate(runs.Quadratic, new BalancedMonomial(runs.Target, runs.Quadratic.Exponents).MaximumLearningRate);
        yield return new Claim
        {
            Id = "note1-44-quadratic",
            Statement = "The largest stable learning rate of $w_1^2w_2$, by bisection over gradient descent, at the balanced minimum $w_1 = \\sqrt{2}w_2$ is $2/(3 \\cdot 2^{2/3}s^{4/3})$, that of three weights over $2^{2/3}$: measured over predicted.",
            Source = "Note 1, section 'General case, Learning rate', statement 44: a to-do, answered",
            Predicted = 1,
            Measured = rate.Quotient,
            Uncertainty = rate.QuotientUncertainty,
            Bound = Bound.Near(1, 2e-3),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }
}
