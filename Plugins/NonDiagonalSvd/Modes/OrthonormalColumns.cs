using PluginLab.Experiments;

namespace PluginLab.Plugins.NonDiagonalSvd.Modes;

/// <summary>Completes orthonormal columns to an orthonormal basis.</summary>
internal static class OrthonormalColumns
{
    /// <summary>An orthogonal n × n matrix whose first columns are the given ones.</summary>
    /// <remarks>Each further column is the unit vector that lies farthest outside the span so far, less its part within it; the second pass removes what rounding left.</remarks>
    public static Matrix Complete(Matrix columns)
    {
        List<double[]> basis = [.. Enumerable.Range(0, columns.Columns).Select(j => columns.Column(j).ToArray())];
        while (basis.Count < columns.Rows)
        {
            double[] farthest = Enumerable.Range(0, columns.Rows).Select(i => Outside(Unit(columns.Rows, i), basis)).MaxBy(Length)!;
            double[] rest = Outside(farthest, basis);
            basis.Add([.. rest.Select(x => x / Length(rest))]);
        }

        return Matrix.Create(columns.Rows, columns.Rows, (i, j) => basis[j][i]);
    }

    private static double[] Unit(int length, int place) => [.. Enumerable.Range(0, length).Select(i => i == place ? 1.0 : 0.0)];

    private static double[] Outside(double[] vector, List<double[]> basis)
    {
        foreach (double[] direction in basis)
        {
            double component = vector.Zip(direction, (x, y) => x * y).Sum();
            vector = [.. vector.Zip(direction, (x, y) => x - (component * y))];
        }

        return vector;
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(x => x * x));
}
