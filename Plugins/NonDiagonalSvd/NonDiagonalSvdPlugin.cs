using PluginLab.Extensibility;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>The entry point of the plugin.</summary>
public sealed class NonDiagonalSvdPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new NonDiagonalSvdExperiment()] };
}
