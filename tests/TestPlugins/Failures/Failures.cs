using System;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

public sealed class FailingPlugin : IPlugin
{
#if STATIC_FIELD
    private static readonly int Width = int.Parse("wide");

    public PluginCatalog Catalog => new() { Experiments = new IExperiment[Width] };
#elif STATIC_CONSTRUCTOR
    static FailingPlugin() => throw new InvalidOperationException("Nothing static today.");

    public PluginCatalog Catalog => new();
#elif CONSTRUCTOR
    public FailingPlugin() => throw new InvalidOperationException("The licence\nhas expired.");

    public PluginCatalog Catalog => new();
#elif CATALOG
    public PluginCatalog Catalog => throw new InvalidOperationException("No catalog today.");
#elif NULL_ENTRY
    public PluginCatalog Catalog => new() { Experiments = [null!] };
#elif INVALID_ID
    public PluginCatalog Catalog => new() { Experiments = [new Named("Not_Kebab"), new Named("kebab")] };
#elif INFO
    public PluginCatalog Catalog => new() { Experiments = [new Named(null)] };
#else
    public PluginCatalog Catalog => new();
#endif
}

#if MODULE_INITIALIZER
internal static class Initialization
{
    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void Initialize() => throw new InvalidOperationException("The module does not start.");
}
#endif

internal sealed class Named(string? id) : IExperiment
{
    private static readonly Parameter<double> Target = Parameter.Real("target", "Target s.", 1, 0, 2);

    public ExperimentInfo Info => new()
    {
        Id = id ?? throw new NotSupportedException("I have no name."),
        Title = "Named",
        Question = "How?",
        Parameters = [Target],
    };

    public ExperimentResult Run(ExperimentContext context) => new();
}
