using PluginLab.Extensibility;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>The entry point: an explicit list of what the plugin offers.</summary>
public sealed class QuadraticNonlinearityPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new QuadraticNonlinearityExperiment()] };
}
