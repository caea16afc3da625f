using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Tests.Execution;

internal sealed class PlanExecutorTests
{
    private static readonly ExperimentResult Nothing = new();

    [Test]
    public void Records_come_in_the_order_of_the_plan_whichever_ends_first([Values(1, 2, 8)] int jobs)
    {
        using ManualResetEventSlim laterEnded = new(jobs == 1);
        PlannedRun[] runs =
        [
            PlannedRuns.Of("a", _ => { laterEnded.Wait(); return Nothing; }),
            PlannedRuns.Of("b", _ => { laterEnded.Set(); return Nothing; }),
        ];

        IReadOnlyList<RunRecord?> records = Execute(runs, new ExecutionOptions(jobs, IsFailFast: false));

        Assert.That(records.Select(record => record!.Run.Name), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(records.Select(record => record!.State), Is.All.EqualTo(RunState.Finished));
    }

    [Test]
    public void A_run_that_fails_stops_no_other_unless_asked_for([Values] bool isFailFast)
    {
        PlannedRun[] runs = [PlannedRuns.Of("a", _ => throw new InvalidOperationException("No.")), PlannedRuns.Of("b", _ => Nothing)];

        IReadOnlyList<RunRecord?> records = Execute(runs, new ExecutionOptions(1, isFailFast));

        Assert.That(records[0]!.State, Is.EqualTo(RunState.Failed));
        Assert.That(records[1]?.State, Is.EqualTo(isFailFast ? null : RunState.Finished));
    }

    [Test]
    public void A_run_is_stored_before_the_next_one_begins()
    {
        List<string> happened = [];
        PlannedRun[] runs = [.. new[] { "a", "b" }.Select(name => PlannedRuns.Of(name, _ => { happened.Add($"run {name}"); return Nothing; }))];
        ProgressBoard board = new(["a", "b"]);

        Executor().Execute(runs, new ExecutionOptions(1, false), record => { happened.Add($"store {record.Run.Name}"); return record; }, board, CancellationToken.None);

        Assert.That(happened, Is.EqualTo(new[] { "run a", "store a", "run b", "store b" }));
        Assert.That(board.EndedCount, Is.EqualTo(2));
    }

    [Test]
    public void Cancelling_interrupts_the_run_that_goes_on_and_begins_no_other()
    {
        using CancellationTokenSource source = new();
        PlannedRun[] runs =
        [
            PlannedRuns.Of("a", context => { source.Cancel(); context.CancellationToken.ThrowIfCancellationRequested(); return Nothing; }),
            PlannedRuns.Of("b", _ => Nothing),
        ];

        IReadOnlyList<RunRecord?> records = Executor().Execute(runs, new ExecutionOptions(1, false), record => record, new ProgressBoard(["a", "b"]), source.Token);

        Assert.That(records[0]!.State, Is.EqualTo(RunState.Interrupted));
        Assert.That(records[1], Is.Null);
    }

    [Test]
    public void An_experiment_that_throws_as_if_cancelled_has_failed()
    {
        PlannedRun[] runs = [PlannedRuns.Of("a", _ => throw new OperationCanceledException("By itself."))];

        RunRecord record = Execute(runs, new ExecutionOptions(1, false))[0]!;

        Assert.That(record.State, Is.EqualTo(RunState.Failed));
        Assert.That(record.Failure!.Summary, Does.Contain("By itself."));
    }

    private static PlanExecutor Executor() => new(new PatientRunner(new ExperimentRunner(TimeProvider.System)));

    private static IReadOnlyList<RunRecord?> Execute(IReadOnlyList<PlannedRun> runs, ExecutionOptions options) =>
        Executor().Execute(runs, options, record => record, new ProgressBoard([.. runs.Select(run => run.Name)]), CancellationToken.None);
}
