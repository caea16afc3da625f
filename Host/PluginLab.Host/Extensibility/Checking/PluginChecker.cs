using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Loads plugins and holds every component to its contract.</summary>
internal sealed class PluginChecker(IPluginLoader loader, IFigureRenderer renderer)
{
    private const string PreferredIntegrator = "dormand-prince-5";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Checks the plugins of a folder, which is one plugin or holds several.</summary>
    public CheckReport Check(string folder, CancellationToken cancellationToken)
    {
        PluginLoadReport loaded = loader.Load(PluginSearch.FindNamed(folder));
        PluginLoadReport bundled = loader.Load(PluginSearch.FindBundled());
        List<Diagnosis> diagnoses = [.. loaded.Diagnoses, .. FindTakenIds(loaded, bundled)];
        if (ChooseIntegrator(loaded.Registry, bundled.Registry) is { } integrator)
        {
            foreach (LoadedPlugin plugin in loaded.Plugins)
            {
                diagnoses.AddRange(LibraryCheck.Check(plugin.AssemblyPath));
                diagnoses.AddRange(CheckPlugin(plugin, loaded.Registry, new ExperimentCheck(integrator, new FigureCheck(renderer), Patience), cancellationToken));
            }
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

    private static IReadOnlyList<Diagnosis> CheckPlugin(
        LoadedPlugin plugin, ComponentRegistry registry, ExperimentCheck experimentCheck, CancellationToken cancellationToken)
    {
        CheckDiagnoses diagnoses = new(DisplayPath.Of(plugin.AssemblyPath));
        MethodCheck.Check(plugin.Assembly, diagnoses);
        foreach (Registered<IExperiment> experiment in registry.Experiments.Where(entry => entry.Plugin == plugin.Name))
        {
            experimentCheck.Check(experiment.Component, diagnoses, cancellationToken);
        }

        foreach (Registered<Component<ObservedSystem>> system in registry.Systems.Where(entry => entry.Plugin == plugin.Name))
        {
            SystemCheck.Check(system.Component, diagnoses);
        }

        foreach (Registered<Component<IIntegrator>> integrator in registry.Integrators.Where(entry => entry.Plugin == plugin.Name))
        {
            IntegratorCheck.Check(integrator.Component, diagnoses);
        }

        foreach (Registered<Component<IFigureRenderer>> renderer in registry.Renderers.Where(entry => entry.Plugin == plugin.Name))
        {
            RendererCheck.Check(renderer.Component, diagnoses);
        }

        return diagnoses.All;
    }

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

    private static IIntegrator? ChooseIntegrator(ComponentRegistry loaded, ComponentRegistry bundled)
    {
        IEnumerable<Registered<Component<IIntegrator>>> candidates = [.. bundled.Integrators, .. loaded.Integrators];
        Component<IIntegrator>? chosen = candidates.OrderByDescending(candidate => candidate.Id == PreferredIntegrator).FirstOrDefault()?.Component;
        return chosen is not null
            && ParameterTrials.Of(chosen.Id, chosen.Parameters, chosen.Constraints, new CheckDiagnoses("")) is [{ Values: { } defaults }, ..]
            ? PluginCode.Run(() => chosen.Create(defaults)).Value
            : null;
    }
}

/// <summary>What came of checking plugins.</summary>
/// <param name="PluginCount">Plugins that loaded.</param>
/// <param name="ComponentCount">Components that were checked.</param>
/// <param name="Diagnoses">What is wrong, one line each.</param>
internal sealed record CheckReport(int PluginCount, int ComponentCount, IReadOnlyList<Diagnosis> Diagnoses);
