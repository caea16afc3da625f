using MathNet.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>What MathNet makes of the same numbers: the kernels must agree but for rounding, and on which entries are NaN or infinite.</summary>
internal static class MathNetOracle
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>Compares alpha A B + beta C; the bound is that of two sums of as many products in any order (Higham, Accuracy and Stability, 2002, section 3.1).</summary>
    public static void AssertAgrees(double[] actual, PlainProduct drawn)
    {
        (Matrix<double> left, Matrix<double> right) = (Matrix(drawn.Left, drawn.Rows, drawn.Depth, drawn.LeftIsTransposed), Matrix(drawn.Right, drawn.Depth, drawn.Columns, drawn.RightIsTransposed));
        Matrix<double> former = Matrix(drawn.Former, drawn.Rows, drawn.Columns, isTransposed: false);
        (double alpha, double beta) = (drawn.Scale.Alpha, drawn.Scale.Beta);
        Matrix<double> expected = alpha * (left * right);
        Matrix<double> magnitudes = Math.Abs(alpha) * (left.PointwiseAbs() * right.PointwiseAbs());
        if (beta != 0)
        {
            expected += beta * former;
            magnitudes += Math.Abs(beta) * former.PointwiseAbs();
        }

        AssertNear(actual, expected.ToRowMajorArray(), magnitudes.ToRowMajorArray(), drawn.Depth, $"{drawn}");
    }

    /// <summary>Compares sums of a number of products each, whose magnitudes add to given ones.</summary>
    public static void AssertNear(double[] actual, double[] expected, double[] magnitudes, int terms, string what)
    {
        double roundoff = 2 * (terms + 3) * UnitRoundoff;
        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (int i = 0; i < actual.Length; i++)
        {
            bool agrees = double.IsFinite(expected[i]) ? Math.Abs(actual[i] - expected[i]) <= roundoff * magnitudes[i] : actual[i].Equals(expected[i]);
            if (!agrees)
            {
                Assert.Fail($"Entry {i} is {actual[i]:R}, by MathNet {expected[i]:R}: {what}");
            }
        }
    }

    private static Matrix<double> Matrix(double[] values, int rows, int columns, bool isTransposed) => isTransposed
        ? Matrix<double>.Build.DenseOfRowMajor(columns, rows, values).Transpose()
        : Matrix<double>.Build.DenseOfRowMajor(rows, columns, values);
}
