using System.Runtime.ExceptionServices;

namespace PluginLab.Dynamics;

/// <summary>Solves an ensemble one trajectory after another on all cores, with any integrator and any system.</summary>
public static class TrajectoryByTrajectory
{
    /// <summary>Solves all problems of an ensemble. Observables and reductions together cost a second solve of each.</summary>
    /// <inheritdoc cref="IEnsembleIntegrator.Integrate"/>
    public static EnsembleSolution Integrate(IIntegrator integrator, Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(integrator);
        EnsembleRecord record = new(ensemble, output);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            ParallelOptions options = new() { MaxDegreeOfParallelism = output.ThreadLimit };
            Parallel.For(0, ensemble.Count, options, (trajectory, loop) => SolveNext(integrator, record, trajectory, loop, stop));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return record.ToSolution();
    }

    private static void SolveNext(IIntegrator integrator, EnsembleRecord record, int trajectory, ParallelLoopState loop, CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested)
        {
            loop.Stop();
            return;
        }

        bool hasFailed = true;
        try
        {
            Solve(integrator, record, trajectory, stop.Token);
            record.Finish(stop.IsCancellationRequested ? 0 : 1);
            hasFailed = false;
        }
        finally
        {
            // Nobody will see the results of other threads: their solves end at the next step.
            if (hasFailed)
            {
                stop.Cancel();
            }
        }
    }

    private static void Solve(IIntegrator integrator, EnsembleRecord record, int trajectory, CancellationToken cancellationToken)
    {
        InitialValueProblem problem = record.Ensemble.Problem(trajectory);
        double[] parameters = record.Ensemble.SeenParameters(trajectory);
        Solution solution = integrator.Integrate(problem, record.Output.Reductions.Count > 0 ? SaveAt.EveryStep : SaveAt.End, cancellationToken);
        SolveStatistics work = solution.Statistics;
        if (record.Output.Observables.Count > 0)
        {
            Solution observed = integrator.Integrate(problem, SaveAt.Times(record.Output.Times), cancellationToken);
            if (observed.Outcome == SolveOutcome.Cancelled)
            {
                // The first solve may have come to its end, and would tell of a trajectory that was never observed.
                return;
            }

            Observe(observed.PartialTrajectory, record, trajectory, parameters);
            work = observed.Statistics;
        }

        Write(solution, record, trajectory, parameters, work);
    }

    private static void Write(Solution solution, EnsembleRecord record, int trajectory, double[] parameters, SolveStatistics work)
    {
        Trajectory path = solution.PartialTrajectory;
        foreach (LocatedEvent happened in solution.Events)
        {
            record.Happened(record.IndexOfEvent(happened.Name), trajectory, happened.Time);
        }

        for (int i = 0; i < record.Output.Reductions.Count; i++)
        {
            record.Reduce(i, trajectory, Reduce(record.Output.Reductions[i], path, parameters, solution));
        }

        if (path.Count > 0)
        {
            record.End(trajectory, solution.Outcome, path.Times[^1], path.LastState, work);
        }
    }

    private static double Reduce(Reduction reduction, Trajectory path, double[] parameters, Solution solution)
    {
        // The step with a terminal event counts with no state: beside the initial one there is one for each step before it.
        long states = solution.Outcome == SolveOutcome.StoppedByEvent ? Math.Min(path.Count, solution.Statistics.AcceptedSteps) : path.Count;
        double extreme = double.NaN;
        for (int i = 0; i < states; i++)
        {
            double value = reduction.Function.Evaluate(path.Times[i], path.State(i), parameters);
            extreme = i == 0 ? value : reduction.Kind == ReductionKind.Minimum ? Math.Min(extreme, value) : Math.Max(extreme, value);
        }

        return extreme;
    }

    private static void Observe(Trajectory saved, EnsembleRecord record, int trajectory, double[] parameters)
    {
        int point = 0;
        for (int k = 0; k < record.Output.Times.Count && point < saved.Count; k++)
        {
            if (saved.Times[point] != record.Output.Times[k])
            {
                continue;
            }

            for (int i = 0; i < record.Output.Observables.Count; i++)
            {
                record.ObservedOf(i, trajectory)[k] = record.Output.Observables[i].Evaluate(saved.Times[point], saved.State(point), parameters);
            }

            point++;
        }
    }
}
