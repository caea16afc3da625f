using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>A product with all that goes into it, and what it is by three plain loops: the definition that the kernels must meet bit for bit.</summary>
internal sealed record PlainProduct(int Rows, int Depth, int Columns, bool LeftIsTransposed, bool RightIsTransposed)
{
    /// <summary>Number of forms: each factor as it lies or transposed.</summary>
    public const int Forms = 4;
    private const int DepthBlock = 256;

    public required double[] Left { get; init; }

    public required double[] Right { get; init; }

    public required double[] Former { get; init; }

    public ProductScale Scale { get; init; } = new(1, 0);

    public MatrixView LeftView() => LeftIsTransposed ? new MatrixView(Left, Depth, Rows).Transpose() : new MatrixView(Left, Rows, Depth);

    public MatrixView RightView() => RightIsTransposed ? new MatrixView(Right, Columns, Depth).Transpose() : new MatrixView(Right, Depth, Columns);

    /// <summary>A product of numbers and shares of them that are not finite.</summary>
    public static PlainProduct Draw(RandomNumbers random, int rows, int depth, int columns, double strangeShare = 0) =>
        new(rows, depth, columns, random.NextUniform() < 0.5, random.NextUniform() < 0.5)
        {
            Left = Entries(random, rows * depth, strangeShare),
            Right = Entries(random, depth * columns, strangeShare),
            Former = Entries(random, rows * columns, strangeShare),
        };

    /// <summary>The same numbers read in a form from 0 up to <see cref="Forms"/>.</summary>
    public PlainProduct InForm(int form) => this with { LeftIsTransposed = (form & 1) != 0, RightIsTransposed = (form & 2) != 0 };

    /// <summary>alpha A B + beta C by the definition.</summary>
    public double[] Evaluate()
    {
        double[] product = [.. Former];
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
            {
                product[(i * Columns) + j] = Entry(i, j);
            }
        }

        return product;
    }

    private double Entry(int i, int j)
    {
        double former = Former[(i * Columns) + j], beta = Scale.Beta;
        for (int first = 0; first == 0 || first < Depth; first += DepthBlock)
        {
            double sum = 0;
            for (int k = first; k < Math.Min(first + DepthBlock, Depth); k++)
            {
                double left = Left[LeftIsTransposed ? (k * Rows) + i : (i * Depth) + k];
                double right = Right[RightIsTransposed ? (j * Depth) + k : (k * Columns) + j];
                sum = Math.FusedMultiplyAdd(left, right, sum);
            }

            former = beta == 0 ? Scale.Alpha * sum : Math.FusedMultiplyAdd(Scale.Alpha, sum, beta * former);
            beta = 1;
        }

        return former;
    }

    /// <summary>Gaussian numbers, a share of them replaced by NaN, infinities, zeros of both signs and the largest and smallest of all.</summary>
    public static double[] Entries(RandomNumbers random, int count, double strangeShare)
    {
        double[] strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.MaxValue, double.Epsilon];
        return [.. random.NextGaussians(count).Select(number => random.NextUniform() < strangeShare ? strange[(int)(random.NextUniform() * strange.Length)] : number)];
    }
}
