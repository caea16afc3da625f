namespace PluginLab.Plugins.Workloads;

/// <summary>Orthonormal columns, with every sum in index order so that the bits agree with the peers' programs; a factorization of a library would not.</summary>
internal static class GramSchmidt
{
    private const int Sweeps = 2;

    /// <summary>Makes the columns orthonormal, from the first on: the modified method of Gram and Schmidt, two sweeps a column.</summary>
    public static void Orthonormalize(double[][] columns)
    {
        for (int j = 0; j < columns.Length; j++)
        {
            for (int i = 0; i < Sweeps * j; i++)
            {
                Subtract(columns[i % j], columns[j]);
            }

            double norm = Math.Sqrt(Dot(columns[j], columns[j]));
            for (int k = 0; k < columns[j].Length; k++)
            {
                columns[j][k] /= norm;
            }
        }
    }

    /// <summary>Takes the part along a unit vector out of a column.</summary>
    private static void Subtract(double[] unit, double[] column)
    {
        double projection = Dot(unit, column);
        for (int k = 0; k < column.Length; k++)
        {
            column[k] -= projection * unit[k];
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int k = 0; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }
}
