using System.Globalization;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using PluginLab.Experiments;
using PluginLab.Extensibility;

#if RESOURCES
[assembly: AssemblyCulture("de")]
#else
namespace TestPlugins;

/// <summary>Asks a question that lies in its German satellite.</summary>
public sealed class SatellitePlugin : IPlugin
{
    public PluginCatalog Catalog => new() { Experiments = [new Asking()] };
}

internal sealed class Asking : IExperiment
{
    public ExperimentInfo Info => new() { Id = "asking", Title = "Asking", Question = Question() };

    public ExperimentResult Run(ExperimentContext context) => new();

    private static string Question()
    {
        // By name: the host runs without cultures, but their resources are files like any other.
        AssemblyName name = new("Satellite.resources, Culture=de");
        Assembly satellite = AssemblyLoadContext.GetLoadContext(typeof(Asking).Assembly)!.LoadFromAssemblyName(name);
        using StreamReader reader = new(satellite.GetManifestResourceStream("question.txt")!);
        return reader.ReadToEnd().Trim();
    }
}
#endif
