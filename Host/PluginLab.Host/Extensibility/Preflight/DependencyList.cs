using System.Text.Json;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>The file <c>.deps.json</c> that a build writes beside a DLL.</summary>
internal static class DependencyList
{
    private static readonly JsonDocumentOptions Tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Where the list of an assembly lies, whether it exists or not.</summary>
    public static string PathFor(string assemblyPath) => Path.ChangeExtension(assemblyPath, ".deps.json");

    /// <summary>The first line of the list that cannot be read, counted from 1; null if all can or there is no list.</summary>
    public static long? FindUnreadableLine(string assemblyPath)
    {
        string path = PathFor(assemblyPath);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), Tolerant);
            return document.RootElement.ValueKind == JsonValueKind.Object ? null : 1;
        }
        catch (JsonException exception)
        {
            return (exception.LineNumber ?? 0) + 1;
        }
    }
}
