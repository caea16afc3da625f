using System.Text.Json;
using System.Text.RegularExpressions;
using PluginLab.Experiments;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning.Parameters;

/// <summary>Values as they are written on the command line: JSON, or a short form where that is plain.</summary>
internal static partial class ParameterText
{
    /// <summary>Reads a value: <c>2,1</c> is short for a list, <c>2,1;0,3</c> for a matrix, and texts need no quotes.</summary>
    /// <returns>The JSON; what is none becomes a text, which the parameter then rejects with its own message.</returns>
    public static JsonElement Read(ParameterKind kind, string text)
    {
        string json = kind switch
        {
            ParameterKind.Text or ParameterKind.Choice or ParameterKind.Table => text.StartsWith('"') ? text : SyntaxNode.Quote(text),
            ParameterKind.WholeNumbers or ParameterKind.Reals => text.TrimStart().StartsWith('[') ? text : $"[{text}]",
            ParameterKind.Texts => text.TrimStart().StartsWith('[') ? text : $"[{string.Join(',', text.Split(',').Select(SyntaxNode.Quote))}]",
            ParameterKind.Matrix => text.TrimStart().StartsWith('[') ? text : $"[{string.Join(',', text.Split(';').Select(row => $"[{row}]"))}]",
            _ => text,
        };
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return JsonElement.Parse(SyntaxNode.Quote(text));
        }
    }

    /// <summary>Splits <c>id,option=value,…</c>; a comma within a list of a value does not separate.</summary>
    public static ComponentChoice ReadComponent(string text, Place place)
    {
        string[] parts = SeparatorOfOptions().Split(text);
        return new(new Located<string>(parts[0], place), [.. parts.Skip(1).Select(part => Option(part, place))]);
    }

    private static GivenValue Option(string part, Place place)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        return GivenValue.OfText(part[..equals], part[(equals + 1)..], place);
    }

    [GeneratedRegex(",(?=[a-z][a-z0-9-]*=)")]
    private static partial Regex SeparatorOfOptions();
}
