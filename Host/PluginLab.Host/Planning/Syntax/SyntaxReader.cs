using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Planning.Syntax;

/// <summary>Reads JSON with comments and trailing commas into a tree that knows where everything stands.</summary>
internal sealed class SyntaxReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string source;
    private readonly ReadOnlyMemory<byte> text;
    private readonly DiagnosisCollector diagnoses;
    private readonly PositionCursor cursor;

    private SyntaxReader(string source, ReadOnlyMemory<byte> text, DiagnosisCollector diagnoses)
    {
        (this.source, this.text, this.diagnoses) = (source, text, diagnoses);
        cursor = new PositionCursor(text);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="bytes">Its content: UTF-8, with or without a byte-order mark.</param>
    /// <param name="diagnoses">Receives what is wrong.</param>
    /// <returns>The value; null after a syntax error, since nothing behind it can be trusted.</returns>
    public static SyntaxNode? Read(string source, byte[] bytes, DiagnosisCollector diagnoses)
    {
        ReadOnlyMemory<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
        SyntaxReader reader = new(source, text, diagnoses);
        int faultyByte = FindFaultyByte(text.Span);
        if (faultyByte >= 0)
        {
            diagnoses.Error(ErrorCode.Syntax, reader.PlaceAt(faultyByte, ""), "the file is not UTF-8 from here on; save it as UTF-8");
            return null;
        }

        return reader.ReadAll();
    }

    private static int FindFaultyByte(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return -1;
        }

        int offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    private SyntaxNode? ReadAll()
    {
        Utf8JsonReader reader = new(text.Span, Options);
        try
        {
            reader.Read();
            SyntaxNode node = ReadValue(ref reader, "$");
            reader.Read();
            return node;
        }
        catch (JsonException exception)
        {
            (int line, int column) = new PositionCursor(text).At(OffsetOf(exception));
            diagnoses.Error(ErrorCode.Syntax, new Place(source, line, column, ""), WithoutPosition(exception.Message));
            return null;
        }
        catch (InvalidOperationException) when (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            diagnoses.Error(ErrorCode.Syntax, PlaceAt((int)reader.TokenStartIndex, ""), "the text holds an escape that is half of a character");
            return null;
        }
    }

    private SyntaxNode ReadValue(ref Utf8JsonReader reader, string path)
    {
        Place place = PlaceAt((int)reader.TokenStartIndex, path);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, place),
            JsonTokenType.StartArray => ReadArray(ref reader, place),
            JsonTokenType.String => new ScalarSyntax(place, JsonValueKind.String, reader.GetString()!),
            JsonTokenType.Number => new ScalarSyntax(place, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new ScalarSyntax(place, JsonValueKind.True, "true"),
            JsonTokenType.False => new ScalarSyntax(place, JsonValueKind.False, "false"),
            _ => new ScalarSyntax(place, JsonValueKind.Null, "null"),
        };
    }

    private ObjectSyntax ReadObject(ref Utf8JsonReader reader, Place place)
    {
        List<MemberSyntax> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            Place namePlace = PlaceAt((int)reader.TokenStartIndex, Step(place.Path, name));
            reader.Read();
            SyntaxNode value = ReadValue(ref reader, namePlace.Path);
            if (names.Add(name))
            {
                members.Add(new MemberSyntax(name, namePlace, value));
            }
            else
            {
                diagnoses.Error(ErrorCode.DuplicateKey, namePlace, "the key is there twice; keep one");
            }
        }

        return new ObjectSyntax(place, members);
    }

    private ArraySyntax ReadArray(ref Utf8JsonReader reader, Place place)
    {
        List<SyntaxNode> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, $"{place.Path}[{items.Count}]"));
        }

        return new ArraySyntax(place, items);
    }

    private Place PlaceAt(int offset, string path)
    {
        (int line, int column) = cursor.At(offset);
        return new Place(source, line, column, path);
    }

    private int OffsetOf(JsonException exception)
    {
        int start = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            start += text.Span[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (int)(exception.BytePositionInLine ?? 0);
    }

    private static string Step(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '$') ? $"{path}.{name}" : $"{path}[{SyntaxNode.Quote(name)}]";

    private static string WithoutPosition(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
