using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Ensembles.Outputs;
using PluginLab.Numerics.Ensembles.StepSizes;

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
    public double Direction { get; } = DirectionOf(Record.Ensemble);

    /// <summary>1 if time runs forward in all trajectories of an ensemble, −1 if backward.</summary>
    public static double DirectionOf(Ensemble ensemble) => Enumerable.Range(0, ensemble.Count).Any(i => ensemble.EndTime(i) < ensemble.StartTime) ? -1 : 1;

    /// <summary>A function with work space for one thread.</summary>
    public LaneFunction Bind(IStateFunction<double> function) => new(function, Ensemble.System.Dimension, Method.DefaultParameters.Length);
}
