using System.Text.Json;

namespace PluginLab.Host.Tests.EndToEnd;

public sealed class RunOptionsTests
{
    private const string Quick = """{ "name": "quick", "experiment": "quick" }""";
    private const string Throws = """{ "name": "bad", "experiment": "throws" }""";
    private const string Refuted = """{ "name": "refuted", "experiment": "quick", "parameters": { "measured": 3 } }""";
    private const string Undecided = """{ "name": "undecided", "experiment": "quick", "parameters": { "uncertainty": 1 } }""";

    [TestCase(Throws, 5)]
    [TestCase(Refuted, 6)]
    public void Failing_fast_begins_no_more_runs_after_one_that_ends_badly(string bad, int exitCode)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(bad, Quick);

        HostResult result = laboratory.Run("run", "--jobs", "1", "--fail-fast");

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Errors);
        Assert.That(result.Output, Does.Match(@"(?m)^  quick +interrupted +0 "));
        Assert.That(Directory.Exists(laboratory.PathOf("results", "runs", "quick")), Is.False);
        Assert.That(laboratory.ReadResults("results")["summary.md"], Does.Contain("was not begun"));
    }

    [Test]
    public void Without_failing_fast_later_runs_go_on()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Throws, Quick);

        laboratory.Run("run", "--jobs", "1");

        Assert.That(Directory.Exists(laboratory.PathOf("results", "runs", "quick")), Is.True);
    }

    [Test]
    public void The_summary_for_programs_is_one_JSON_object_that_says_what_the_exit_code_says()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick, Throws, Refuted, Undecided);

        HostResult result = laboratory.Run("run", "--json");

        JsonElement json = JsonElement.Parse(result.Output);
        JsonElement[] runs = [.. json.GetProperty("runs").EnumerateArray()];
        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(json.GetProperty("exitCode").GetInt32(), Is.EqualTo(5));
        Assert.That(runs.Select(run => run.GetProperty("name").GetString()), Is.EqualTo(new[] { "quick", "bad", "refuted", "undecided" }));
        Assert.That(runs.Select(run => run.GetProperty("state").GetString()), Is.EqualTo(new[] { "finished", "failed", "finished", "finished" }));
        Assert.That(runs[0].GetProperty("verdicts").GetProperty("supported").GetInt32(), Is.EqualTo(1));
        Assert.That(runs[1].GetProperty("failure").GetString(), Does.Contain("The dog ate the homework."));
        Assert.That(runs[2].GetProperty("unexpected")[0].GetString(), Is.EqualTo("one-is-one"));
        Assert.That(runs[3].GetProperty("undecided")[0].GetString(), Is.EqualTo("one-is-one"));
    }

    [Test]
    public void Strictness_fails_what_is_inconclusive_and_nothing_else()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick, Undecided);

        Assert.That(laboratory.Run("run", "--strict").ExitCode, Is.EqualTo(7));
        Assert.That(laboratory.Run("run").ExitCode, Is.Zero);
        Assert.That(laboratory.Run("run", "--strict", "--filter", "quick").ExitCode, Is.Zero);
    }

    [Test]
    public void Reuse_tells_plugins_apart_whose_files_have_one_name()
    {
        using Laboratory laboratory = new();
        string second = Path.Combine(Directory.CreateDirectory(laboratory.PathOf("lab-plugins", "Zoo")).FullName, "Troublemaker.dll");
        File.Copy(Extensibility.Built.TestPlugin("Sensitive"), second);
        laboratory.WriteManifest(Quick, """{ "name": "second", "experiment": "decay" }""");
        laboratory.Run("run", "--reuse");
        Assert.That(laboratory.Run("run", "--reuse").Output, Does.Match("second +finished.*reused"));

        File.WriteAllBytes(second, [.. File.ReadAllBytes(second), 0]);

        Assert.That(laboratory.Run("run", "--reuse").Output, Does.Not.Match("second +finished.*reused"));
    }

    [Test]
    public void Reuse_of_a_store_that_was_spoilt_runs_again()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);
        laboratory.Run("run", "--reuse");
        IReadOnlyDictionary<string, string> before = laboratory.ReadResults("results");
        string store = laboratory.PathOf("results", "store");
        string folder = Directory.GetDirectories(store).Single();
        Directory.Delete(folder, recursive: true);
        File.WriteAllText(folder, "a file where a folder was");

        HostResult result = laboratory.Run("run", "--reuse");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Not.Contain("reused"));
        Assert.That(laboratory.ReadResults("results")["runs/quick/report.json"], Is.EqualTo(before["runs/quick/report.json"]));
    }
}
