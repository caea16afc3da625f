using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Host.Figures;

/// <summary>Writes figures as JSON and reads them back: equal figures give equal bytes, and every number comes back as the same double.</summary>
/// <remarks>Keys are the names of the properties in kebab-case; a mark says by <c>mark</c> of which kind it is. Nulls are left out.
/// A claim loses its control, which is a function, and which no drawing shows; a figure has stated its findings, and keeps none.</remarks>
internal static class FigureJson
{
    private const int Version = 1;

    /// <summary>How figures, and what else a run found, become JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKindsOfMarks, LeaveControlsAndFindingsOut } },
        Converters = { new RealConverter(), new RealsConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The kinds of marks by the names that files give them.</summary>
    public static IReadOnlyDictionary<string, Type> KindsOfMarks { get; } = typeof(Mark).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Mark)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .ToDictionary(type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(StoredFigure figure) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(new FigureFile { Version = Version, Run = figure.Run, Metadata = new(figure.Metadata.ToDictionary(), StringComparer.Ordinal), Figure = figure.Figure }, Options), (byte)'\n'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It holds no figure, or one of another version.</exception>
    public static StoredFigure Read(ReadOnlySpan<byte> content)
    {
        FigureFile? file = JsonSerializer.Deserialize<FigureFile>(content, Options);
        return file is { Version: Version }
            ? new StoredFigure { Run = file.Run, Metadata = file.Metadata, Figure = file.Figure }
            : throw new JsonException($"it is of version {file?.Version ?? 0}; this PluginLab reads version {Version}");
    }

    private static void NameKindsOfMarks(JsonTypeInfo type)
    {
        if (type.Type != typeof(Mark))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "mark" };
        foreach ((string name, Type kind) in KindsOfMarks)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, name));
        }
    }

    private static void LeaveControlsAndFindingsOut(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.PropertyType == typeof(Control) || property.PropertyType == typeof(IReadOnlyList<Finding>)).ToArray())
        {
            type.Properties.Remove(property);
        }
    }

    private sealed record FigureFile
    {
        public required int Version { get; init; }

        public required string Run { get; init; }

        public required SortedDictionary<string, string> Metadata { get; init; }

        public required Figure Figure { get; init; }
    }
}
