using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginLab.Host.Reporting;

/// <summary>Exchanges what a stored <c>report.json</c> says of its drawings, after they are drawn anew.</summary>
internal static class StoredWarnings
{
    /// <summary>The bytes of the file with other warnings of its figures; all else stays as it was written.</summary>
    /// <param name="report">The bytes of report.json.</param>
    /// <param name="warnings">The warnings of figures by id; others keep theirs.</param>
    /// <exception cref="JsonException">The file is no report.</exception>
    public static byte[] Exchange(ReadOnlyMemory<byte> report, IReadOnlyDictionary<string, IReadOnlyList<string>> warnings)
    {
        JsonNode root = JsonNode.Parse(report.Span) ?? throw new JsonException("it is no object");
        JsonArray figures = root["figures"] as JsonArray ?? throw new JsonException("it has no figures");
        foreach (JsonObject figure in figures.OfType<JsonObject>())
        {
            if (warnings.TryGetValue((string?)figure["id"] ?? "", out IReadOnlyList<string>? texts))
            {
                figure["warnings"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
            }
        }

        return JsonBytes.Create(writer => root.WriteTo(writer));
    }
}
