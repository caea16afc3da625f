using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Plugins in F#: values of every kind, an FSharp.Core of their own, and what goes wrong with them.</summary>
internal sealed class FSharpPluginTests
{
    private PluginSandbox sandbox = null!;

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_record_a_union_and_an_object_expression_are_experiments_and_a_type_in_a_module_an_entry_point()
    {
        Add("FSharpKinds");

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Select(entry => entry.Id), Is.EqualTo(["expression", "fast-2", "record", "slow"]));
    }

    [Test]
    public void Two_versions_of_FSharp_Core_live_side_by_side()
    {
        Add("FSharpFailing");
        Add("FSharpKinds");
        Add("FSharpEarlier");

        Version[] versions =
        [
            .. sandbox.Load().Plugins.Select(plugin => System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(plugin.Assembly)!
                .LoadFromAssemblyName(new System.Reflection.AssemblyName("FSharp.Core")).GetName().Version!),
        ];

        Assert.That(versions.Select(version => version.Major), Is.EqualTo([5, 10]));
    }

    [Test]
    public void A_missing_FSharp_Core_is_named() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("FSharpKinds")),
        Does.Match(@"^FSharpKinds/FSharpKinds.dll: error PL2008: needs FSharp.Core 10\.\d+\.\d+\.\d+, not in FSharpKinds; copy its DLL there \('dotnet publish' gathers all of them\).$"));

    [Test]
    public void An_FSharp_Core_that_is_too_old_is_named_with_both_versions() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("FSharpKinds", Core("FSharpEarlier"))),
        Does.Match(@"^FSharpKinds/FSharpKinds.dll: error PL2008: needs FSharp.Core 10\.\d+\.\d+\.\d+, its folder has 5\.\d+\.\d+\.\d+; copy the newer DLL there.$"));

    [Test]
    public void A_module_whose_values_throw_says_so() => Assert.That(
        sandbox.OnlyLine(Add("FSharpFailing")),
        Does.Match("^FSharpFailing/FSharpFailing.dll: error PL2012: .*FSharpKinds.* failed to start: Exception: The module does not start.$"));

    [Test]
    public void A_member_that_only_a_newer_contract_has_is_named() => Assert.That(
        sandbox.OnlyLine(Add("FSharpNeedsNewer")),
        Is.EqualTo("FSharpNeedsNewer/FSharpNeedsNewer.dll: error PL2007: needs PluginLab.Extensibility.PluginCatalog.WithMotto(String), "
            + "host has PluginLab.Abstractions 0.1.0 without it; update PluginLab to 0.2.0 or newer."));

    private static string Core(string plugin) => Path.Combine(Path.GetDirectoryName(Built.TestPlugin(plugin))!, "FSharp.Core.dll");

    private string Add(string plugin) => sandbox.AddTestPlugin(plugin, Core(plugin));
}
