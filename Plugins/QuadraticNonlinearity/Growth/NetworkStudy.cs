using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>The network f(x) = a(wx)² trained on points x, beside its monomial w²a, from the same weights.</summary>
internal sealed class NetworkStudy
{
    /// <summary>How far beyond the time to s/2 both are followed.</summary>
    private const double ShownOverHalfTime = 2;
    private const int Times = 200;

    /// <summary>The target s.</summary>
    public required double Target { get; init; }

    /// <summary>E[x⁴] of the points.</summary>
    public required double FourthMoment { get; init; }

    /// <summary>Time to s/2 of the monomial.</summary>
    public required double MonomialTime { get; init; }

    /// <summary>Time to s/2 of the network.</summary>
    public required double NetworkTime { get; init; }

    /// <summary>The times shown.</summary>
    public required IReadOnlyList<double> ShownTimes { get; init; }

    /// <summary>w²a of the monomial at those times.</summary>
    public required IReadOnlyList<double> MonomialProducts { get; init; }

    /// <summary>w²a of the network at those times.</summary>
    public required IReadOnlyList<double> NetworkProducts { get; init; }

    public static NetworkStudy Measure(QuadraticRuns runs)
    {
        double[] start = [0.2 * runs.WeightUnit, 0.1 * runs.WeightUnit];
        QuadraticNetwork network = new(runs.Target, 1, QuadraticRuns.Inputs);
        StateFunction product = (_, state) => network.EvaluateProduct(state);
        double predicted = new MonomialHittingTime(runs.Target, [2, 1], start).To(runs.Target / 2);
        LocatedEvent? learned = runs.Solve.Reach(network, start, product, runs.Target / 2, predicted / network.FourthMoment);
        double[] times = [.. Enumerable.Range(0, Times + 1).Select(k => ShownOverHalfTime * predicted * k / Times)];
        return new NetworkStudy
        {
            Target = runs.Target,
            FourthMoment = network.FourthMoment,
            MonomialTime = runs.Solve.TimeTo(runs.Quadratic, start, runs.Target / 2, predicted),
            NetworkTime = learned?.Time ?? double.NaN,
            ShownTimes = times,
            MonomialProducts = runs.Solve.Follow(runs.Quadratic, start, times).Observe((_, state) => runs.Quadratic.EvaluateProduct(state)),
            NetworkProducts = runs.Solve.Follow(network, start, times).Observe(product),
        };
    }
}
