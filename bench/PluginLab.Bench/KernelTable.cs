using System.Globalization;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Bench;

/// <summary>Products and right-hand sides against OpenBLAS, in turn in one process: GFLOP/s of processor time on one thread, and their ratio.</summary>
/// <remarks>Set OPENBLAS_CORETYPE where the line above the table names a core that the machine's processor is not.</remarks>
internal static class KernelTable
{
    private const int WarmUps = 30;
    private const int Rounds = 60;
    private const double OperationsPerRound = 4e7;

    private static readonly int[] Sizes = [32, 64, 96, 100, 128, 256, 512];
    private static readonly (string Name, bool Left, bool Right)[] Forms = [("NN", false, false), ("NT", false, true), ("TN", true, false), ("TT", true, true)];

    /// <summary>Writes the table.</summary>
    public static void Write()
    {
        OpenBlas.UseOneThread();
        Console.WriteLine($"OpenBLAS takes this processor for {OpenBlas.CoreName}.\n");
        Console.WriteLine("| what | n | ours, GFLOP/s | OpenBLAS | ratio |\n|---|---:|---:|---:|---:|");
        foreach (int size in Sizes)
        {
            double[] left = Numbers("left", size * size), right = Numbers("right", size * size), ours = new double[size * size], theirs = new double[size * size];
            foreach ((string name, bool isLeftTransposed, bool isRightTransposed) in Forms)
            {
                Row(name, size, 2, () => MatrixProduct.Multiply(View(left, size, isLeftTransposed), View(right, size, isRightTransposed), ours), () =>
                    OpenBlas.Multiply(new(left, isLeftTransposed), new(right, isRightTransposed), new(1, 0), theirs, size));
            }

            WriteRightHandSide(size, left);
        }
    }

    private static void WriteRightHandSide(int size, double[] target)
    {
        int entries = size * size;
        double[] weights = Numbers("weights", 2 * entries), ours = new double[2 * entries], theirs = new double[2 * entries], error = new double[entries];
        LinearNetwork network = new(new Matrix(size, size, target), [size, size, size]);
        Row("right-hand side", size, 6, () => network.EvaluateDerivative(0, weights, ours), () =>
        {
            target.CopyTo(error, 0);
            ReadOnlySpan<double> first = weights.AsSpan(0, entries), second = weights.AsSpan(entries);
            OpenBlas.Multiply(new(first, false), new(second, false), new(-1, 1), error, size);
            OpenBlas.Multiply(new(error, false), new(second, true), new(1, 0), theirs.AsSpan(0, entries), size);
            OpenBlas.Multiply(new(first, true), new(error, false), new(1, 0), theirs.AsSpan(entries), size);
        });
    }

    private static void Row(string what, int size, int operationsPerCube, Action ours, Action theirs)
    {
        double operations = operationsPerCube * Math.Pow(size, 3);
        int repetitions = Math.Max(1, (int)(OperationsPerRound / operations));
        List<(double Ours, double Theirs)> seconds = [];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            (double Ours, double Theirs) times = (ProcessorTime.Of(ours, repetitions), ProcessorTime.Of(theirs, repetitions));
            if (round >= 0)
            {
                seconds.Add(times);
            }
            else if (round % 10 == 0)
            {
                // The compiler needs moments in the background for its second, faster version of what was called often, and for what that calls.
                Thread.Sleep(200);
            }
        }

        double speed = operations * 1e-9, ratio = Median(seconds.Select(time => time.Theirs / time.Ours));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {size} | {speed / Median(seconds.Select(time => time.Ours)):0.0} | {speed / Median(seconds.Select(time => time.Theirs)):0.0} | {ratio:0.00} |"));
    }

    private static MatrixView View(double[] values, int size, bool isTransposed) =>
        isTransposed ? new MatrixView(values, size, size).Transpose() : new MatrixView(values, size, size);

    private static double[] Numbers(string stream, int count) => new RandomNumbers(1, stream).NextGaussians(count);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
