using PluginLab.Dynamics;
using PluginLab.Extensibility;
using PluginLab.Plugins.Systems;
using PluginLab.Plugins.ToyModelsOfSuperposition;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Every bundled system, whichever plugin offers it.</summary>
internal static class BundledSystems
{
    public static IReadOnlyList<Component<ObservedSystem>> All { get; } =
        [.. new SystemsPlugin().Catalog.Systems, .. new ToyModelsOfSuperpositionPlugin().Catalog.Systems];
}
