using PluginLab.Extensibility;

namespace PluginLab.Plugins.DiagonalCase;

/// <summary>The diagonal case of note 0: how a two-layer linear network learns the entries of a diagonal target.</summary>
public sealed class DiagonalCasePlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new()
    {
        Experiments = [new DiagonalCaseExperiment()],
    };
}
