using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Reporting;
using PluginLab.Host.Storage;
using PluginLab.Host.Tests.Execution;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Tests.Reporting;

internal sealed class RunStoreTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void A_result_that_reports_cannot_read_fails_its_run_and_is_read_no_more()
    {
        Metric unreadable = new("last", null!, 1);
        RunRecord record = Record() with { Result = new ExperimentResult { Metrics = [null!, unreadable] } };

        RunRecord stored = new RunStore(ResultsFolder.Open(folder.Path, [])).Store(record);

        Assert.That(stored.State, Is.EqualTo(RunState.Failed));
        Assert.That(stored.Failure!.Summary, Does.StartWith("The results could not be written: NullReferenceException: "));
        Assert.That(stored.Result.Metrics, Is.Empty);
        Assert.That(Directory.GetDirectories(Path.Combine(folder.Path, "runs")), Is.Empty);
    }

    [Test]
    public void A_folder_that_cannot_be_written_fails_the_run_with_its_reason()
    {
        RunStore store = new(ResultsFolder.Open(folder.Path, []));
        Directory.Delete(Path.Combine(folder.Path, "runs"));
        folder.Write("runs", "a file in the way");

        RunRecord stored = store.Store(Record());

        Assert.That(stored.State, Is.EqualTo(RunState.Failed));
        Assert.That(stored.Failure!.Summary, Does.StartWith("The results could not be written: "));
    }

    private static RunRecord Record() => new() { Run = PlannedRuns.Of("a", _ => new ExperimentResult()), State = RunState.Finished };
}
