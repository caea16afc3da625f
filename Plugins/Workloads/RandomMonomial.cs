using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Workloads;

/// <summary>The components <c>w1p</c> and <c>w1q</c>: many small systems, each a monomial with a target and a start drawn at random.</summary>
internal static class RandomMonomial
{
    private const int Trajectories = 100_000;
    private const double SmallestTarget = 0.5;
    private const double LargestTarget = 2;
    private const double SmallestWeight = 0.05;
    private const double LargestWeight = 0.5;

    private static readonly Parameter<int> Trajectory = Parameter.WholeNumber(
        "trajectory", "which of the trajectories, each with its own target and start", defaultValue: 0, minimum: 0, maximum: Trajectories - 1);

    /// <summary>Creates a component.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="exponents">The exponents of the monomial.</param>
    /// <param name="seed">Where the random numbers start; each trajectory takes one for its target and one for each weight.</param>
    public static Component<ObservedSystem> CreateComponent(string id, int[] exponents, ulong seed) => new()
    {
        Id = id,
        Description = $"Benchmark: the gradient flow of the monomial with exponents {string.Join(", ", exponents)}, with target in [0.5, 2] and weights in [0.05, 0.5] at random.",
        Parameters = [Trajectory],
        Create = values => CreateSystem(exponents, new SplitMix64(seed, (ulong)values.Get(Trajectory) * (ulong)(exponents.Length + 1))),
    };

    private static ObservedSystem CreateSystem(int[] exponents, SplitMix64 random)
    {
        Monomial monomial = new(random.NextUniform(SmallestTarget, LargestTarget), exponents);
        double[] start = new double[exponents.Length];
        for (int i = 0; i < start.Length; i++)
        {
            start[i] = random.NextUniform(SmallestWeight, LargestWeight);
        }

        return new(monomial, monomial.Observables, start);
    }
}
