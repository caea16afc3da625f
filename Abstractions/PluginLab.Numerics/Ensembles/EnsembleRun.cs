using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Ensembles.Outputs;
using PluginLab.Numerics.Ensembles.StepSizes;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Ensembles;

/// <summary>What all threads share that solve an ensemble in lanes.</summary>
/// <param name="Record">Collects the results.</param>
/// <param name="Queue">Hands out the trajectories.</param>
/// <param name="Method">Takes the steps.</param>
/// <param name="Controller">Plans and accepts them.</param>
/// <param name="MaximumSteps">Budget of attempted steps of each trajectory.</param>
internal sealed record EnsembleRun(EnsembleRecord Record, TrajectoryQueue Queue, LaneMethod Method, ILaneController Controller, long MaximumSteps)
{
    /// <summary>What is solved.</summary>
    public Ensemble Ensemble => Record.Ensemble;

    /// <summary>1 if time runs forward, −1 if backward.</summary>
    public double Direction { get; } = Record.Ensemble.Direction;

    /// <summary>A step of this size is not too small at any time of any trajectory.</summary>
    public double SmallestStep { get; } = Solve.SmallestStepAt(FarthestTimeOf(Record.Ensemble));

    /// <summary>Ends all solves where they stand.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static double FarthestTimeOf(Ensemble ensemble)
    {
        double farthest = Math.Abs(ensemble.StartTime);
        for (int i = 0; i < ensemble.Count; i++)
        {
            farthest = Math.Max(farthest, Math.Abs(ensemble.EndTime(i)));
        }

        return farthest;
    }

    /// <summary>A function with work space for one thread.</summary>
    public LaneFunction Bind(IStateFunction<double> function) => new(function, Ensemble.System.Dimension, Method.DefaultParameters.Length);
}
