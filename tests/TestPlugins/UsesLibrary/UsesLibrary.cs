using PluginLab.Experiments;
using PluginLab.Extensibility;
using PrivateLibrary;

namespace TestPlugins;

/// <summary>The id of its experiment comes from a private library, whose two versions do not fit each other.</summary>
public sealed class UsingPlugin : IPlugin
{
#if LAZY
    private static string Id => "lazy";
#elif TWO
    private static string Id => Greeting.Text("library");
#else
    private static string Id => Greeting.Text;
#endif

    public PluginCatalog Catalog => new() { Experiments = [new Greeter(Id)] };
}

internal sealed class Greeter(string id) : IExperiment
{
    public ExperimentInfo Info => new() { Id = id, Title = "Greeter", Question = "Which library?" };

#if LAZY
    public ExperimentResult Run(ExperimentContext context) => new() { Notes = [Greeting.Text] };
#else
    public ExperimentResult Run(ExperimentContext context) => new();
#endif
}
