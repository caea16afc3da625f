using PluginLab.Extensibility;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>How fast a product of d weights learns, and how that depends on d.</summary>
public sealed class DegreeProductPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new DegreeProductExperiment()] };
}
