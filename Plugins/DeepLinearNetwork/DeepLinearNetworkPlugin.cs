using PluginLab.Extensibility;

namespace PluginLab.Plugins.DeepLinearNetwork;

/// <summary>The entry point: an explicit list of what the plugin offers.</summary>
public sealed class DeepLinearNetworkPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new DeepLinearNetworkExperiment()] };
}
