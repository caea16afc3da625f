using System.Text.Json;
using PluginLab.Host.Tests.Simulation;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary><c>list</c> and <c>describe</c> through the built host.</summary>
internal sealed class ListingTests
{
    private PluginSandbox sandbox = null!;
    private string folder = null!;

    [SetUp]
    public void CreateSandbox()
    {
        sandbox = new PluginSandbox();
        sandbox.AddTestPlugin("Fine");
        folder = Path.GetDirectoryName(sandbox.Plugins)!;
    }

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_plugin_in_lab_plugins_is_listed_beside_the_bundled_ones()
    {
        (int exitCode, string output, string error) = Pluginlab.Run(folder, "list");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Match(@"(?m)^  fine-experiment +Fine +A fine experiment$"));
        Assert.That(output, Does.Match(@"(?m)^  dormand-prince-5 +Integrators +Dormand"));
    }

    [Test]
    public void A_plugin_that_does_not_load_is_a_warning_and_the_list_goes_on()
    {
        sandbox.AddFile("broken", "broken.dll", "just text"u8);

        (int exitCode, string output, string error) = Pluginlab.Run(folder, "list", "--json");

        JsonElement json = JsonElement.Parse(output);
        Assert.That(exitCode, Is.Zero);
        Assert.That(error, Does.Contain("lab-plugins/broken/broken.dll: warning PL2003: not a .NET assembly: a text file;"));
        Assert.That(json.GetProperty("experiments").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()), Does.Contain("fine-experiment"));
        Assert.That(json.GetProperty("diagnoses").EnumerateArray().Select(entry => entry.GetProperty("code").GetString()), Does.Contain("PL2003"));
    }

    [Test]
    public void A_loose_DLL_with_a_folder_beside_it_makes_two_plugins()
    {
        File.Copy(Built.TestPlugin("DerivedEntryPoint"), sandbox.PathOf("DerivedEntryPoint.dll"));

        (int exitCode, string output, string error) = Pluginlab.Run(folder, "list");

        Assert.That(exitCode, Is.Zero);
        Assert.That(error, Does.Not.Contain("lab-plugins"));
        Assert.That(output, Does.Contain("fine-experiment"));
    }

    [Test]
    public void A_description_has_range_default_and_meaning_of_each_parameter()
    {
        (int exitCode, string output, _) = Pluginlab.Run(folder, "describe", "fine-system");

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Is.EqualTo(
            "system fine-system, of plugin Fine\n  Decay dx/dt = −λx.\n\nParameters\n  rate: Rate of decay λ.\n      a number from 0.5 to 2; default 1\n\n"
            + "With the defaults its state has 1 component and starts at 1\nObservables, with the defaults\n  square: x²\n"));
    }

    [Test]
    public void A_system_with_very_many_observables_is_described_by_the_first_of_them()
    {
        string large = Pluginlab.Run(folder, "describe", "w3").Output;

        Assert.That(large, Does.Contain("starts at ").And.Contain("  loss: ").And.Match(@"(?m)^  and \d+ more, the last of them strength-32$"));
        Assert.That(large.Split('\n'), Has.Length.LessThan(50));
    }

    [Test]
    public void The_renderer_of_the_host_is_listed_described_and_in_the_schema_like_any_other()
    {
        string listed = Pluginlab.Run(folder, "list").Output;
        string described = Pluginlab.Run(folder, "describe", "svg").Output;
        string schema = Pluginlab.Run(folder, "schema").Output;

        JsonElement renderers = JsonElement.Parse(schema).GetProperty("$defs").GetProperty("renderer").GetProperty("anyOf")[0].GetProperty("enum");
        Assert.That(listed, Does.Match(@"(?m)^  svg +pluginlab +Draws figures as SVG"));
        Assert.That(described, Does.StartWith("renderer svg, of plugin pluginlab\n  Draws figures as SVG").And.Contain("It has no parameters."));
        Assert.That(renderers.EnumerateArray().Select(id => id.GetString()), Does.Contain("svg"));
    }

    [Test]
    public void An_unknown_id_is_an_error_with_a_suggestion()
    {
        (int exitCode, _, string error) = Pluginlab.Run(folder, "describe", "fine-sistem");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.EndWith("pluginlab: there is no component \"fine-sistem\"; did you mean \"fine-system\"?\n"));
    }
}
