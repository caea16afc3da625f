using System.Globalization;
using System.Text.Json;

namespace PluginLab.Host.Figures.Comparison;

/// <summary>A stored figure taken apart: its series by id and its other parts by name, each as numbers and texts with their keys.</summary>
/// <remarks>It reads the JSON, so that kinds of marks need no code here.</remarks>
internal sealed class FigureLeaves
{
    private static readonly string[] KeysOfAbscissae = ["x", "x-edges", "edges", "range"];

    private readonly Dictionary<string, Dictionary<string, Leaf>> parts = new(StringComparer.Ordinal);

    /// <summary>The parts in the order of the figure.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Takes the bytes of a model apart.</summary>
    public static FigureLeaves Of(ReadOnlyMemory<byte> model)
    {
        FigureLeaves leaves = new();
        using JsonDocument document = JsonDocument.Parse(model);
        JsonElement figure = document.RootElement.GetProperty("figure");
        leaves.Add("figure", figure, "panels", isLogX: false, isLogY: false);
        int number = 0;
        foreach (JsonElement panel in figure.GetProperty("panels").EnumerateArray())
        {
            leaves.Add($"panel {(++number).ToString(CultureInfo.InvariantCulture)}", panel, "marks", isLogX: false, isLogY: false);
            foreach (JsonElement mark in panel.GetProperty("marks").EnumerateArray())
            {
                leaves.Add($"{mark.GetProperty("id").GetString()}", mark, null, IsLogarithmic(panel, "x", "scale"), IsLogarithmic(panel, "y", "scale"));
            }
        }

        return leaves;
    }

    /// <summary>The numbers and texts of a part by key; null if the figure has no such part.</summary>
    public IReadOnlyDictionary<string, Leaf>? Part(string name) => parts.GetValueOrDefault(name);

    private static bool IsLogarithmic(JsonElement parent, string key, string scale) =>
        parent.TryGetProperty(key, out JsonElement child) && child.ValueKind == JsonValueKind.Object && child.TryGetProperty(scale, out JsonElement value)
        && value.ValueKind == JsonValueKind.String && value.GetString() == "logarithmic";

    private void Add(string name, JsonElement element, string? leftOut, bool isLogX, bool isLogY)
    {
        Dictionary<string, Leaf> leaves = new(StringComparer.Ordinal);
        bool isLogColor = IsLogarithmic(element, "scale", "norm");
        foreach (JsonProperty property in element.EnumerateObject().Where(property => property.Name != leftOut))
        {
            bool isLog = property.Name == "values" ? isLogColor : KeysOfAbscissae.Contains(property.Name) ? isLogX : isLogY;
            Collect(property.Name, property.Value, isLog, leaves);
        }

        if (parts.TryAdd(name, leaves))
        {
            Names.Add(name);
        }
    }

    private static void Collect(string key, JsonElement value, bool isLogarithmic, Dictionary<string, Leaf> leaves)
    {
        if (Numbers(value) is { } numbers)
        {
            leaves[key] = new Leaf(numbers, "", isLogarithmic);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                Collect($"{key} {property.Name}", property.Value, isLogarithmic, leaves);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            int number = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Collect($"{key} {(++number).ToString(CultureInfo.InvariantCulture)}", item, isLogarithmic, leaves);
            }
        }
        else
        {
            leaves[key] = new Leaf(null, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), isLogarithmic);
        }
    }

    /// <summary>A number or a list of numbers; null for anything else.</summary>
    private static double[]? Numbers(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Number(value) is { } one ? [one] : null;
        }

        double?[] items = [.. value.EnumerateArray().Select(Number)];
        return items.Contains(null) ? null : [.. items.Select(item => item!.Value)];
    }

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : value.ValueKind == JsonValueKind.String && value.GetString() is "NaN" or "Infinity" or "-Infinity" ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : null;
}

/// <summary>Numbers, or a text, at a key.</summary>
/// <param name="Numbers">The numbers; null for a text.</param>
/// <param name="Text">The text; empty for numbers.</param>
/// <param name="IsLogarithmic">Whether they are drawn on a logarithmic axis.</param>
internal sealed record Leaf(IReadOnlyList<double>? Numbers, string Text, bool IsLogarithmic);
