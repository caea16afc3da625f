using PluginLab.Extensibility;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Testing;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Loads plugins and holds every component to its contract.</summary>
internal sealed class PluginChecker(IPluginLoader loader)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Checks the plugins of a folder, which is one plugin or holds several.</summary>
    public CheckReport Check(string folder, CancellationToken cancellationToken)
    {
        PluginLoadReport loaded = loader.Load(PluginSearch.FindNamed(folder));
        PluginLoadReport bundled = loader.Load(PluginSearch.FindBundled());
        List<Diagnosis> diagnoses = [.. loaded.Diagnoses, .. FindTakenIds(loaded, bundled)];
        foreach (LoadedPlugin plugin in loaded.Plugins)
        {
            string place = DisplayPath.Of(plugin.AssemblyPath);
            diagnoses.AddRange(LibraryCheck.Check(plugin.AssemblyPath));
            diagnoses.AddRange(MethodCheck.Check(plugin.Assembly, place));
            diagnoses.AddRange(CheckContract(plugin.Name, place, loaded.Registry, cancellationToken));
        }

        return new(loaded.Plugins.Count, CountComponents(loaded), diagnoses);
    }

    /// <summary>How many components come from the loaded plugins; the registry holds the host's own too.</summary>
    private static int CountComponents(PluginLoadReport loaded)
    {
        ComponentRegistry registry = loaded.Registry;
        IEnumerable<string> owners =
        [
            .. registry.Experiments.Select(entry => entry.Plugin),
            .. registry.Systems.Select(entry => entry.Plugin),
            .. registry.Integrators.Select(entry => entry.Plugin),
            .. registry.Renderers.Select(entry => entry.Plugin),
        ];
        return owners.Count(owner => loaded.Plugins.Any(plugin => plugin.Name == owner));
    }

    private static IEnumerable<Diagnosis> CheckContract(string plugin, string place, ComponentRegistry registry, CancellationToken cancellationToken) =>
        from contract in PluginContract.CasesOf(CatalogOf(plugin, registry)).TakeWhile(_ => !cancellationToken.IsCancellationRequested)
        from fault in FindFaults(contract, cancellationToken)
        select new Diagnosis(fault.Code, place, $"{fault.Subject}: {fault.Sentence}", fault.IsError);

    private static IReadOnlyList<ContractFault> FindFaults(ContractCase contract, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return contract.FindFaults(limit.Token);
    }

    private static PluginCatalog CatalogOf(string plugin, ComponentRegistry registry) => new()
    {
        Experiments = Of(plugin, registry.Experiments),
        Systems = Of(plugin, registry.Systems),
        Integrators = Of(plugin, registry.Integrators),
        Renderers = Of(plugin, registry.Renderers),
    };

    private static T[] Of<T>(string plugin, IReadOnlyList<Registered<T>> components) =>
        [.. components.Where(entry => entry.Plugin == plugin).Select(entry => entry.Component)];

    /// <summary>A plugin whose ids are those of a bundled one would lose them at run time; a build of the bundled one itself would not.</summary>
    private static IEnumerable<Diagnosis> FindTakenIds(PluginLoadReport loaded, PluginLoadReport bundled) =>
        from plugin in loaded.Plugins
        where bundled.Plugins.All(other => other.Name != plugin.Name)
        from taken in TakenIds(plugin.Name, loaded.Registry, bundled.Registry)
        select LoadDiagnoses.DuplicateId(plugin.AssemblyPath, taken.Kind, taken.Id, taken.Owner, plugin.Name);

    private static IEnumerable<(string Kind, string Id, string Owner)> TakenIds(string plugin, ComponentRegistry loaded, ComponentRegistry bundled) =>
    [
        .. Taken("experiment", plugin, loaded.Experiments, bundled.Experiments),
        .. Taken("system", plugin, loaded.Systems, bundled.Systems),
        .. Taken("integrator", plugin, loaded.Integrators, bundled.Integrators),
        .. Taken("renderer", plugin, loaded.Renderers, bundled.Renderers),
    ];

    private static IEnumerable<(string Kind, string Id, string Owner)> Taken<T>(
        string kind, string plugin, IReadOnlyList<Registered<T>> loaded, IReadOnlyList<Registered<T>> bundled) =>
        from entry in loaded
        where entry.Plugin == plugin
        join other in bundled on entry.Id equals other.Id
        select (kind, entry.Id, other.Plugin);
}

/// <summary>What came of checking plugins.</summary>
/// <param name="PluginCount">Plugins that loaded.</param>
/// <param name="ComponentCount">Components that were checked.</param>
/// <param name="Diagnoses">What is wrong, one line each.</param>
internal sealed record CheckReport(int PluginCount, int ComponentCount, IReadOnlyList<Diagnosis> Diagnoses);
