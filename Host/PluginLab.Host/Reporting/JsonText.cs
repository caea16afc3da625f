using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginLab.Host.Reporting;

/// <summary>Writes JSON to the terminal, with characters as they are.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Writes a value over several lines, for people.</summary>
    public static void WriteLines(TextWriter writer, Action<Utf8JsonWriter> write) => Write(writer, write, Indented);

    /// <summary>Writes a value on one line, for scripts.</summary>
    public static void WriteLine(TextWriter writer, Action<Utf8JsonWriter> write) => Write(writer, write, Compact);

    private static void Write(TextWriter writer, Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, options))
        {
            write(json);
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
