using PluginLab.Experiments;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

internal static class MatrixAssertions
{
    // A backward stable decomposition of these small matrices is off by a modest multiple of the unit roundoff.
    public const double Rounding = 1e-13;

    public static Matrix Identity(int size) => Matrix.Create(size, size, (i, j) => i == j ? 1 : 0);

    public static double DistanceFromOrthonormalColumns(Matrix matrix) => matrix.Transpose().Multiply(matrix).Subtract(Identity(matrix.Columns)).LargestMagnitude();

    public static Matrix Random(int rows, int columns, ulong seed) =>
        PluginLab.Numerics.LinearAlgebra.RandomMatrices.Gaussian(rows, columns, 1, new RandomNumbers(seed, "matrix"));
}
