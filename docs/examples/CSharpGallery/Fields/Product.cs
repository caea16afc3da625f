using PluginLab.Dynamics;
using PluginLab.Figures;

public static class Product
{
    private const int N = 5;
    private static readonly double[] Strengths = [3, 1.5];
    private static readonly double[][] Patterns = [[1, 1, 1, -1, -1], [1, -1, 0, 1, -1]];

    public static Figure Create()
    {
        double[] target = new double[N * N], start = new double[2 * N * N];
        for (int k = 0; k < N * N; k++)
        {
            target[k] = Strengths.Zip(Patterns, (s, p) => s * p[k / N] * p[k % N] / p.Sum(x => x * x)).Sum();
            start[k] = start[N * N + k] = k / N == k % N ? 0.05 : 0;
        }

        Trajectory flow = Flows.Solve(w => Velocity(w, target), start, 4, 5);
        MatrixStrip strip = new()
        {
            Id = "product", Rows = N, Columns = N, Captions = [.. flow.Times.Select(t => $"$t = {t}$")],
            Matrices = [.. Enumerable.Range(0, flow.Count).Select(i => Multiply(flow.State(i)[..(N * N)].ToArray(), flow.State(i)[(N * N)..].ToArray()))],
            Scale = new() { Label = "entry of $W_2 W_1$", Map = ColorMap.Diverging },
        };
        return new()
        {
            Id = "matrix-strip", Title = "A network learns its target pattern by pattern", Size = new(960, 260),
            Caption = "The product of the two layers of a linear network under gradient flow; the target has singular values 3 and 1.5, and the stronger pattern comes first.",
            AltText = "Five coloured matrices; a pattern of blocks appears first, a finer one later.",
            Panels = [new() { X = Axis.Linear("column"), Y = Axis.Linear("row"), Marks = [strip] }],
        };
    }

    private static double[] Velocity(double[] w, double[] target)
    {
        double[] first = w[..(N * N)], second = w[(N * N)..];
        double[] error = [.. target.Zip(Multiply(first, second), (goal, value) => goal - value)];
        return [.. Multiply(error, Transpose(second)), .. Multiply(Transpose(first), error)];
    }

    private static double[] Multiply(double[] right, double[] left)
    {
        double[] product = new double[N * N];
        for (int k = 0; k < N * N; k++)
        {
            product[k] = Enumerable.Range(0, N).Sum(j => left[k / N * N + j] * right[j * N + k % N]);
        }

        return product;
    }

    private static double[] Transpose(double[] matrix) => [.. Enumerable.Range(0, N * N).Select(k => matrix[k % N * N + k / N])];
}
