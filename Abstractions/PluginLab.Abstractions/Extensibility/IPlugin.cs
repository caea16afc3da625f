using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Extensibility;

/// <summary>The entry point of a plugin assembly: exactly one public class implements it.</summary>
public interface IPlugin
{
    /// <summary>Everything that the plugin offers. Building it must be cheap and free of side effects.</summary>
    PluginCatalog Catalog { get; }
}

/// <summary>What a plugin offers: explicit lists, so that nothing is found by accident.</summary>
public sealed record PluginCatalog
{
    /// <summary>The experiments that a run may name.</summary>
    public IReadOnlyList<IExperiment> Experiments { get; init; } = [];

    /// <summary>The systems that can be simulated and studied without code.</summary>
    public IReadOnlyList<Component<ObservedSystem>> Systems { get; init; } = [];

    /// <summary>The integrators that a run may choose.</summary>
    public IReadOnlyList<Component<IIntegrator>> Integrators { get; init; } = [];

    /// <summary>The renderers that a run may choose.</summary>
    public IReadOnlyList<Component<IFigureRenderer>> Renderers { get; init; } = [];
}

/// <summary>Something that a run asks for by id and configures by parameters.</summary>
/// <typeparam name="T">What is created.</typeparam>
public sealed record Component<T>
{
    /// <summary>Identifier, kebab-case, unique among components of its kind over all plugins.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence: what it is, with its source; rich text.</summary>
    public required string Description { get; init; }

    /// <summary>What may be configured.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Rules across parameters.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>
    /// Id of a component of the same kind that answers the same question in another way, such as an integrator of another family: results are checked
    /// against it. Null where there is none, as for gradient descent, whose steps are what is studied.
    /// </summary>
    public string? Counterpart { get; init; }

    /// <summary>Creates an instance from a value for each of the parameters.</summary>
    public required Func<ParameterSet, T> Create { get; init; }
}
