using System.Runtime.ExceptionServices;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Ensembles.StepSizes;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Solves an ensemble in lanes on all cores.</summary>
internal static class LaneEnsemble
{

    /// <summary>Solves an ensemble if its system, the method and the controller run in lanes.</summary>
    /// <returns>The solution; null if they do not.</returns>
    public static EnsembleSolution? TryIntegrate(
        Ensemble ensemble, EnsembleOutput output, StepSettings settings, CancellationToken cancellationToken)
    {
        if (ensemble.System is not (IParametricSystem<Lanes> and IParametricSystem<double>) || settings.Method is not ExplicitRungeKutta explicitMethod)
        {
            return null;
        }

        LaneMethod method = new(explicitMethod.Tableau, (IParametricSystem<Lanes>)ensemble.System);
        double direction = ensemble.Direction;
        ILaneController? controller = settings.Controller switch
        {
            AdaptiveStepSize adaptive => new AdaptiveLanes(adaptive, method, direction),
            ConstantStepSize constant => new ConstantLanes(constant, ensemble.StartTime, direction),
            _ => null,
        };
        return controller is null
            ? null
            : Solve(new(new EnsembleRecord(ensemble, output), new TrajectoryQueue(ensemble.Count), method, controller, settings.MaximumSteps) { CancellationToken = cancellationToken });
    }

    private static EnsembleSolution Solve(EnsembleRun run)
    {
        int workers = Math.Min(run.Queue.BlockCount, run.Record.Output.ThreadLimit);
        if (workers == 1)
        {
            Work(run, () => false);
            return run.Record.ToSolution();
        }

        try
        {
            ParallelOptions options = new() { MaxDegreeOfParallelism = workers };
            Parallel.For(0, workers, options, (_, loop) => Work(run, () => loop.ShouldExitCurrentIteration));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return run.Record.ToSolution();
    }

    private static void Work(EnsembleRun run, Func<bool> isOver)
    {
        if (run.Queue.IsEmpty)
        {
            return;
        }

        new LaneWorker(run).Run(isOver, run.CancellationToken);
    }
}
