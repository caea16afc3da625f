using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.Stability.Chaos;

/// <summary>How the cycle of period 2 gives way to longer ones and to chaos, as the learning rate of two equal weights grows.</summary>
/// <param name="Doubling">κ at which the multiplier of the cycle of period 2 passes −1.</param>
/// <param name="Period">Period of late iterates at <see cref="PeriodFourFraction"/>; NaN if there is none up to <see cref="LongestPeriod"/>.</param>
/// <param name="Band">Lyapunov exponent at <see cref="ChaoticFraction"/>.</param>
/// <param name="Edge">The same at κ = 2, the last learning rate at which iterates stay finite.</param>
internal sealed record ChaosStudy(Bracket Doubling, double Period, LyapunovExponent Band, LyapunovExponent Edge)
{
    /// <summary>κ between the first and the second doubling of the period.</summary>
    public const double PeriodFourFraction = 1.26;

    /// <summary>κ within the chaotic band.</summary>
    public const double ChaoticFraction = 1.5;

    /// <summary>κ from which the map is a Chebyshev polynomial in disguise.</summary>
    public const double EdgeFraction = 2;

    /// <summary>Iterates along which Lyapunov exponents are averaged.</summary>
    public const int Steps = 20_000;

    private const int LongestPeriod = 64;
    private const int Waiting = 2000;
    private const double Start = 0.1;
    private const double SamePlace = 1e-9;
    private const int Halvings = 36;

    // The lower point of the cycle lies between: the map applied twice raises what is below it, and lowers what is above, up to the minimum y = 1.
    private static readonly Bracket CycleRange = new(0.3, 0.99);
    private static readonly Bracket DoublingRange = new(1.05, 1.5);
    private const int CycleHalvings = 50;

    public static ChaosStudy Take(DescentRuns runs)
    {
        PairMap map = new(runs);
        return new(
            DoublingRange.Halve(Halvings, kappa => CycleMultiplier(map, kappa) > -1),
            FindPeriod(map.Orbit(Start, PeriodFourFraction, Waiting + (2 * LongestPeriod))),
            Exponent(map, ChaoticFraction),
            Exponent(map, EdgeFraction));
    }

    /// <summary>Product of the slopes at both points of the cycle of period 2, which is found by bisection also where it is not stable.</summary>
    private static double CycleMultiplier(PairMap map, double kappa)
    {
        double low = CycleRange.Halve(CycleHalvings, y => map.Orbit(y, kappa, 2)[^1] > y).Middle;
        return map.Slope(low, kappa) * map.Slope(map.Orbit(low, kappa, 1)[^1], kappa);
    }

    private static double FindPeriod(IReadOnlyList<double> orbit)
    {
        double[] late = [.. orbit.Skip(Waiting)];
        return Enumerable.Range(1, LongestPeriod).Where(period => late.Skip(period).Zip(late, (later, earlier) => Math.Abs(later - earlier)).All(distance => distance <= SamePlace))
            .Select(period => (double)period).DefaultIfEmpty(double.NaN).First();
    }

    private static LyapunovExponent Exponent(PairMap map, double kappa)
    {
        IReadOnlyList<double> orbit = map.Orbit(Start, kappa, Waiting + Steps);
        return orbit.Count > Waiting + Steps ? LyapunovExponent.Of([.. orbit.Skip(Waiting + 1)], y => map.Slope(y, kappa)) : new(double.NaN, double.NaN);
    }
}
