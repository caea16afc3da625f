using System.Globalization;
using System.Text.Json;

namespace PluginLab.Documentation.Tests.Examples;

/// <summary>Integrators, renderers and systems that are dropped in.</summary>
public sealed class DropInTests
{
    [Test]
    public void A_renderer_of_a_plugin_draws_where_the_manifest_names_it()
    {
        using Laboratory laboratory = new("CSharpPlugin", "CSharpRenderer");
        laboratory.Write("experiments.json", new Page("docs/writing-a-plugin.md").Fenced("jsonc")[1]);

        laboratory.Follow("pluginlab run");

        string figure = File.ReadAllText(laboratory.Path("results", "runs", "decay", "figures", "decay.svg"));
        Assert.That(figure, Does.Contain("<polyline").And.Contain("stroke-width=\"3\"").And.Not.Contain("<text"));
        Assert.That(File.ReadAllText(laboratory.Path("results", "index.html")), Does.Contain("<polyline"));
    }

    [Test]
    public void A_mark_that_a_renderer_cannot_draw_is_named_in_the_report()
    {
        using Laboratory laboratory = new("CSharpRenderer");
        laboratory.Write("experiments.json", """{ "version": 1, "defaults": { "renderer": "sparkline" }, "runs": [{ "name": "tied", "experiment": "tied-mode-fsharp" }] }""");

        (int exitCode, string output) = Tool.Start(laboratory.Folder, Built.Host, "run");

        Assert.That(exitCode, Is.EqualTo(5), output);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(laboratory.Path("results", "runs", "tied", "report.json")));
        Assert.That(report.RootElement.GetProperty("failure").GetString(), Does.Contain("'half-time', a ReferenceLine; a sparkline draws lines alone"));
    }

    [Test]
    public void An_integrator_of_a_plugin_has_the_order_of_its_tableau_and_one_result_in_both_languages()
    {
        using Laboratory laboratory = new("CSharpIntegrator", "FSharpIntegrator", "CSharpOscillator");
        double exact = Simulate(laboratory, "van-der-pol", "dormand-prince-8,relative-tolerance=1e-13");
        double error = Simulate(laboratory, "van-der-pol", "heun,step=0.01") - exact, errorOfHalf = Simulate(laboratory, "van-der-pol", "heun,step=0.005") - exact;

        Assert.That(Math.Log2(error / errorOfHalf), Is.EqualTo(2).Within(0.2));
        Assert.That(Simulate(laboratory, "van-der-pol", "heun-fsharp,step=0.01") - exact, Is.EqualTo(error));
    }

    [Test]
    public void A_system_of_a_plugin_is_the_same_in_both_languages()
    {
        using Laboratory laboratory = new("CSharpOscillator", "FSharpOscillator");

        Assert.That(Simulate(laboratory, "van-der-pol-fsharp", "dormand-prince-5"), Is.EqualTo(Simulate(laboratory, "van-der-pol", "dormand-prince-5")));
        Assert.That(Simulate(laboratory, "van-der-pol-fsharp --set damping=0", "dormand-prince-5"), Is.EqualTo(2 * Math.Cos(5)).Within(1e-6), "without damping the oscillator is harmonic");
    }

    [Test]
    public void Every_sample_keeps_the_contract_of_plugins()
    {
        using Laboratory laboratory = new("CSharpPlugin", "FSharpPlugin", "CSharpIntegrator", "FSharpIntegrator", "CSharpOscillator", "FSharpOscillator", "CSharpRenderer");

        Assert.That(laboratory.Follow("pluginlab plugins check lab-plugins"), Does.Contain("7 components checked: 0 errors, 0 warnings"));
    }

    private static double Simulate(Laboratory laboratory, string system, string integrator)
    {
        string output = laboratory.Follow($"pluginlab simulate {system} --times 5 --integrator {integrator} --format csv");
        return double.Parse(output.Trim().Split('\n')[^1].Split(',')[1], CultureInfo.InvariantCulture);
    }
}
