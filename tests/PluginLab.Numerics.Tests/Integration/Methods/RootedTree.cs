using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Tests.Integration.Methods;

/// <summary>A rooted tree, by its branches: each stands for a term in the expansion of a solution and of a step in powers of the step size.</summary>
/// <remarks>Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.2.</remarks>
internal sealed record RootedTree(IReadOnlyList<RootedTree> Branches)
{
    /// <summary>Number of vertices ρ.</summary>
    public int Order => 1 + Branches.Sum(branch => branch.Order);

    /// <summary>Density γ: ρ times those of the branches.</summary>
    public double Density => Order * Branches.Aggregate(1.0, (product, branch) => product * branch.Density);

    /// <summary>All trees with at most that many vertices: entry ρ − 1 lists those with ρ.</summary>
    public static IReadOnlyList<IReadOnlyList<RootedTree>> UpTo(int order)
    {
        List<IReadOnlyList<RootedTree>> smaller = [];
        for (int vertices = 1; vertices <= order; vertices++)
        {
            smaller.Add([.. Forests(smaller, vertices - 1, vertices - 1, int.MaxValue).Select(branches => new RootedTree(branches))]);
        }

        return smaller;
    }

    /// <summary>The elementary weight of every slope: the product over the branches of A times their elementary weights.</summary>
    public double[] ElementaryWeights(double[][] slopeWeights)
    {
        double[][] ofBranches = [.. Branches.Select(branch => branch.ElementaryWeights(slopeWeights))];
        return [.. slopeWeights.Select(row => ofBranches.Aggregate(1.0, (product, weights) => product * Dot(row, weights)))];
    }

    public static double Dot(IReadOnlyList<double> left, IReadOnlyList<double> right) => left.Zip(right, (x, y) => x * y).Sum();

    /// <summary>The matrix A over all slopes of a tableau: its stages, the derivative at the end of the step if that is no stage, and the extra stages.</summary>
    public static double[][] SlopeWeights(ButcherTableau tableau) =>
    [
        .. tableau.StageWeights.Select(row => row.ToArray()),
        .. tableau.IsFirstSameAsLast ? [] : new[] { tableau.Weights.ToArray() },
        .. tableau.ExtraStages.Select(stage => stage.Weights.ToArray()),
    ];

    /// <summary>Branches with that many vertices in all, each of at most the given size and, among those of that size, of at most the given rank.</summary>
    private static IEnumerable<IReadOnlyList<RootedTree>> Forests(List<IReadOnlyList<RootedTree>> smaller, int vertices, int largest, int rank)
    {
        if (vertices == 0)
        {
            yield return [];
            yield break;
        }

        for (int size = Math.Min(vertices, largest); size >= 1; size--)
        {
            IReadOnlyList<RootedTree> trees = smaller[size - 1];
            for (int i = 0; i < trees.Count && (size < largest || i <= rank); i++)
            {
                foreach (IReadOnlyList<RootedTree> rest in Forests(smaller, vertices - size, size, i))
                {
                    yield return [trees[i], .. rest];
                }
            }
        }
    }
}
