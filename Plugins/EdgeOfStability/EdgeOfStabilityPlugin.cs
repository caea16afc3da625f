using PluginLab.Extensibility;

namespace PluginLab.Plugins.EdgeOfStability;

/// <summary>The entry point: an explicit list of what the plugin offers.</summary>
public sealed class EdgeOfStabilityPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new EdgeOfStabilityExperiment()] };
}
