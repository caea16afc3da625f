using PluginLab.Experiments;
using PluginLab.Numerics.Integration.StepSizes;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.LinearAlgebra.Kernels;
using PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.Hardware;

/// <summary>Kernels on vectors and matrices with something left over after whole vectors and tiles: the bits of what they evaluate.</summary>
internal static class KernelBits
{
    private const int LongestVector = 75;
    private static readonly (int Rows, int Depth, int Columns)[] Shapes = [(1, 1, 1), (3, 5, 2), (13, 21, 34), (33, 67, 49), (101, 300, 67), (131, 257, 99)];

    public static string HashOfVectors()
    {
        Bits bits = new();
        for (int length = 1; length <= LongestVector; length++)
        {
            double[] x = Numbers($"x {length}", length), y = Numbers($"y {length}", length), vectors = Numbers($"vectors {length}", 3 * length), sum = [.. y];
            bits.Add(VectorUpdate.Dot(x, y), VectorScan.SquaredDistance(x, y));
            VectorUpdate.AddScaled([0.3, -1.7, 0.1], vectors, sum);
            bits.Add(sum);
            ErrorTolerance tolerance = new(1e-3, 1e-5);
            bits.Add(ScaledNorm.Of(tolerance, x, y, sum), ScaledNorm.Of(tolerance, new StageRow([0.3, 0, -1.7]), [Work(x), Work(y), Work(sum)], 0.01, x, y));
        }

        return bits.Hash();
    }

    public static string HashOfProducts()
    {
        Bits bits = new();
        foreach ((int rows, int depth, int columns) in Shapes)
        {
            RandomNumbers random = new(1, $"product {rows} {depth} {columns}");
            for (int form = 0; form < PlainProduct.Forms; form++)
            {
                PlainProduct drawn = (PlainProduct.Draw(random, rows, depth, columns, strangeShare: 1e-3) with { Scale = new(0.7, -0.2) }).InForm(form);
                double[] product = [.. drawn.Former], symmetric = new double[rows * rows];
                MatrixProduct.MultiplyAdd(drawn.LeftView(), drawn.RightView(), drawn.Scale, product);
                SymmetricProduct.Multiply(drawn.LeftView(), symmetric);
                bits.Add(product);
                bits.Add(symmetric);
            }
        }

        return bits.Hash();
    }

    private static double[] Numbers(string stream, int count) => [.. new RandomNumbers(1, stream).NextGaussians(count)];

    private static WorkVector Work(double[] numbers)
    {
        WorkVector vector = new(numbers.Length);
        numbers.CopyTo(vector.Span);
        return vector;
    }
}
