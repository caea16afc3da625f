using PluginLab.Extensibility;
using PluginLab.Plugins.Integrators;
using PluginLab.Plugins.Systems;

namespace PluginLab.Testing.Tests;

/// <summary>Bundled plugins keep their contract, tested as an author would test an own plugin.</summary>
public sealed class BundledPluginTests
{
    private static IEnumerable<ContractCase> Cases => new IPlugin[] { new IntegratorsPlugin(), new SystemsPlugin(), new Plugins.FSharpSample.FSharpSamplePlugin() }.SelectMany(PluginContract.CasesOf);

    [TestCaseSource(nameof(Cases))]
    public void A_bundled_plugin_keeps_its_contract(ContractCase contract) => contract.Verify();

    [Test]
    public void Each_setting_of_an_experiment_is_a_case_of_its_own() => Assert.That(
        PluginContract.CasesOf(new Plugins.FSharpSample.FSharpSamplePlugin()).Select(contract => contract.Name),
        Is.EqualTo(new[]
        {
            "catalog",
            "experiment 'tied-mode-fsharp'",
            "experiment 'tied-mode-fsharp' again",
            "experiment 'tied-mode-fsharp' cancelled",
            "experiment 'tied-mode-fsharp' with its defaults",
            "experiment 'tied-mode-fsharp' with target = 0.1",
            "experiment 'tied-mode-fsharp' with target = 10",
            "experiment 'tied-mode-fsharp' with initial-strength = 0.00001",
            "experiment 'tied-mode-fsharp' under its controls",
            "integrator 'bogacki-shampine-3'",
        }));
}
