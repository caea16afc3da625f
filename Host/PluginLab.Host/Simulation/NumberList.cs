using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PluginLab.Host.Simulation;

/// <summary>Numbers on the command line: <c>1,2.5</c>, or <c>@file.json</c> for a JSON list, which may nest as the rows of matrices do.</summary>
internal static class NumberList
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads numbers.</summary>
    /// <exception cref="FormatException">Something is no finite number, or the file cannot be read; the message says what and where.</exception>
    public static IReadOnlyList<double> Read(string text) => text switch
    {
        "@" => throw new FormatException("after @ the name of a file is missing; write it without a space, such as @start.json"),
        ['@', .. string path] => ReadFile(path),
        _ => [.. text.Split(',').Select((part, index) => ReadNumber(part, index))],
    };

    private static double ReadNumber(string text, int index) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"number {index + 1} is '{text}'; it must be a finite number, such as 0.25");

    private static List<double> ReadFile(string path)
    {
        byte[] content = ReadBytes(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            List<double> numbers = [];
            Flatten(path, document.RootElement, numbers);
            return numbers;
        }
        catch (JsonException exception)
        {
            (int line, int column) = PlaceOf(exception, content);
            throw new FormatException($"{path}:{line}:{column}: the file is no JSON; it must hold a list of numbers, such as [0.1, 0.2]", exception);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FormatException($"{path}: this is a folder; name a file in it that holds a list of numbers");
        }

        try
        {
            byte[] content = File.ReadAllBytes(path);
            return content.AsSpan().StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"{path}: the file cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Line and column in characters, both counted from 1.</summary>
    private static (int Line, int Column) PlaceOf(JsonException exception, byte[] content)
    {
        int line = (int)(exception.LineNumber ?? 0);
        int start = 0;
        for (int i = 0; i < line; i++)
        {
            start = Array.IndexOf(content, (byte)'\n', start) + 1;
        }

        int length = Math.Min((int)(exception.BytePositionInLine ?? 0), content.Length - start);
        return (line + 1, Encoding.UTF8.GetString(content, start, length).EnumerateRunes().Count() + 1);
    }

    private static void Flatten(string path, JsonElement json, List<double> numbers)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
            {
                Flatten(path, item, numbers);
            }
        }
        else if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double value) && double.IsFinite(value))
        {
            numbers.Add(value);
        }
        else
        {
            throw new FormatException($"{path}: the file holds {json.GetRawText()}; it must hold a list of finite numbers, such as [0.1, 0.2]");
        }
    }
}
