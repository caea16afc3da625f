using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Plugins built against another version of the contract, or that bring it along.</summary>
internal sealed class ContractVersionTests
{
    private PluginSandbox sandbox = null!;

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void Every_member_that_only_a_newer_contract_has_is_named()
    {
        string folder = sandbox.AddTestPlugin("NeedsNewer");

        string[] messages = [.. sandbox.Load(folder).Diagnoses.Where(diagnosis => diagnosis.IsError).Select(diagnosis => diagnosis.Message).Order(StringComparer.Ordinal)];

        const string remedy = ", host has PluginLab.Abstractions 0.1.0 without it; update PluginLab to 0.2.0 or newer.";
        Assert.That(messages, Is.EqualTo(
        [
            $"needs PluginLab.Dynamics.LaterIdea{remedy}",
            $"needs PluginLab.Extensibility.PluginCatalog.Motto{remedy}",
            $"needs PluginLab.Extensibility.PluginCatalog.WithMotto(String){remedy}",
        ]));
    }

    [Test]
    public void An_interface_member_of_a_newer_contract_that_is_implemented_explicitly_is_named() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("ImplementsNewer")),
        Is.EqualTo("ImplementsNewer/ImplementsNewer.dll: error PL2007: needs PluginLab.Extensibility.IPlugin.Creed, "
            + "host has PluginLab.Abstractions 0.1.0 without it; update PluginLab to 0.2.0 or newer."));

    [Test]
    public void A_plugin_built_against_a_newer_contract_loads_if_all_that_it_uses_is_there()
    {
        sandbox.AddTestPlugin("BuiltAgainstNewer");

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Plugins, Has.Count.EqualTo(1));
        Assert.That(report.Diagnoses.Select(diagnosis => (diagnosis.Code, diagnosis.IsError, diagnosis.Message)), Is.EqualTo(
            [("PL2018", false, "built against PluginLab.Abstractions 0.2.0, newer than the host's 0.1.0; everything that it uses is there.")]));
    }

    [Test]
    public void A_member_that_an_older_contract_did_not_ask_for_is_named() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("BuiltAgainstOlder")),
        Is.EqualTo("BuiltAgainstOlder/BuiltAgainstOlder.dll: error PL2007: does not implement PluginLab.Dynamics.IIntegrator.Name in TestPlugins.Nameless, "
            + "which the host's PluginLab.Abstractions 0.1.0 asks for; build the plugin again against it."));

    [Test]
    public void A_folder_that_carries_the_contract_loads_with_the_host_s_copy()
    {
        sandbox.AddTestPlugin("Fine", Built.Contract("PluginLab.Abstractions"));

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Registry.Experiments, Has.Count.EqualTo(1));
        Assert.That(report.Diagnoses.Select(diagnosis => (diagnosis.IsError, diagnosis.Message)), Is.EqualTo(
            [(false, "the folder carries its own PluginLab.Abstractions.dll; the host's copy is used: delete it.")]));
    }
}
