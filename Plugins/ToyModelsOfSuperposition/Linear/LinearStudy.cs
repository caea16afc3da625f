using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Linear;

/// <summary>The flow of a toy model whose three differences to a linear network are switched off, beside that network; and with its weights tied again.</summary>
/// <remarks>No bias, equal importances, and inputs whitened as note 0 assumes; the same Gaussian start for both.</remarks>
internal sealed record LinearStudy
{
    private const int Points = 200;

    /// <summary>What is compared.</summary>
    public required LinearTask Task { get; init; }

    /// <summary>The linear network of note 0.</summary>
    public required Trajectory Network { get; init; }

    /// <summary>The toy model with all three differences switched off.</summary>
    public required Trajectory SwitchedOff { get; init; }

    /// <summary>The largest distance of a weight of the tied model from that of the tied linear network at twice the time, over the largest weight.</summary>
    public required double TiedDistance { get; init; }

    /// <summary>The largest distance of a weight from that of the linear network, over the largest weight.</summary>
    public double LargestDistance => LargestRelativeDistance(SwitchedOff, Network);

    /// <summary>M_ii of the linear network along its path, for each feature.</summary>
    public IReadOnlyList<IReadOnlyList<double>> NetworkStrengths =>
        [.. Task.Targets.Select((_, i) => Network.Observe(NetworkObservables.Entry(Task.Network, i, i)))];

    /// <summary>M_ii of the toy model.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Strengths =>
        [.. Task.Targets.Select((_, i) => SwitchedOff.Observe((_, state) => Task.SwitchedOff.Product(state)[i, i]))];

    public static LinearStudy Measure(ExperimentContext context, LinearTask task)
    {
        double[] encoder = task.Weights[..(task.Weights.Length / 2)];
        ToyModel tied = task.SwitchedOff.With(task.SwitchedOff.Design with { IsTied = true });
        TiedLinearNetwork tiedNetwork = new(task.Network.Target, task.SwitchedOff.Design.HiddenWidth);
        return new LinearStudy
        {
            Task = task,
            Network = Solve(task.Network, task.Weights, task.EndTime),
            SwitchedOff = Solve(task.SwitchedOff, task.Weights, task.EndTime),
            TiedDistance = LargestRelativeDistance(Solve(tied, encoder, task.EndTime), Solve(tiedNetwork, encoder, 2 * task.EndTime)),
        };

        Trajectory Solve(IDynamicsSystem system, double[] start, double endTime) =>
            context.Solve(new InitialValueProblem(system, start, 0, endTime), SaveAt.EquallySpaced(0, endTime, Points)).Trajectory;
    }

    /// <summary>The largest distance of a component anywhere along two trajectories, over the largest component.</summary>
    public static double LargestRelativeDistance(Trajectory left, Trajectory right)
    {
        double scale = Largest.Of(Enumerable.Range(0, right.Count).SelectMany(i => right.State(i).ToArray()).Select(Math.Abs));
        return Largest.Of(Enumerable.Range(0, right.Count)
            .SelectMany(i => left.State(i).ToArray().Zip(right.State(i).ToArray(), (x, y) => Math.Abs(x - y)))) / scale;
    }
}
