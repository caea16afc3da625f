using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace PluginLab.Host.Extensibility;

/// <summary>Everything that the loaded plugins offer, each kind ordered by id.</summary>
internal sealed class ComponentRegistry
{
    /// <summary>Orders the components by id; ids are unique within a kind.</summary>
    public ComponentRegistry(
        IEnumerable<Registered<IExperiment>> experiments,
        IEnumerable<Registered<Component<ObservedSystem>>> systems,
        IEnumerable<Registered<Component<IIntegrator>>> integrators,
        IEnumerable<Registered<Component<IFigureRenderer>>> renderers)
    {
        Experiments = Ordered(experiments);
        Systems = Ordered(systems);
        Integrators = Ordered(integrators);
        Renderers = Ordered(renderers);
    }

    /// <summary>The experiments.</summary>
    public IReadOnlyList<Registered<IExperiment>> Experiments { get; }

    /// <summary>The systems.</summary>
    public IReadOnlyList<Registered<Component<ObservedSystem>>> Systems { get; }

    /// <summary>The integrators.</summary>
    public IReadOnlyList<Registered<Component<IIntegrator>>> Integrators { get; }

    /// <summary>The renderers.</summary>
    public IReadOnlyList<Registered<Component<IFigureRenderer>>> Renderers { get; }

    /// <summary>The experiment with that id; null if there is none.</summary>
    public Registered<IExperiment>? FindExperiment(string id) => Find(Experiments, id);

    /// <summary>The system with that id; null if there is none.</summary>
    public Registered<Component<ObservedSystem>>? FindSystem(string id) => Find(Systems, id);

    /// <summary>The integrator with that id; null if there is none.</summary>
    public Registered<Component<IIntegrator>>? FindIntegrator(string id) => Find(Integrators, id);

    /// <summary>The renderer with that id; null if there is none.</summary>
    public Registered<Component<IFigureRenderer>>? FindRenderer(string id) => Find(Renderers, id);

    private static Registered<T>[] Ordered<T>(IEnumerable<Registered<T>> components) =>
        [.. components.OrderBy(component => component.Id, StringComparer.Ordinal)];

    private static Registered<T>? Find<T>(IReadOnlyList<Registered<T>> components, string id) =>
        components.FirstOrDefault(component => component.Id == id);
}

/// <summary>Something that a plugin offers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plugin">Name of the plugin.</param>
/// <param name="Component">What is offered.</param>
internal sealed record Registered<T>(string Id, string Plugin, T Component);
