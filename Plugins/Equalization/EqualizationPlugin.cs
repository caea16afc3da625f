using PluginLab.Extensibility;

namespace PluginLab.Plugins.Equalization;

/// <summary>The entry point: an explicit list of what the plugin offers.</summary>
public sealed class EqualizationPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new EqualizationExperiment()] };
}
