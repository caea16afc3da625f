using System.Globalization;
using System.Text.Json;

namespace PluginLab.Experiments;

/// <summary>How values of one kind of parameter are read, checked and written.</summary>
internal sealed record ParameterCodec<T>(string Admissible, Func<JsonElement, IInputFiles, object?> Read, Func<T, string> Write)
{
    /// <summary>Null for an admissible value, else the values that are, in words.</summary>
    public Func<T, string?> FindFault { get; init; } = _ => null;

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public bool IsMinimumExcluded { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public IReadOnlyList<T> Boundary { get; init; } = [];
}

/// <summary>The codecs of all parameter kinds.</summary>
internal static class ParameterCodecs
{
    public static ParameterCodec<string> Text { get; } = new("a text", (json, _) => ReadText(json), WriteText);

    public static ParameterCodec<IReadOnlyList<string>> TextList { get; } = new(
        "a list of texts",
        (json, _) => ReadList(json, ReadText),
        list => $"[{string.Join(',', list.Select(WriteText))}]");

    public static ParameterCodec<bool> Flag { get; } = new(
        "true or false",
        (json, _) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
        value => value ? "true" : "false")
    {
        Boundary = [true, false],
    };

    public static ParameterCodec<Matrix> Matrix { get; } = new(
        "a list of rows of equal length, such as [[2,0],[0,1]]",
        (json, _) => ReadList(json, row => ReadList(row, ReadReal)) is { Count: > 0 } rows && rows.All(row => row.Count == rows[0].Count && row.Count > 0)
            ? Experiments.Matrix.FromRows(rows)
            : null,
        matrix => $"[{string.Join(',', Enumerable.Range(0, matrix.Rows).Select(row => $"[{string.Join(',', matrix.Row(row).Select(WriteReal))}]"))}]");

    public static ParameterCodec<Table> Table { get; } = new(
        "the path of a CSV file",
        (json, files) => json.ValueKind == JsonValueKind.String && json.GetString() is { } path
            ? path.Length == 0 ? Experiments.Table.Empty : files.ReadTable(path)
            : null,
        table => WriteText(table.Source));

    public static ParameterCodec<int> WholeNumber(int minimum, int maximum)
    {
        string admissible = minimum == maximum ? $"{minimum}" : $"a whole number from {minimum} to {maximum}";
        return new(
            admissible,
            (json, _) => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double value) && value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
                ? (int)value
                : null,
            value => value.ToString(CultureInfo.InvariantCulture))
        {
            FindFault = value => minimum <= value && value <= maximum ? null : admissible,
            Minimum = minimum,
            Maximum = maximum,
            Boundary = [minimum, maximum],
        };
    }

    public static ParameterCodec<double> Real(double minimum, double maximum, bool isMinimumExcluded)
    {
        string admissible = (double.IsFinite(minimum), double.IsFinite(maximum)) switch
        {
            (true, true) when isMinimumExcluded => $"a number above {WriteReal(minimum)} and up to {WriteReal(maximum)}",
            (true, true) => $"a number from {WriteReal(minimum)} to {WriteReal(maximum)}",
            (true, false) when isMinimumExcluded => $"a finite number above {WriteReal(minimum)}",
            (true, false) => $"a finite number of at least {WriteReal(minimum)}",
            (false, true) => $"a finite number up to {WriteReal(maximum)}",
            _ => "a finite number",
        };
        return new(admissible, (json, _) => ReadReal(json), WriteReal)
        {
            FindFault = value => double.IsFinite(value) && (isMinimumExcluded ? minimum < value : minimum <= value) && value <= maximum ? null : admissible,
            Minimum = double.IsFinite(minimum) ? minimum : null,
            Maximum = double.IsFinite(maximum) ? maximum : null,
            IsMinimumExcluded = isMinimumExcluded,
            Boundary = [.. new[] { isMinimumExcluded ? double.NaN : minimum, maximum }.Where(double.IsFinite)],
        };
    }

    public static ParameterCodec<IReadOnlyList<T>> ListOf<T>(ParameterCodec<T> element, string plural)
        where T : struct
    {
        string admissible = $"a list of {plural}, each {element.Admissible}";
        return new(
            admissible,
            (json, files) => ReadList(json, item => (T?)element.Read(item, files)),
            list => $"[{string.Join(',', list.Select(element.Write))}]")
        {
            FindFault = list => list.Count > 0 && list.All(item => element.FindFault(item) is null) ? null : admissible,
            Minimum = element.Minimum,
            Maximum = element.Maximum,
            IsMinimumExcluded = element.IsMinimumExcluded,
            Boundary = [.. element.Boundary.Select(item => (IReadOnlyList<T>)[item])],
        };
    }

    public static ParameterCodec<string> Choice(IReadOnlyList<string> choices)
    {
        string admissible = $"one of {string.Join(", ", choices)}";
        return new(admissible, (json, _) => ReadText(json), WriteText)
        {
            FindFault = value => choices.Contains(value) ? null : admissible,
            Choices = [.. choices],
            Boundary = [.. choices],
        };
    }

    private static double? ReadReal(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double value) && double.IsFinite(value) ? value : null;

    private static string? ReadText(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    private static IReadOnlyList<T>? ReadList<T>(JsonElement json, Func<JsonElement, T?> readElement)
        where T : struct
    {
        T?[] items = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(readElement)] : [null];
        return items.All(item => item.HasValue) ? [.. items.Select(item => item!.Value)] : null;
    }

    private static IReadOnlyList<T>? ReadList<T>(JsonElement json, Func<JsonElement, T?> readElement)
        where T : class
    {
        T?[] items = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(readElement)] : [null];
        return items.All(item => item is not null) ? [.. items.Select(item => item!)] : null;
    }

    private static string WriteReal(double value) => NumberText.Of(value);

    private static string WriteText(string value) => $"\"{JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
