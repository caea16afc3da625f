using System.Text.Json;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Reporting;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Components;

/// <summary>What <c>list</c> prints.</summary>
internal static class ComponentListing
{
    /// <summary>A section for each kind, a line for each component.</summary>
    public static void WriteText(TextWriter writer, ComponentRegistry registry)
    {
        foreach ((string kind, IReadOnlyList<ListedComponent> components) in Sections(registry).Where(section => section.Components.Count > 0))
        {
            writer.WriteLine($"{char.ToUpperInvariant(kind[0])}{kind[1..]}");
            string[] header = ["ID", "PLUGIN", "DESCRIPTION"];
            TextTable.Write(writer, [header, .. components.Select(component => new[] { component.Id, component.Plugin, component.Description })]);
            writer.WriteLine();
        }

        writer.WriteLine("See pluginlab describe ID for the parameters of one.");
    }

    /// <summary>The same, and the diagnoses, as one JSON object.</summary>
    public static void WriteJson(TextWriter writer, PluginLoadReport report) => JsonText.WriteLines(writer, json =>
    {
        json.WriteStartObject();
        foreach ((string kind, IReadOnlyList<ListedComponent> components) in Sections(report.Registry))
        {
            json.WriteStartArray(kind);
            foreach (ListedComponent component in components)
            {
                json.WriteStartObject();
                json.WriteString("id", component.Id);
                json.WriteString("plugin", component.Plugin);
                json.WriteString("description", component.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteDiagnoses(json, report.Diagnoses);
        json.WriteEndObject();
    });

    private static void WriteDiagnoses(Utf8JsonWriter json, IReadOnlyList<Diagnosis> diagnoses)
    {
        json.WriteStartArray("diagnoses");
        foreach (Diagnosis diagnosis in diagnoses)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnosis.Code);
            json.WriteString("place", diagnosis.Place);
            json.WriteString("message", diagnosis.Message);
            json.WriteBoolean("isError", diagnosis.IsError);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(string Kind, IReadOnlyList<ListedComponent> Components)> Sections(ComponentRegistry registry) =>
    [
        ("experiments", [.. registry.Experiments.Select(entry => new ListedComponent(entry.Id, entry.Plugin, TolerantText.ToPlainText(entry.Component.Info.Title)))]),
        ("systems", [.. registry.Systems.Select(entry => new ListedComponent(entry.Id, entry.Plugin, TolerantText.ToPlainText(entry.Component.Description)))]),
        ("integrators", [.. registry.Integrators.Select(entry => new ListedComponent(entry.Id, entry.Plugin, TolerantText.ToPlainText(entry.Component.Description)))]),
        ("renderers", [.. registry.Renderers.Select(entry => new ListedComponent(entry.Id, entry.Plugin, TolerantText.ToPlainText(entry.Component.Description)))]),
    ];

    private sealed record ListedComponent(string Id, string Plugin, string Description);
}
