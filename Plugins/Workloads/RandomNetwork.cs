using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.Workloads;

/// <summary>The components <c>w2-64</c>, <c>w2-256</c> and <c>w3</c>: a two-layer linear network of equal widths, with target U diag(σ) Vᵀ and a small start at random.</summary>
/// <param name="Width">The width n of all three layers of neurons.</param>
/// <param name="Seed">Where the random numbers start: U, V, the first layer, the second, each row by row.</param>
/// <param name="LargestSingularValue">σ₁ of the target.</param>
/// <param name="SingularValueRatio">σ_{k+1}/σ_k of the target.</param>
/// <param name="StandardDeviation">That of the entries of both layers at the start.</param>
internal sealed record RandomNetwork(int Width, ulong Seed, double LargestSingularValue, double SingularValueRatio, double StandardDeviation)
{
    private const int MostThreads = 1024;

    private static readonly Parameter<int> Threads = Parameter.WholeNumber(
        "threads", "how many threads an evaluation may use", defaultValue: 1, minimum: 1, maximum: MostThreads);

    /// <summary>Creates a component.</summary>
    public static Component<ObservedSystem> CreateComponent(string id, RandomNetwork network) => new()
    {
        Id = id,
        Description = $"Benchmark: the gradient flow of a two-layer linear network of width {network.Width} with a full target of singular values from "
            + $"{NumberText.Of(network.LargestSingularValue)} down, each {NumberText.Of(Math.Round(network.SingularValueRatio, 3))} of the one before.",
        Parameters = [Threads],
        Create = values => network.CreateSystem(values.Get(Threads)),
    };

    private ObservedSystem CreateSystem(int threads)
    {
        SplitMix64 random = new(Seed);
        double[][] left = ColumnsOf(random.NextGaussians(Width * Width));
        double[][] right = ColumnsOf(random.NextGaussians(Width * Width));
        GramSchmidt.Orthonormalize(left);
        GramSchmidt.Orthonormalize(right);
        double[] start = Array.ConvertAll(random.NextGaussians(2 * Width * Width), value => StandardDeviation * value);
        LinearNetwork network = new(CreateTarget(left, right), [Width, Width, Width], threads);
        return new(network, NetworkObservables.Of(network), start);
    }

    /// <summary>The columns of a square matrix that was drawn row by row.</summary>
    private double[][] ColumnsOf(double[] values)
    {
        double[][] columns = new double[Width][];
        for (int column = 0; column < Width; column++)
        {
            columns[column] = new double[Width];
            for (int row = 0; row < Width; row++)
            {
                columns[column][row] = values[(row * Width) + column];
            }
        }

        return columns;
    }

    /// <summary>Σ_k (u_k σ_k) v_kᵀ; each entry sums over k in order.</summary>
    private Matrix CreateTarget(double[][] left, double[][] right)
    {
        double[] target = new double[Width * Width];
        double singularValue = LargestSingularValue;
        for (int k = 0; k < Width; k++)
        {
            for (int row = 0; row < Width; row++)
            {
                double scaled = left[k][row] * singularValue;
                for (int column = 0; column < Width; column++)
                {
                    target[(row * Width) + column] += scaled * right[k][column];
                }
            }

            singularValue *= SingularValueRatio;
        }

        return new(Width, Width, target);
    }
}
