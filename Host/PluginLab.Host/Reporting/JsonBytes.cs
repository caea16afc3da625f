using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginLab.Experiments;

namespace PluginLab.Host.Reporting;

/// <summary>Writes JSON files that are the same bytes everywhere: UTF-8, two spaces, line feeds, numbers by <see cref="NumberText"/>.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of a file with one value and a line feed at its end.</summary>
    public static byte[] Create(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            write(writer);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a number; one that is not finite as the text NaN, Infinity or -Infinity.</summary>
    public static void WriteReal(this Utf8JsonWriter writer, string key, double value)
    {
        writer.WritePropertyName(key);
        if (double.IsFinite(value))
        {
            writer.WriteRawValue(NumberText.Of(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(NumberText.Of(value));
        }
    }

    /// <summary>Writes a text, and nothing where it is null.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, string key, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(key, value);
        }
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, string key, IEnumerable<string> values)
    {
        writer.WriteStartArray(key);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the values of parameters as an object.</summary>
    public static void WriteParameters(this Utf8JsonWriter writer, string key, ParameterSet parameters)
    {
        writer.WriteStartObject(key);
        foreach (Parameter parameter in parameters.Declared)
        {
            writer.WritePropertyName(parameter.Name);
            writer.WriteRawValue(parameters.Json(parameter));
        }

        writer.WriteEndObject();
    }

    /// <summary>The kebab-case name of an enumeration value.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
