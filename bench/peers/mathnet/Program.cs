using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.OdeSolvers;

// The .NET peer: MathNet's only explicit method for systems, the classical one of order 4 with constant steps, and its dense products, on one thread.
MathNet.Numerics.Control.UseManaged();
MathNet.Numerics.Control.UseSingleThread();
string data = Path.Combine(Environment.GetEnvironmentVariable("PEERS") ?? ".", "data");
Products(3, "W1P", "w1p", static (s, w) =>
{
    double residual = s - (w[0] * w[1] * w[2]);
    return Vector<double>.Build.Dense([residual * w[1] * w[2], residual * w[0] * w[2], residual * w[0] * w[1]]);
});
Products(2, "W1Q", "w1q", static (s, w) =>
{
    double residual = s - (w[0] * w[0] * w[1]);
    return Vector<double>.Build.Dense([2 * residual * w[0] * w[1], residual * w[0] * w[0]]);
});
foreach (int n in (int[])[64, 256])
{
    MatrixProducts(n);
}

// A part of the trajectories, its time scaled to all of them; the fewest steps, doubled from 200 on, whose error is at most 2e-8.
void Products(int weights, string workload, string name, Func<double, Vector<double>, Vector<double>> rightHandSide)
{
    const int Trajectories = 100_000;
    const int Run = 400;
    const double Goal = 2e-8;
    double[] inputs = Numbers($"{name}.bin");
    double[] reference = Numbers($"{name}.ref");
    double error = double.PositiveInfinity;
    for (int steps = 200; error > Goal && steps < 100_000; steps *= 2)
    {
        error = 0;
        (TimeSpan wall, TimeSpan processor) = Time(3, () =>
        {
            error = 0;
            for (int i = 0; i < Run; i++)
            {
                double target = inputs[i * (weights + 1)];
                Vector<double> start = Vector<double>.Build.DenseOfArray(inputs.AsSpan((i * (weights + 1)) + 1, weights).ToArray());
                Vector<double> end = RungeKutta.FourthOrder(start, 0, 20, steps + 1, (_, w) => rightHandSide(target, w))[^1];
                for (int k = 0; k < weights; k++)
                {
                    error = Math.Max(error, Math.Abs(end[k] - reference[(i * weights) + k]));
                }
            }
        });
        double scale = (double)Trajectories / Run;
        Write($"{workload},mathnet,runge-kutta-4 with {steps} steps,0,1,{Run},{wall.TotalSeconds * scale:g6},{processor.TotalSeconds * scale:g6},{4.0 * steps * Trajectories:g6},{error:0.000e-00},{error:0.000e-00},0");
    }
}

void MatrixProducts(int n)
{
    Matrix<double> left = Matrix<double>.Build.Dense(n, n, 1.01);
    Matrix<double> right = Matrix<double>.Build.Dense(n, n, 0.99);
    Matrix<double> product = Matrix<double>.Build.Dense(n, n);
    int count = Math.Max(1, (int)(2e8 / (2.0 * n * n * n)));
    (string Form, Action Multiply)[] forms =
    [
        ("NN", () => left.Multiply(right, product)), ("NT", () => left.TransposeAndMultiply(right, product)), ("TN", () => left.TransposeThisAndMultiply(right, product)),
    ];
    foreach ((string form, Action multiply) in forms)
    {
        (TimeSpan wall, TimeSpan processor) = Time(5, () =>
        {
            for (int i = 0; i < count; i++)
            {
                multiply();
            }
        });
        Write($"GEMM,mathnet,n={n}-{form},0,1,{count},{wall.TotalSeconds / count:g6},{processor.TotalSeconds / count:g6},{2.0 * n * n * n * count / processor.TotalSeconds * 1e-9:0.00},0,0,0");
    }
}

// Medians after three runs that warm up.
static (TimeSpan Wall, TimeSpan Processor) Time(int repeats, Action work)
{
    List<TimeSpan> wall = [];
    List<TimeSpan> processor = [];
    for (int i = -3; i < repeats; i++)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        wall.Add(Stopwatch.GetElapsedTime(start));
        processor.Add(Environment.CpuUsage.TotalTime - before);
        Thread.Sleep(i < 0 ? 200 : 0);
    }

    return (wall.Skip(3).Order().ElementAt(repeats / 2), processor.Skip(3).Order().ElementAt(repeats / 2));
}

double[] Numbers(string file) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(data, file))).ToArray();

static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
