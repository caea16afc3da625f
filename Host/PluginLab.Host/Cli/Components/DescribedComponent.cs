using PluginLab.Experiments;
using PluginLab.Host.Extensibility;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Components;

/// <summary>What <c>describe</c> says of a component of any kind.</summary>
internal sealed record DescribedComponent(
    string Kind, string Id, string Plugin, IReadOnlyList<string> Texts, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Constraint> Constraints)
{
    /// <summary>The kind of systems.</summary>
    public const string System = "system";

    /// <summary>All components of a registry.</summary>
    public static IReadOnlyList<DescribedComponent> All(ComponentRegistry registry) =>
    [
        .. registry.Experiments.Select(entry => new DescribedComponent(
            "experiment", entry.Id, entry.Plugin, [entry.Component.Info.Title, entry.Component.Info.Question], entry.Component.Info.Parameters, entry.Component.Info.Constraints)),
        .. registry.Systems.Select(entry => new DescribedComponent(
            System, entry.Id, entry.Plugin, [entry.Component.Description], entry.Component.Parameters, entry.Component.Constraints)),
        .. registry.Integrators.Select(entry => new DescribedComponent(
            "integrator", entry.Id, entry.Plugin, [entry.Component.Description], entry.Component.Parameters, entry.Component.Constraints)),
        .. registry.Renderers.Select(entry => new DescribedComponent(
            "renderer", entry.Id, entry.Plugin, [entry.Component.Description], entry.Component.Parameters, entry.Component.Constraints)),
    ];

    /// <summary>Writes the description.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine($"{Kind} {Id}, of plugin {Plugin}");
        foreach (string text in Texts)
        {
            writer.WriteLine($"  {TolerantText.ToPlainText(text)}");
        }

        WriteParameters(writer);
        if (Constraints.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine("Constraints");
            foreach (Constraint constraint in Constraints)
            {
                writer.WriteLine($"  {TolerantText.ToPlainText(constraint.Statement)}");
            }
        }
    }

    private void WriteParameters(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(Parameters.Count == 0 ? "It has no parameters." : "Parameters");
        foreach (Parameter parameter in Parameters)
        {
            writer.WriteLine($"  {parameter.Name}: {TolerantText.ToPlainText(parameter.Description)}");
            writer.WriteLine($"      {parameter.Admissible}; {(parameter.DefaultJson is { } json ? $"default {json}" : "required")}");
        }
    }
}
