using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Execution.Invariants;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution;

/// <summary>Carries out one run and keeps whatever a plugin does from the others.</summary>
internal sealed class ExperimentRunner(TimeProvider clock)
{
    /// <summary>Runs the experiment and draws its figures.</summary>
    public RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        long start = clock.GetTimestamp();
        using CancellationTokenSource timeout = run.Timeout is { } limit ? new CancellationTokenSource(limit, clock) : new CancellationTokenSource();
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        CountingIntegrator integrator = new(run.Integrator.Instance);
        InvariantMonitor monitor = new();
        ExperimentContext context = new()
        {
            Parameters = run.Parameters,
            Integrator = integrator,
            Seed = run.Seed,
            CancellationToken = linked.Token,
            Progress = progress,
            Control = run.Control,
            Monitor = monitor,
            CoarsensOwnIntegrators = run.CoarsensOwnIntegrators,
        };
        RunRecord record;
        try
        {
            record = Finish(run, run.Experiment.Component.Run(context));
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            record = cancellationToken.IsCancellationRequested ? RunRecord.Interrupted(run) : Failed(run, TimedOut(run));
        }
        catch (IntegrationFailedException exception)
        {
            record = Failed(run, new RunFailure($"A solve ended as {exception.Outcome}. {exception.Message}"));
        }
        catch (Exception exception)
        {
            // A plugin's code may throw anything. Only text is kept: the object would keep the plugin's types alive.
            record = Failed(run, new RunFailure($"The experiment threw {exception.GetType().Name}: {exception.Message}", exception.ToString()));
        }

        return record with { Statistics = integrator.Statistics, Invariants = monitor.Invariants, Duration = clock.GetElapsedTime(start) };
    }

    private static RunFailure TimedOut(PlannedRun run) =>
        new($"The run took longer than {NumberText.Of(run.Timeout!.Value.TotalSeconds)} s, its timeout. Raise the timeout, or make the run smaller.");

    private static RunRecord Failed(PlannedRun run, RunFailure failure) => new() { Run = run, State = RunState.Failed, Failure = failure };

    private static RunRecord Finish(PlannedRun run, ExperimentResult? returned)
    {
        ExperimentResult? result = ResultRule.Copy(returned);
        if (ResultRule.FindFault(result) is { } fault)
        {
            return Failed(run, new RunFailure(fault, BreaksContract: true));
        }

        result = result! with { Figures = [.. result.Figures.Select(figure => figure.Stating(result.Claims))] };
        (IReadOnlyList<DrawnFigure> figures, RunFailure? failure) = FigureDrawing.Draw(run, result.Figures);
        return new RunRecord
        {
            Run = run,
            State = failure is null ? RunState.Finished : RunState.Failed,
            Failure = failure,
            Result = result,
            Figures = figures,
        };
    }
}
