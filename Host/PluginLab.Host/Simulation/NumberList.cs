using System.Globalization;
using System.Text.Json;

namespace PluginLab.Host.Simulation;

/// <summary>Numbers on the command line: <c>1,2.5</c>, or <c>@file.json</c> for a JSON list, which may nest as the rows of matrices do.</summary>
internal static class NumberList
{
    /// <summary>Reads numbers.</summary>
    /// <exception cref="FormatException">Something is no finite number, or the file cannot be read; the message says what and where.</exception>
    public static IReadOnlyList<double> Read(string text) =>
        text.StartsWith('@') ? ReadFile(text[1..]) : [.. text.Split(',').Select((part, index) => ReadNumber(part, index))];

    private static double ReadNumber(string text, int index) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"number {index + 1} is '{text}'; it must be a finite number, such as 0.25");

    private static List<double> ReadFile(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            List<double> numbers = [];
            Flatten(path, document.RootElement, numbers);
            return numbers;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{path}:{(exception.LineNumber ?? 0) + 1}: the file is no JSON; it must hold a list of numbers, such as [0.1, 0.2]", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"{path}: the file cannot be read: {exception.Message}", exception);
        }
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
