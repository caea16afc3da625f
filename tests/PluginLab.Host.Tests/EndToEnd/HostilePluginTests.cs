using System.Text.Json;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>What a plugin does to the process is told, and does not reach the results.</summary>
public sealed class HostilePluginTests
{
    [Test]
    public void What_a_plugin_prints_stays_out_of_the_results()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "a", "experiment": "prints" }""");

        HostResult result = laboratory.Run("run", "--json");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(() => JsonDocument.Parse(result.Output).Dispose(), Throws.Nothing);
        Assert.That(result.Errors, Does.Contain("Look at me."));
    }

    [TestCase("exits", "the process was ended while runs went on: a.")]
    [TestCase("throws-aside", "a thread of a plugin ended the process while runs went on: a. No report was written. It threw InvalidOperationException: Nobody catches me.")]
    public void A_plugin_that_ends_the_process_is_told_with_the_runs_that_went_on(string experiment, string message)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest($$"""{ "name": "a", "experiment": "{{experiment}}" }""");

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Errors, Does.Contain(message));
    }

    [Test]
    public void Control_characters_and_stack_traces_of_a_plugin_do_not_reach_the_terminal()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "a", "experiment": "escapes" }""");

        HostResult result = laboratory.Run("run");

        Assert.That(result.Output, Does.Contain("\\u001b[2J gone").And.Not.Contain("\u001b").And.Not.Contain("   at "));
        Assert.That(File.ReadAllText(laboratory.PathOf("results", "summary.md")), Does.Not.Contain("\u001b"));
        Assert.That(File.ReadAllText(laboratory.PathOf("results", "provenance.json")), Does.Contain("   at "));
    }

    [Test]
    public void A_run_that_ignores_its_timeout_is_left_behind_and_the_others_finish()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "a", "experiment": "sleeps", "timeout": "100ms" }""", """{ "name": "b", "experiment": "quick" }""");

        HostResult result = laboratory.Run("run", "--jobs", "1");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Output, Does.Contain("The run is past its timeout of 0.1 s and does not respond"));
        Assert.That(laboratory.ReadResults("results").Keys, Does.Contain("runs/b/report.json"));
    }
}
