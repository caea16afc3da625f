using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.EdgeOfStability;

/// <summary>A square network of depth L with a diagonal target, and its balanced minimum W_l = diag(s_i^(1/L)).</summary>
internal sealed class BalancedNetwork
{
    private readonly double[] minimum;

    public BalancedNetwork(IReadOnlyList<double> singularValues, int depth)
    {
        (SingularValues, Depth) = (singularValues, depth);
        Network = new LinearNetwork(Matrix.Diagonal(singularValues), [.. Enumerable.Repeat(singularValues.Count, depth + 1)]);
        var layer = Matrix.Diagonal([.. singularValues.Select(value => Math.Pow(value, 1.0 / depth))]);
        minimum = Network.State([.. Enumerable.Repeat(layer, depth)]);
    }

    /// <summary>s_i.</summary>
    public IReadOnlyList<double> SingularValues { get; }

    /// <summary>L.</summary>
    public int Depth { get; }

    public LinearNetwork Network { get; }

    public ReadOnlySpan<double> Minimum => minimum;

    /// <summary>λ_ij of the Hessian at the minimum, by formula.</summary>
    public double Eigenvalue(Entry entry) => BalancedMinimum.Eigenvalue(Depth, SingularValues[entry.Row], SingularValues[entry.Column]);

    /// <summary>The minimum, moved along the gradient of M_ij until this entry, to first order, is off by an amount.</summary>
    public double[] Displaced(Entry entry, double amount)
    {
        // ∂M_ij/∂(W_l)_ij = s_i^((l−1)/L) s_j^((L−l)/L), whose squares add up to λ_ij.
        double[] slopes = [.. Enumerable.Range(0, Depth).Select(l =>
            Math.Pow(SingularValues[entry.Row], (double)l / Depth) * Math.Pow(SingularValues[entry.Column], (double)(Depth - 1 - l) / Depth))];
        double square = slopes.Sum(slope => slope * slope);
        int width = SingularValues.Count;
        double[] state = [.. minimum];
        for (int l = 0; l < Depth; l++)
        {
            state[(((l * width) + entry.Row) * width) + entry.Column] += amount * slopes[l] / square;
        }

        return state;
    }

    /// <summary>By how much an entry of the product is off its target.</summary>
    public double Deviation(Entry entry, ReadOnlySpan<double> state) => Network.Product(state)[entry.Row, entry.Column] - Network.Target[entry.Row, entry.Column];
}

/// <summary>An entry of the product, that is, a pair of modes; both counted from 0.</summary>
internal readonly record struct Entry(int Row, int Column)
{
    public bool IsDiagonal => Row == Column;

    /// <summary>Such as 1,2: modes counted from 1.</summary>
    public string Name => $"{NumberText.Of(Row + 1)},{NumberText.Of(Column + 1)}";

    /// <summary>All pairs i ≤ j of so many modes.</summary>
    public static IEnumerable<Entry> Pairs(int modes) =>
        from row in Enumerable.Range(0, modes)
        from column in Enumerable.Range(row, modes - row)
        select new Entry(row, column);
}
