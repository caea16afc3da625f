using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>How long flows are solved: as long as the closed forms say it takes, and some more.</summary>
internal static class Waiting
{
    /// <summary>A control may slow a system down: five times the predicted time still sees it arrive.</summary>
    public const double Patience = 5;

    // e^-80 is far below rounding, also where the rate on the way to the end is only a third of the final one.
    private const double SettlingRates = 80;

    /// <summary>The time after which a monomial with exponents up to 2 has settled: twice the exact time to s/2, for a start below, and 80 over the rate that is left.</summary>
    public static double UntilSettled(Monomial monomial, double[] start, MonomialLimit limit)
    {
        double target = monomial.Target;
        double[] final = [.. limit.State];
        if (!limit.ReachesTarget)
        {
            return SettlingRates / (2 * Math.Abs(target) * RemainingProduct(monomial, final));
        }

        double growth = monomial.EvaluateProduct(start) / target < 0.5
            ? new MonomialHittingTime(target, monomial.Exponents, start).To(target / 2)
            : 0;
        return (2 * growth) + (SettlingRates / monomial.EvaluateSharpnessAtMinimum(final));
    }

    /// <summary>|Π wⱼ^kⱼ| without the weight that vanished: a squared one dies out at the rate 2|s| times this.</summary>
    private static double RemainingProduct(Monomial monomial, double[] state)
    {
        double product = 1;
        for (int i = 0; i < state.Length; i++)
        {
            product *= state[i] == 0 ? 1 : Math.Pow(Math.Abs(state[i]), monomial.Exponents[i]);
        }

        return product;
    }
}
