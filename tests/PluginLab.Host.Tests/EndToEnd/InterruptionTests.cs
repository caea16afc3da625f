using System.Diagnostics;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>However a process ends, what is on disk is whole, and the next one goes on.</summary>
public sealed class InterruptionTests
{
    private const string First = """{ "name": "first", "experiment": "quick" }""";
    private const string Second = """{ "name": "second", "experiment": "quick" }""";
    private const string Waiting = """{ "name": "second", "experiment": "waits" }""";

    [TestCase("INT")]
    [TestCase("TERM")]
    public void A_signal_ends_in_75_keeps_what_is_done_and_says_how_to_go_on(string signal)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(First, Waiting);
        using Process process = laboratory.StartUntilWaiting("run", "--jobs", "1");

        Laboratory.Signal(process, signal);
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.EqualTo(75), errors);
        Assert.That(errors, Does.Contain("1 of 2 runs are done and written. To have them all in one report, give the same command again."));
        Assert.That(laboratory.ReadResults("results").Keys, Is.EquivalentTo(new[]
        {
            ".pluginlab", "index.html", "summary.md", "runs/first/report.json", "runs/first/report.svg",
        }));
    }

    [Test]
    public void A_run_that_is_interrupted_leaves_what_an_earlier_one_found()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(First, Second);
        laboratory.Run("run");
        string before = laboratory.ReadResults("results")["runs/second/report.json"];
        laboratory.WriteManifest(First, Waiting);
        using Process process = laboratory.StartUntilWaiting("run", "--jobs", "1");

        Laboratory.Signal(process, "TERM");
        process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.That(laboratory.ReadResults("results")["runs/second/report.json"], Is.EqualTo(before));
    }

    [Test]
    public void Killing_leaves_each_run_old_or_new_and_the_next_run_succeeds()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(First, Second);
        laboratory.Run("run");
        IReadOnlyDictionary<string, string> old = laboratory.ReadResults("results");
        laboratory.WriteManifest(First.Replace("}", """, "seed": 7 }""", StringComparison.Ordinal), Waiting);
        using (Process process = laboratory.StartUntilWaiting("run", "--jobs", "1"))
        {
            process.Kill();
            process.WaitForExit();
        }

        IReadOnlyDictionary<string, string> torn = laboratory.ReadResults("results");
        Assert.That(torn.Keys, Is.EquivalentTo(old.Keys));
        Assert.That(torn["runs/first/report.json"], Does.Contain("\"seed\": 7"));
        Assert.That(torn.Where(file => !file.Key.StartsWith("runs/first/", StringComparison.Ordinal)), Is.EquivalentTo(old.Where(file => !file.Key.StartsWith("runs/first/", StringComparison.Ordinal))));

        laboratory.WriteManifest(First, Second);
        HostResult again = laboratory.Run("run");

        Assert.That(again.ExitCode, Is.Zero, again.Errors);
        Assert.That(laboratory.ReadResults("results"), Is.EqualTo(old));
    }

    /// <summary>What a process leaves that was killed while it wrote one run and replaced another.</summary>
    [Test]
    public void What_was_half_written_is_cleared_away_and_what_was_being_replaced_comes_back()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(First, Second);
        laboratory.Run("run");
        IReadOnlyDictionary<string, string> whole = laboratory.ReadResults("results");
        string writing = $"{TemporaryName.Prefix}{Environment.MachineName.Replace('_', '-')}_{IdOfEndedProcess()}_";
        laboratory.Write($"results/runs/{writing}first/report.json", "{ \"half\":");
        laboratory.Write($"results/{writing}index.html", "<html");
        Directory.Move(laboratory.PathOf("results", "runs", "second"), laboratory.PathOf("results", "runs", $"{TemporaryName.RetiredPrefix}second"));

        HostResult again = laboratory.Run("run", "--filter", "first");

        Assert.That(again.ExitCode, Is.Zero, again.Errors);
        IReadOnlyDictionary<string, string> found = laboratory.ReadResults("results");
        Assert.That(found.Keys, Is.EquivalentTo(whole.Keys));
        Assert.That(found["runs/second/report.json"], Is.EqualTo(whole["runs/second/report.json"]));
    }

    private static int IdOfEndedProcess()
    {
        using Process process = Process.Start("true");
        process.WaitForExit();
        return process.Id;
    }
}
