using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PluginLab.Experiments;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning.Parameters;

/// <summary>Values as they are written on the command line: JSON, or a short form where that is plain.</summary>
internal static partial class ParameterText
{
    /// <summary>Reads a value: <c>2,1</c> is short for a list, <c>2,1;0,3</c> for a matrix, <c>.5</c> for 0.5, and texts need no quotes.</summary>
    /// <returns>The JSON; what is none becomes a text, which the parameter then rejects with its own message.</returns>
    public static JsonElement Read(ParameterKind kind, string text)
    {
        bool isList = text.TrimStart().StartsWith('[');
        string json = kind switch
        {
            ParameterKind.Text or ParameterKind.Choice or ParameterKind.Table => text.StartsWith('"') ? text : SyntaxNode.Quote(text),
            ParameterKind.WholeNumber or ParameterKind.Real => Number(text),
            ParameterKind.WholeNumbers or ParameterKind.Reals => isList ? text : Numbers(text),
            ParameterKind.Texts => isList ? text : $"[{string.Join(',', text.Split(',').Select(SyntaxNode.Quote))}]",
            ParameterKind.Matrix => isList ? text : $"[{string.Join(',', text.Split(';').Select(Numbers))}]",
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
    /// <exception cref="FormatException">The text has another form; the message says what is wrong with it.</exception>
    public static ComponentChoice ReadComponent(string text, Place place)
    {
        string[] parts = [.. SeparatorOfOptions().Split(text).Select(part => part.Trim())];
        if (parts[0].IndexOfAny([';', '=', ' ']) >= 0)
        {
            throw new FormatException($"'{text}' is no id with options; write them after commas, such as gradient-descent,learning-rate=0.1");
        }

        List<GivenValue> options = [];
        foreach (string part in parts.Skip(1))
        {
            GivenValue option = Option(part, place);
            if (options.Any(other => other.Name == option.Name))
            {
                throw new FormatException($"option {option.Name} is given twice; keep one");
            }

            options.Add(option);
        }

        return new(new Located<string>(parts[0], place), options);
    }

    private static GivenValue Option(string part, Place place)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        (string name, string value) = equals < 0 ? (part, "") : (part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart());
        return name.Length > 0 && value.Length > 0
            ? GivenValue.OfText(name, value, place)
            : throw new FormatException(name.Length == 0 ? $"'{part}' names no option; write option=value" : $"option {name} has no value; write {name}=value");
    }

    private static string Numbers(string text) => $"[{string.Join(',', text.Split(',').Select(Number))}]";

    /// <summary>JSON knows neither .5 nor 5. nor +5, which other numbers of the command line may be; what it knows stays as it is.</summary>
    private static string Number(string text) =>
        !JsonNumber().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? NumberText.Of(value)
            : text;

    // The first comma ends the id; later ones separate only before another option.
    [GeneratedRegex(@"(?<=^[^,]*),|,(?=\s*[A-Za-z][A-Za-z0-9-]*\s*=)")]
    private static partial Regex SeparatorOfOptions();

    [GeneratedRegex(@"^\s*-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\s*$")]
    private static partial Regex JsonNumber();
}
