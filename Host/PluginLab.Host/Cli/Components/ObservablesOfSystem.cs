using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Planning.Tables;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Components;

/// <summary>What <c>describe</c> says of a system as its defaults make it: where it starts, and the observables that <c>simulate --stop</c> and figures take by name.</summary>
internal static class ObservablesOfSystem
{
    private const int MostComponentsShown = 8;
    private const int MostObservablesShown = 24;

    /// <summary>Writes them; a system with a parameter that has no default says so instead.</summary>
    public static void Write(TextWriter writer, ComponentRegistry registry, string id)
    {
        writer.WriteLine();
        if (CreateByDefaults(registry, id) is not { } observed)
        {
            writer.WriteLine("Its observables depend on parameters that have no default.");
            return;
        }

        IReadOnlyList<double> start = observed.DefaultInitialState;
        string shown = string.Join(", ", start.Take(MostComponentsShown).Select(NumberText.Of));
        writer.WriteLine($"With the defaults its state has {(start.Count == 1 ? "1 component" : $"{start.Count} components")} and starts at {shown}{(start.Count > MostComponentsShown ? ", …" : "")}");
        writer.WriteLine(observed.Observables.Count == 0 ? "It has no observables." : "Observables, with the defaults");
        foreach (Observable observable in observed.Observables.Take(MostObservablesShown))
        {
            writer.WriteLine($"  {observable.Name}: {TolerantText.ToPlainText(observable.Description)}");
        }

        if (observed.Observables.Count > MostObservablesShown)
        {
            writer.WriteLine($"  and {observed.Observables.Count - MostObservablesShown} more, the last of them {observed.Observables[^1].Name}");
        }
    }

    private static ObservedSystem? CreateByDefaults(ComponentRegistry registry, string id)
    {
        DiagnosisCollector diagnoses = new();
        ParameterBinding binding = new(new CsvTableReader(Directory.GetCurrentDirectory()), diagnoses);
        ComponentResolver<ObservedSystem> systems = new("system", registry.Systems, binding, diagnoses);
        ObservedSystem? system = systems.Resolve(new(new Located<string>(id, Place.OfOption("ID")), []))?.Instance;
        return diagnoses.HasErrors ? null : system;
    }
}
