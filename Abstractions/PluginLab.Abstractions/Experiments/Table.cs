using System.Globalization;

namespace PluginLab.Experiments;

/// <summary>A table of text cells with named columns, such as a CSV file that the host has read.</summary>
public sealed class Table
{
    private readonly IReadOnlyList<IReadOnlyList<string>> rows;
    private readonly IReadOnlyList<int> lines;

    /// <summary>Creates a table; cells are copied.</summary>
    /// <param name="source">Where it comes from, for messages: the file name. Empty for no table.</param>
    /// <param name="columns">The names of the columns; distinct.</param>
    /// <param name="rows">The rows, one cell per column each.</param>
    /// <param name="lines">The line of the file on which each row begins, counted from 1.</param>
    /// <exception cref="ArgumentException">Names repeat, or a row has another number of cells.</exception>
    public Table(string source, IEnumerable<string> columns, IEnumerable<IReadOnlyList<string>> rows, IEnumerable<int> lines)
    {
        Source = source ?? throw new ArgumentNullException(nameof(source));
        Columns = [.. columns ?? throw new ArgumentNullException(nameof(columns))];
        this.rows = [.. (rows ?? throw new ArgumentNullException(nameof(rows))).Select(row => row.ToArray())];
        this.lines = [.. lines ?? throw new ArgumentNullException(nameof(lines))];
        if (Columns.Distinct(StringComparer.Ordinal).Count() != Columns.Count
            || this.rows.Any(row => row.Count != Columns.Count) || this.lines.Count != this.rows.Count)
        {
            throw new ArgumentException("A table needs distinct column names, one cell per column in each row, and one line number per row.", nameof(rows));
        }
    }

    /// <summary>No table: what a table parameter is when none was given.</summary>
    public static Table Empty { get; } = new("", [], [], []);

    /// <summary>Where the table comes from.</summary>
    public string Source { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => rows.Count;

    /// <summary>Whether no table was given.</summary>
    public bool IsEmpty => Columns.Count == 0;

    /// <summary>The cells of a column, as text.</summary>
    /// <exception cref="FormatException">There is no such column.</exception>
    public IReadOnlyList<string> Texts(string column)
    {
        int index = IndexOf(column);
        return [.. rows.Select(row => row[index])];
    }

    /// <summary>The cells of a column, as finite numbers.</summary>
    /// <exception cref="FormatException">There is no such column, or a cell is no finite number; the message names file, line and column.</exception>
    public IReadOnlyList<double> Numbers(string column)
    {
        int index = IndexOf(column);
        return [.. rows.Select((row, i) => Number(row[index], lines[i], column))];
    }

    /// <summary>What keeps <see cref="Numbers"/> from reading a column: a sentence with file, line and column for every cell that is no finite number.</summary>
    /// <exception cref="FormatException">There is no such column.</exception>
    public IReadOnlyList<string> FaultsOfNumbers(string column)
    {
        int index = IndexOf(column);
        return [.. rows.Index().Where(row => !IsNumber(row.Item[index], out _)).Select(row => Fault(row.Item[index], lines[row.Index], column))];
    }

    private double Number(string cell, int line, string column) =>
        IsNumber(cell, out double value) ? value : throw new FormatException(Fault(cell, line, column));

    private static bool IsNumber(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private string Fault(string cell, int line, string column) => $"{Source}:{line}: column '{column}' is '{cell}'; it must be a finite number, such as 0.25.";

    private int IndexOf(string column)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        throw new FormatException($"{Source}:1: there is no column '{column}'; the columns are {string.Join(", ", Columns)}.");
    }
}
