using PluginLab.Numerics.Observables;

namespace PluginLab.Plugins.DegreeProduct.Stability.Chaos;

/// <summary>Gradient descent on two equal weights as a map of one number, y ← (1 + κ)y − κy³ with y = w/√s and κ = ηs, and its slope along orbits.</summary>
/// <remarks>Iterates are those of the integrator; slopes are 1 − η times the second derivative of the loss along equal weights, by Hessian-vector products of the system that is integrated.</remarks>
internal sealed class PairMap
{
    private readonly DescentRuns runs;
    private readonly HessianVectorProduct products;
    private readonly double[] together = [1, 1];
    private readonly double[] image = new double[2];

    public PairMap(DescentRuns runs) => (this.runs, products) = (runs, HessianVectorProduct.Of(runs.Context.Create(runs.Product(2))));

    /// <summary>The iterates from a start on, so many after it, as far as they are finite.</summary>
    public IReadOnlyList<double> Orbit(double start, double kappa, int steps) => runs.EqualPair(start, kappa, steps);

    /// <summary>dy'/dy: how far two neighbours are apart after a step, over before.</summary>
    public double Slope(double y, double kappa)
    {
        double weight = y * runs.WeightUnit(2);
        products.Evaluate([weight, weight], together, image);
        return 1 - (kappa * runs.LearningRateUnit(2) * image[0]);
    }
}
