using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PluginLab.Experiments;

namespace PluginLab.Host.Figures;

/// <summary>Numbers by <see cref="NumberText"/>; those that are not finite as the texts NaN, Infinity and -Infinity.</summary>
internal sealed class RealConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadOne(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteRawValue(TextOf(value), skipInputValidation: true);

    /// <summary>A number as JSON.</summary>
    public static string TextOf(double value) => double.IsFinite(value) ? NumberText.Of(value) : $"\"{NumberText.Of(value)}\"";

    /// <summary>Reads the number or the name of one at which a reader stands.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static double ReadOne(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.String when reader.GetString() is "NaN" or "Infinity" or "-Infinity" => double.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
        _ => throw new JsonException("a number is expected, or the text NaN, Infinity or -Infinity"),
    };
}

/// <summary>A list of numbers on one line, however long.</summary>
internal sealed class RealsConverter : JsonConverter<IReadOnlyList<double>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a list of numbers is expected");
        }

        List<double> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(RealConverter.ReadOne(ref reader));
        }

        return [.. values];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        StringBuilder text = new("[", (value.Count * 8) + 2);
        for (int i = 0; i < value.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(RealConverter.TextOf(value[i]));
        }

        writer.WriteRawValue(text.Append(']').ToString(), skipInputValidation: true);
    }
}
