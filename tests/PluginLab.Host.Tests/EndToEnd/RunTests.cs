using System.Text.Json;

namespace PluginLab.Host.Tests.EndToEnd;

public sealed class RunTests
{
    private const string Quick = """{ "name": "quick", "experiment": "quick" }""";

    [Test]
    public void A_run_writes_its_report_and_says_what_came_of_it()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain("exit 0: all ran, no verdict speaks against the expected one"));
        Assert.That(laboratory.ReadResults("results").Keys, Is.EquivalentTo(new[]
        {
            ".pluginlab", "index.html", "summary.md", "runs/quick/report.json", "runs/quick/report.svg",
        }));
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(laboratory.PathOf("results", "runs", "quick", "report.json")));
        JsonElement claim = report.RootElement.GetProperty("claims")[0];
        Assert.That(claim.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[]
        {
            "id", "source", "statement", "predicted", "measured", "uncertainty", "bound", "verdict", "expected",
        }));
        Assert.That(claim.GetProperty("verdict").GetString(), Is.EqualTo("supported"));
        Assert.That(report.RootElement.GetProperty("metrics")[2].GetProperty("value").GetString(), Is.EqualTo("NaN"));
        Assert.That(report.RootElement.GetProperty("statistics").GetProperty("accepted-steps").GetInt64(), Is.Positive);
    }

    [TestCase("throws", "The experiment threw InvalidOperationException: The dog ate the homework.")]
    [TestCase("diverges", "A solve ended as ")]
    [TestCase("goes-far", "A solve ended as MaxStepsReached.")]
    public void A_run_that_fails_is_told_and_the_others_finish(string experiment, string message)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(
            $$"""{ "name": "bad", "experiment": "{{experiment}}", "integrator": { "use": "dormand-prince-5", "maximum-steps": 1000 } }""", Quick);

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Output, Does.Contain($"failed: bad\n  {message}"));
        IReadOnlyDictionary<string, string> files = laboratory.ReadResults("results");
        Assert.That(files["runs/bad/report.json"], Does.Contain("\"state\": \"failed\"").And.Contain(message));
        Assert.That(files["runs/quick/report.json"], Does.Contain("\"state\": \"finished\""));
        Assert.That(files.Keys.Where(path => path.Contains(".writing", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_run_that_waits_for_ever_is_ended_by_its_timeout()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "slow", "experiment": "waits", "timeout": "100ms" }""", Quick);

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Output, Does.Contain("The run took longer than 0.1 s, its timeout."));
    }

    [TestCase("""{ "measured": 3 }""", "", 6, "unexpected: quick: one-is-one is refuted, expected supported")]
    [TestCase("""{ "uncertainty": 1 }""", "", 0, "inconclusive: quick: one-is-one is inconclusive, expected supported")]
    [TestCase("""{ "uncertainty": 1 }""", "--strict", 7, "inconclusive: quick: one-is-one is inconclusive, expected supported")]
    public void A_verdict_that_is_not_expected_is_told_in_full(string parameters, string option, int exitCode, string line)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest($$"""{ "name": "quick", "experiment": "quick", "parameters": {{parameters}} }""");

        HostResult result = option.Length == 0 ? laboratory.Run("run") : laboratory.Run("run", option);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Errors);
        Assert.That(result.Output, Does.Contain(line));
    }

    [Test]
    public void Two_runs_of_one_experiment_have_random_numbers_of_their_own()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "a", "experiment": "quick" }""", """{ "name": "b", "experiment": "quick" }""");

        laboratory.Run("run");

        IReadOnlyDictionary<string, string> files = laboratory.ReadResults("results");
        static string Random(string report) => report.Split('\n').SkipWhile(line => !line.Contains("\"random\"", StringComparison.Ordinal)).ElementAt(2);
        Assert.That(Random(files["runs/a/report.json"]), Is.Not.EqualTo(Random(files["runs/b/report.json"])));
    }

    [Test]
    public void Folders_of_runs_that_are_gone_are_removed_only_where_they_are_ours()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick, """{ "name": "old", "experiment": "quick" }""");
        laboratory.Run("run");
        laboratory.Write("results/runs/mine/notes.txt", "Keep me.");

        laboratory.WriteManifest(Quick);
        laboratory.Run("run");

        Assert.That(Directory.GetDirectories(laboratory.PathOf("results", "runs")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "mine", "quick" }));
    }
}
