using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.DeepLinearNetwork.Narrow;

/// <summary>A network narrower than its target: all hidden layers one neuron short, from a balanced start that knows nothing of the target.</summary>
/// <param name="Task">The narrow network; null where there is none, for one layer or one mode.</param>
/// <param name="Path">States up to the end; null where there is no network.</param>
internal sealed record NarrowStudy(DeepTask? Task, Trajectory? Path)
{
    /// <summary>The largest s_{h+1}/s_h at which the network is waited for.</summary>
    public const double LargestNeighbour = 0.8;

    private const double StartFraction = 0.1;
    private const double Rates = 100;
    private const int Points = 400;
    private const double Rounding = 1e-16;

    /// <summary>How many times as long a flow is followed that is still at a saddle, where starts by chance near what flows into it wait.</summary>
    private const double Patience = 10;

    /// <summary>Why there is nothing to claim; null if there is.</summary>
    public string? NotApplicable =>
        Task is null ? "It takes two layers and two modes to be narrower than the target."
        : Task.SingularValues[Task.HiddenWidth] > LargestNeighbour * Task.SingularValues[Task.HiddenWidth - 1] ? "The modes on both sides of the bottleneck are so close that the flow takes long to choose between them."
        : null;

    /// <summary>The distance of the product from the best approximation of its rank, over s₁.</summary>
    public IReadOnlyList<double> Distances
    {
        get
        {
            Matrix best = Task!.Approximation(Task.HiddenWidth);
            return Path!.Observe((_, state) => Math.Max(Task.Network.Product(state).Subtract(best).FrobeniusNorm() / Task.SingularValues[0], Rounding));
        }
    }

    public static NarrowStudy Measure(ExperimentContext context, DeepTask wide)
    {
        if (wide.Depth == 1 || wide.SingularValues.Count == 1)
        {
            return new(null, null);
        }

        int width = Math.Min(wide.HiddenWidth, wide.SingularValues.Count - 1);
        DeepTask task = wide.WithHiddenWidth(width);
        double[] start = task.RandomBalancedStart(context.CreateRandom("narrow-start"), StartFraction * task.SingularValues[^1]);
        double endTime = Rates / SlowestRate(task);
        Trajectory path = Follow(endTime);
        return new(task, IsAtSaddle(task, path) ? Follow(Patience * endTime) : path);

        Trajectory Follow(double end) => context.Solve(new InitialValueProblem(task.Network, start, 0, end), SaveAt.Times(SquareSpaced(end))).Trajectory;
    }

    /// <summary>Whether the product has fewer modes than the network can hold: its last singular value is below half of the first that the best approximation leaves out.</summary>
    private static bool IsAtSaddle(DeepTask task, Trajectory path) =>
        SingularValueDecomposition.Compute(task.Network.Product(path.LastState)).SingularValues[task.HiddenWidth - 1] < task.SingularValues[task.HiddenWidth] / 2;

    /// <summary>Times that lie closer at the start, where modes are learned.</summary>
    private static double[] SquareSpaced(double endTime) => [.. Enumerable.Range(0, Points).Select(i => endTime * i * i / ((Points - 1.0) * (Points - 1)))];

    /// <summary>s_h^(1−2/L)(s_h − s_{h+1}): how fast the network turns from the first mode that it cannot hold to the last that it can.</summary>
    private static double SlowestRate(DeepTask task)
    {
        double last = task.SingularValues[task.HiddenWidth - 1];
        double gap = Math.Max(last - task.SingularValues[task.HiddenWidth], (1 - LargestNeighbour) * last);
        return Math.Pow(last, 1 - (2.0 / task.Depth)) * gap;
    }
}
