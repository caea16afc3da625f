using System.Runtime.ExceptionServices;
using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Solves an ensemble in lanes on all cores.</summary>
internal sealed class LaneEnsemble
{
    // Two groups in turn hide the latency of each other's step-size control. A small ensemble is better spread over the threads.
    private const int FromWhereGroupsPair = 4096;
    private readonly EnsembleRecord record;
    private readonly TrajectoryQueue queue;
    private readonly LaneMethod method;
    private readonly ILaneController controller;
    private readonly long maximumSteps;

    private LaneEnsemble(EnsembleRecord record, LaneMethod method, ILaneController controller, long maximumSteps)
    {
        (this.record, this.method, this.controller, this.maximumSteps) = (record, method, controller, maximumSteps);
        queue = new TrajectoryQueue(record.Ensemble.Count, record.Output.Progress);
    }

    /// <summary>Solves an ensemble if its system, the method and the controller run in lanes.</summary>
    /// <returns>The solution; null if they do not.</returns>
    public static EnsembleSolution? TryIntegrate(
        Ensemble ensemble, EnsembleOutput output, StepSettings settings, CancellationToken cancellationToken)
    {
        bool isPlain = ensemble.Events.Count + output.Observables.Count + output.Reductions.Count == 0;
        if (!isPlain || ensemble.System is not IParametricSystem<Lanes> system || settings.Method is not ExplicitRungeKutta explicitMethod)
        {
            return null;
        }

        LaneMethod method = new(explicitMethod.Tableau, system);
        double direction = Enumerable.Range(0, ensemble.Count).Any(i => ensemble.EndTime(i) < ensemble.StartTime) ? -1 : 1;
        ILaneController? controller = settings.Controller switch
        {
            AdaptiveStepSize { Gains.StepRatio: 0 } adaptive => new AdaptiveLanes(adaptive, method, direction),
            ConstantStepSize constant => new ConstantLanes(constant, ensemble.StartTime, direction),
            _ => null,
        };
        return controller is null ? null : new LaneEnsemble(new EnsembleRecord(ensemble, output), method, controller, settings.MaximumSteps).Run(cancellationToken);
    }

    private EnsembleSolution Run(CancellationToken cancellationToken)
    {
        int threads = record.Output.MaximumThreads;
        int workers = Math.Min(queue.BlockCount, threads > 0 ? threads : queue.BlockCount);
        if (workers == 1)
        {
            Work(() => false, cancellationToken);
            return record.ToSolution();
        }

        try
        {
            ParallelOptions options = new() { MaxDegreeOfParallelism = threads > 0 ? threads : -1 };
            Parallel.For(0, workers, options, (_, loop) => Work(() => loop.ShouldExitCurrentIteration, cancellationToken));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return record.ToSolution();
    }

    private void Work(Func<bool> isOver, CancellationToken cancellationToken)
    {
        LaneStarts starts = new(record, queue, method, controller);
        int count = record.Ensemble.Count >= FromWhereGroupsPair ? 2 : 1;
        LaneGroup[] groups = [.. Enumerable.Range(0, count).Select(_ => new LaneGroup(record, queue, starts, method, controller, maximumSteps))];
        while (Array.Exists(groups, group => group.IsActive))
        {
            if (cancellationToken.IsCancellationRequested || isOver())
            {
                Array.ForEach(groups, group => group.Cancel());
                return;
            }

            foreach (LaneGroup group in groups)
            {
                group.Step();
            }
        }
    }
}
