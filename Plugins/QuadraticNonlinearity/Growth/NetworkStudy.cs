using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>The network f(x) = a(wx)² trained on points x, beside its monomial w²a.</summary>
/// <param name="FourthMoment">E[x⁴] of the points.</param>
/// <param name="MonomialTime">Time to s/2 of the monomial.</param>
/// <param name="NetworkTime">Time to s/2 of the network, from the same weights.</param>
internal sealed record NetworkStudy(double FourthMoment, double MonomialTime, double NetworkTime)
{
    public static NetworkStudy Measure(QuadraticRuns runs)
    {
        double[] start = [0.2 * runs.WeightUnit, 0.1 * runs.WeightUnit];
        QuadraticNetwork network = new(runs.Target, 1, QuadraticRuns.Inputs);
        double predicted = new MonomialHittingTime(runs.Target, [2, 1], start).To(runs.Target / 2);
        LocatedEvent? learned = runs.Solve.Reach(
            network, start, (_, state) => network.EvaluateProduct(state), runs.Target / 2, predicted / network.FourthMoment);
        return new NetworkStudy(
            network.FourthMoment, runs.Solve.TimeTo(runs.Quadratic, start, runs.Target / 2, predicted), learned?.Time ?? double.NaN);
    }
}
