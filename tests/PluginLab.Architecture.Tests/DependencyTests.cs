namespace PluginLab.Architecture.Tests;

/// <summary>Who may reference whom.</summary>
public sealed class DependencyTests
{
    private const string Abstractions = "PluginLab.Abstractions";
    private const string Numerics = "PluginLab.Numerics";
    private const string Rendering = "PluginLab.Rendering";
    private const string GradientFlows = "PluginLab.GradientFlows";
    private const string FSharp = "PluginLab.FSharp";
    private const string Host = "pluginlab";

    private static IEnumerable<string> PluginNames() => Places.PluginAssemblies.Select(path => Path.GetFileNameWithoutExtension(path));

    [Test]
    public void The_contracts_reference_the_base_class_library_alone() => Assert.That(ReferencesOf(InHost(Abstractions)), Is.Empty);

    [Test]
    public void The_numerics_reference_the_contracts_and_MathNet() => Assert.That(ReferencesOf(InHost(Numerics)), Is.EqualTo(["MathNet.Numerics", Abstractions]));

    [Test]
    public void The_layer_for_FSharp_references_contracts_numerics_and_renderer_and_alone_shows_MathNet() =>
        Assert.That(ReferencesOf(Path.Combine(AppContext.BaseDirectory, FSharp + ".dll")), Is.EqualTo(["FSharp.Core", "MathNet.Numerics", Abstractions, Numerics, Rendering]));

    [Test]
    public void The_renderer_references_the_contracts_alone() => Assert.That(ReferencesOf(InHost(Rendering)), Is.EqualTo([Abstractions]));

    [Test]
    public void The_contract_tests_reference_no_test_framework() => Assert.That(ReferencesOf(InHost("PluginLab.Testing")), Is.EqualTo([Abstractions, Numerics, Rendering]));

    [Test]
    public void The_gradient_flows_reference_contracts_and_numerics_alone() =>
        Assert.That(ReferencesOf(Path.Combine(AppContext.BaseDirectory, GradientFlows + ".dll")), Is.SubsetOf([Abstractions, Numerics]));

    [Test]
    public void Every_plugin_project_lies_beside_the_host()
    {
        IEnumerable<string> projects = Directory.GetDirectories(Path.Combine(Places.RepositoryRoot, "Plugins"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.*proj").Any())
            .Select(folder => Path.GetFileName(folder));

        Assert.That(PluginNames(), Is.EquivalentTo(projects));
    }

    [TestCaseSource(nameof(PluginNames))]
    public void A_plugin_references_contracts_numerics_and_what_it_ships(string plugin)
    {
        string folder = Path.Combine(Places.HostFolder, "plugins", plugin);
        IEnumerable<string> shipped = Directory.EnumerateFiles(folder, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).Except([plugin]);

        Assert.That(ReferencesOf(Path.Combine(folder, plugin + ".dll")), Is.SubsetOf([Abstractions, Numerics, .. shipped]));
    }

    [TestCaseSource(nameof(PluginNames))]
    public void A_plugin_ships_neither_contracts_nor_host_nor_another_plugin(string plugin)
    {
        IEnumerable<string> shipped = Directory.EnumerateFiles(Path.Combine(Places.HostFolder, "plugins", plugin), "*.dll").Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.That(shipped.Except([plugin]).Intersect([Abstractions, Numerics, Rendering, Host, "MathNet.Numerics", .. PluginNames()]), Is.Empty);
    }

    [Test]
    public void The_host_references_no_plugin() =>
        Assert.That(ReferencesOf(InHost(Host)).Intersect([GradientFlows, .. PluginNames()]), Is.Empty);

    [Test]
    public void Of_the_numerics_the_host_uses_the_fits_alone()
    {
        IEnumerable<string> used = AssemblyReferences.Of(InHost(Host)).Types.Where(type => type.Assembly == Numerics).Select(type => type.Namespace).Distinct();

        Assert.That(used, Is.SubsetOf(["PluginLab.Numerics.Fitting"]));
    }

    private static string InHost(string assembly) => Path.Combine(Places.HostFolder, assembly + ".dll");

    private static IEnumerable<string> ReferencesOf(string path) =>
        AssemblyReferences.Of(path).Assemblies.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib"));
}
