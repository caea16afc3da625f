using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.GradientFlows.Superposition;

/// <summary>Inputs whose features are present independently with probability p, the density, and then spread over [0, 1]: a finite list of weighted points.</summary>
/// <remarks>
/// Each set of k present features has probability p^k (1 − p)^(n−k); on it their values form a product of Gauss–Legendre rules with q_k nodes, so that
/// moments of a uniform feature are exact up to degree 2q_k − 1 (for a linear model two nodes give the exact loss). Expectations over the points are
/// finite sums, free of sampling noise. Source: Elhage et al., Toy models of superposition, 2022, section "Demonstrating superposition", with S = 1 − p.
/// </remarks>
public sealed class SparseInputs
{
    private SparseInputs(int features, IReadOnlyList<InputPoint> points) => (Features, Points) = (features, points);

    /// <summary>Number n of features.</summary>
    public int Features { get; }

    /// <summary>The points, those with few present features first.</summary>
    internal IReadOnlyList<InputPoint> Points { get; }

    /// <summary>Number of points.</summary>
    public int Count => Points.Count;

    /// <summary>Makes the inputs.</summary>
    /// <param name="features">n, from 1 to 8.</param>
    /// <param name="nodes">q_1, …, q_n: nodes of a feature while k are present, each from 1 to 16. 0 leaves those sets out: then their probability must not matter.</param>
    public static SparseInputs OnGrid(int features, IReadOnlyList<int> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features, 8);
        ArgumentNullException.ThrowIfNull(nodes);
        if (nodes.Count != features || nodes.Any(count => count is < 0 or > 16))
        {
            throw new ArgumentException($"There must be {features} numbers of nodes, one for each number of present features, each from 0 to 16.", nameof(nodes));
        }

        IEnumerable<int> sets = Enumerable.Range(0, 1 << features).OrderBy(int.PopCount);
        return new(features, [.. sets.SelectMany(set => PointsOf(set, features, int.PopCount(set) == 0 ? 1 : nodes[int.PopCount(set) - 1]))]);
    }

    /// <summary>E f(x) at a density, for a function of the features.</summary>
    public double Expect(double density, Func<IReadOnlyList<double>, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Points.Sum(point => point.Probability(density, Features) * function(point.Values));
    }

    /// <summary>E[x xᵀ] at a density: of uniform features (p/3 − p²/4) on the diagonal beside p²/4 everywhere.</summary>
    public Matrix SecondMoments(double density)
    {
        double[] moments = new double[Features * Features];
        foreach (InputPoint point in Points)
        {
            double weight = point.Probability(density, Features);
            for (int i = 0; i < Features; i++)
            {
                for (int j = 0; j < Features; j++)
                {
                    moments[(i * Features) + j] += weight * point.Values[i] * point.Values[j];
                }
            }
        }

        return new Matrix(Features, Features, moments);
    }

    /// <summary>The points C^(−1/2) x with C = E[x xᵀ] at that density, where their second moments are the identity: whitened as note 0 assumes.</summary>
    public SparseInputs Whitened(double density)
    {
        Matrix root = SymmetricEigendecomposition.Compute(SecondMoments(density)).Apply(value => 1 / Math.Sqrt(value));
        return new(Features, [.. Points.Select(point => point with { Values = Apply(root, point.Values) })]);
    }

    private static double[] Apply(Matrix matrix, IReadOnlyList<double> vector) =>
        [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix.Row(row).Zip(vector, (entry, value) => entry * value).Sum())];

    private static List<InputPoint> PointsOf(int set, int features, int nodes)
    {
        (IReadOnlyList<double> values, IReadOnlyList<double> weights) = nodes == 0 ? ([], []) : GaussLegendre.OnUnitInterval(nodes);
        List<InputPoint> points = [new(int.PopCount(set), 1, new double[features])];
        foreach (int feature in Enumerable.Range(0, features).Where(feature => (set >> feature & 1) == 1))
        {
            points = [.. points.SelectMany(point => values.Zip(weights, (value, weight) => point.With(feature, value, weight)))];
        }

        return points;
    }
}

/// <summary>A point of <see cref="SparseInputs"/>.</summary>
/// <param name="Present">Number k of present features.</param>
/// <param name="Share">Its share of the probability of its set of present features.</param>
/// <param name="Values">The features x_i.</param>
internal sealed record InputPoint(int Present, double Share, IReadOnlyList<double> Values)
{
    /// <summary>share · p^k (1 − p)^(n−k).</summary>
    public double Probability(double density, int features) => Share * Math.Pow(density, Present) * Math.Pow(1 - density, features - Present);

    /// <summary>The point with a feature set to a value, which has a share among others.</summary>
    public InputPoint With(int feature, double value, double share) =>
        new(Present, Share * share, [.. Values.Select((old, i) => i == feature ? value : old)]);
}
