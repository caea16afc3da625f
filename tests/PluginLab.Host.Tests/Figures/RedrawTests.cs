using PluginLab.Host.Figures;
using PluginLab.Host.Tests.EndToEnd;
using PluginLab.Host.Tests.Planning;

namespace PluginLab.Host.Tests.Figures;

internal sealed class RedrawTests
{
    private const string Plain = """{ "name": "tied", "experiment": "tied-mode-fsharp" }""";
    private const string Styled = """{ "name": "tied", "experiment": "tied-mode-fsharp", "style": { "width-mm": 120, "font-size-pt": 8, "theme": "dark", "title": false } }""";
    private const string Cramped = """{ "name": "tied", "experiment": "tied-mode-fsharp", "style": { "width-mm": 60, "height-mm": 40, "font-size-pt": 12 } }""";

    [TestCase(Styled, "\"warnings\": []")]
    [TestCase(Cramped, "\"warnings\": [\n")]
    public void A_changed_style_redraws_what_a_run_with_it_would_have_drawn(string styled, string warnings)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Plain);
        laboratory.Run("run", "--out", "redrawn");
        IReadOnlyDictionary<string, string> before = laboratory.ReadResults("redrawn");
        laboratory.WriteManifest(styled);

        HostResult redraw = laboratory.Run("figures", "redraw", "--results", "redrawn");
        laboratory.Run("run", "--out", "run-again");

        Assert.That(redraw.ExitCode, Is.Zero, redraw.Errors);
        IReadOnlyDictionary<string, string> redrawn = laboratory.ReadResults("redrawn");
        IReadOnlyDictionary<string, string> expected = laboratory.ReadResults("run-again");
        Assert.That(expected.Keys.Where(path => redrawn[path] != expected[path]), Is.Empty);
        Assert.That(expected.Keys.Where(path => before[path] != expected[path] && path.EndsWith(".svg", StringComparison.Ordinal)), Has.Some.StartWith("runs/tied/figures/"));
        Assert.That(redrawn["runs/tied/report.json"], Does.Contain(warnings));
    }

    [Test]
    public void A_style_that_is_wrong_ends_in_3_and_results_that_are_not_there_in_2()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Plain.Replace(" }", ", \"style\": 1 }", StringComparison.Ordinal));
        HostResult wrong = laboratory.Run("figures", "redraw");
        laboratory.WriteManifest(Plain);
        HostResult missing = laboratory.Run("figures", "redraw");

        Assert.That(wrong.ExitCode, Is.EqualTo(3));
        Assert.That(wrong.Errors, Does.Contain("$.runs[0].style: the value is 1; it must be an object"));
        Assert.That(missing.ExitCode, Is.EqualTo(2));
        Assert.That(missing.Errors, Does.Contain("There is no folder 'results'."));
    }

    [Test]
    public void What_a_run_says_of_its_style_wins_and_the_defaults_fill_in()
    {
        Planned planned = Planned.From("""
            { "version": 1, "defaults": { "style": { "theme": "dark", "width-mm": 86 } },
              "runs": [{ "name": "one", "experiment": "sample", "style": { "theme": "light", "title": false } }] }
            """);

        Assert.That(planned.Plan.Runs[0].Style, Is.EqualTo(new FigureStyle { Theme = PluginLab.Figures.FigureTheme.Light, Width = 86, IsTitleShown = false }));
    }
}
