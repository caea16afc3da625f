using PluginLab.Extensibility;

namespace PluginLab.Plugins.ToyModelsOfSuperposition;

/// <summary>The entry point: an explicit list of what the plugin offers.</summary>
public sealed class ToyModelsOfSuperpositionPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new() { Experiments = [new ToyModelsOfSuperpositionExperiment()], Systems = [ToyModelSystem.Component] };
}
