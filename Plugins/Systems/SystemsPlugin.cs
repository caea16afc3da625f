using PluginLab.Extensibility;

namespace PluginLab.Plugins.Systems;

/// <summary>The catalog of systems that can be simulated and studied without code.</summary>
public sealed class SystemsPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new()
    {
        Systems =
        [
            MonomialSystem.Component,
            LinearNetworkSystem.Component,
            QuadraticNetworkSystem.Component,
        ],
    };
}
