using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Plugins.Workloads;

/// <summary>The component <c>g</c>: dX/dt = A X, or with one factor transposed, so that an evaluation is one product of square matrices and nothing else.</summary>
internal static class MatrixFlow
{
    private const string Direct = "NN";
    private const string RightTransposed = "NT";
    private const string LeftTransposed = "TN";
    private const int LargestSize = 2048;
    private const int MostThreads = 1024;
    private const ulong Seed = 4001;

    private static readonly Parameter<int> Size = Parameter.WholeNumber("size", "the number of rows $n$ of the matrices", defaultValue: 256, minimum: 1, maximum: LargestSize);

    private static readonly Parameter<string> Form = Parameter.Choice(
        "form", "which factor is transposed: none, the right one or the left one", Direct, [Direct, RightTransposed, LeftTransposed]);

    private static readonly Parameter<int> Threads = Parameter.WholeNumber("threads", "how many threads a product may use", defaultValue: 1, minimum: 1, maximum: MostThreads);

    private static readonly Parameter<bool> Plain = Parameter.Flag("plain", "whether products are plain sums, one entry after another; slow, for comparison", false);

    /// <summary>The component.</summary>
    public static Component<ObservedSystem> Component { get; } = new()
    {
        Id = "g",
        Description = "Benchmark: the flow $X' = AX$ of a square matrix, or one factor transposed; $A$ and the initial $X$ are uniform in [−1, 1) at random.",
        Parameters = [Size, Form, Threads, Plain],
        Create = CreateSystem,
    };

    private static ObservedSystem CreateSystem(ParameterSet values)
    {
        int size = values.Get(Size);
        SplitMix64 random = new(Seed);
        double[] left = NextUniforms(random, size * size);
        double[] start = NextUniforms(random, size * size);
        bool isLeftTransposed = values.Get(Form) == LeftTransposed;
        bool isRightTransposed = values.Get(Form) == RightTransposed;
        IDynamicsSystem flow = values.Get(Plain)
            ? new PlainFlow(left, size, isLeftTransposed, isRightTransposed)
            : new KernelFlow(left, size, isLeftTransposed, isRightTransposed, values.Get(Threads));
        return new(flow, [], start);
    }

    private static double[] NextUniforms(SplitMix64 random, int count)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.NextUniform(-1, 1);
        }

        return values;
    }

    /// <summary>The flow by the kernels of the numerics, which every plugin may use.</summary>
    private sealed class KernelFlow(double[] left, int size, bool isLeftTransposed, bool isRightTransposed, int threads) : IDynamicsSystem
    {
        public int Dimension => size * size;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            MatrixView factor = new(left, size, size);
            MatrixView matrix = new(state, size, size);
            MatrixProduct.Multiply(isLeftTransposed ? factor.Transpose() : factor, isRightTransposed ? matrix.Transpose() : matrix, derivative, threads);
        }
    }

    /// <summary>The flow by one sum for each entry.</summary>
    private sealed class PlainFlow(double[] left, int size, bool isLeftTransposed, bool isRightTransposed) : IDynamicsSystem
    {
        public int Dimension => size * size;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            for (int row = 0; row < size; row++)
            {
                for (int column = 0; column < size; column++)
                {
                    derivative[(row * size) + column] = Entry(state, row, column);
                }
            }
        }

        private double Entry(ReadOnlySpan<double> state, int row, int column)
        {
            double sum = 0;
            for (int k = 0; k < size; k++)
            {
                double factor = isLeftTransposed ? left[(k * size) + row] : left[(row * size) + k];
                sum += factor * (isRightTransposed ? state[(column * size) + k] : state[(k * size) + column]);
            }

            return sum;
        }
    }
}
