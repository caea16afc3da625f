namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>Whatever a plugin's code does, only its own run fails, and nothing is written outside.</summary>
public sealed class BrokenContractTests
{
    private const string Quick = """{ "name": "quick", "experiment": "quick" }""";

    [TestCase("climbs-out", 4, "The metric id '../../outside' must consist of")]
    [TestCase("returns-nothing", 4, "The experiment returned no result, or one with a list that is null")]
    [TestCase("lists-nothing", 4, "The experiment returned a list with an entry that is null; remove it.")]
    [TestCase("lists-late", 5, "The experiment threw InvalidOperationException: The list is lost.")]
    [TestCase("draws-nothing", 5, "Figure 'empty' cannot be drawn: ")]
    [TestCase("draws-late", 5, "Figure 'late' could not be drawn: InvalidOperationException: The list is lost.")]
    [TestCase("describes-nothing", 4, "Metric 'last' has no description; say what it is.")]
    [TestCase("finds-nothing", 4, "Figure 'sure' states a finding that rests on no claim, or on one that the figure does not show")]
    public void Only_the_run_itself_fails_with_a_message(string experiment, int exitCode, string message)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest($$"""{ "name": "bad", "experiment": "{{experiment}}" }""", Quick);

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Errors);
        Assert.That(result.Output, Does.Contain($"failed: bad\n  {message}"));
        IReadOnlyDictionary<string, string> files = laboratory.ReadResults("results");
        Assert.That(files["runs/quick/report.json"], Does.Contain("\"state\": \"finished\""));
        Assert.That(files["index.html"], Does.Contain("bad"));
        Assert.That(files.Keys.Where(path => path.Contains(".writing", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_figure_that_cannot_be_drawn_leaves_the_others_of_its_run()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "bad", "experiment": "draws-nothing" }""");

        laboratory.Run("run");

        IReadOnlyDictionary<string, string> files = laboratory.ReadResults("results");
        Assert.That(files.Keys.Where(path => path.StartsWith("runs/bad/figures/", StringComparison.Ordinal)), Is.EquivalentTo(new[] { "runs/bad/figures/fine.svg", "runs/bad/figures/fine.figure.json" }));
        Assert.That(files["runs/bad/report.json"], Does.Contain("\"state\": \"failed\"").And.Contain("there is no mark"));
    }

    [Test]
    public void A_renderer_cannot_choose_where_its_drawings_go()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "bad", "experiment": "draws-nothing", "renderer": "climber" }""");

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Output, Does.Contain("the renderer 'climber' gives the file extension '/../../../../outside.txt'; it must be a dot and lower-case letters"));
        Assert.That(Directory.EnumerateFiles(laboratory.PathOf(), "outside*", SearchOption.AllDirectories), Is.Empty);
    }
}
