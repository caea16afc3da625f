using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Controls;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Tests.Execution;

internal sealed class ControlledRunnerTests
{
    private static readonly Control First = new("first", system => system);
    private static readonly Control Second = new("second", system => system);

    [Test]
    public void Each_distinct_control_runs_once_after_the_ordinary_run()
    {
        List<string> happened = [];
        PlannedRun run = PlannedRuns.Of("a", context =>
        {
            happened.Add(context.Control?.Mutation ?? "none");
            return Claims(("a", First), ("b", Second), ("c", First), ("d", null));
        });

        Runner().Run(run, new Progress<double>(), CancellationToken.None);

        Assert.That(happened, Is.EqualTo(new[] { "none", "first", "second" }));
    }

    [Test]
    public void A_control_that_is_interrupted_leaves_the_run_interrupted()
    {
        using CancellationTokenSource source = new();
        PlannedRun run = PlannedRuns.Of("a", context =>
        {
            if (context.Control is not null)
            {
                source.Cancel();
                context.CancellationToken.ThrowIfCancellationRequested();
            }

            return Claims(("a", First));
        });

        RunRecord record = Runner().Run(run, new Progress<double>(), source.Token);

        Assert.That(record.State, Is.EqualTo(RunState.Interrupted));
    }

    [Test]
    public void A_control_without_a_mutation_breaks_the_contract()
    {
        PlannedRun run = PlannedRuns.Of("a", _ => Claims(("a", new Control(null!, system => system))));

        RunRecord record = Runner().Run(run, new Progress<double>(), CancellationToken.None);

        Assert.That(record.Failure, Is.EqualTo(new RunFailure("The control of claim 'a' has no name or no mutation; give both, or no control.", BreaksContract: true)));
    }

    [Test]
    public void Progress_goes_from_the_start_to_the_end_over_all_runs()
    {
        Recorder progress = new();
        PlannedRun run = PlannedRuns.Of("a", context =>
        {
            context.Progress!.Report(0);
            context.Progress.Report(1);
            return Claims(("a", First), ("b", Second));
        });

        Runner().Run(run, progress, CancellationToken.None);

        Assert.That(progress.Values, Is.EqualTo(new[] { 0, 0.5, 0.5, 0.75, 0.75, 1 }));
    }

    private static ControlledRunner Runner() => new(new PatientRunner(new ExperimentRunner(TimeProvider.System)));

    private static ExperimentResult Claims(params (string Id, Control? Control)[] claims) => new()
    {
        Claims = [.. claims.Select(claim => new Claim
        {
            Id = claim.Id,
            Statement = "It is.",
            Source = "None",
            Predicted = 0,
            Measured = 0,
            Uncertainty = 0,
            Bound = Bound.Within(0, 1),
            Expected = Verdict.Supported,
            Control = claim.Control,
        })],
    };

    private sealed class Recorder : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
