namespace PluginLab.Host.Cli;

/// <summary>Lines up text in columns; the last one is never cut or wrapped, so that lines can be searched.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Writes rows, indented, with columns as wide as their widest cell.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows.Count == 0 ? 0 : rows[0].Count).Select(column => rows.Max(row => row[column].Length))];
        foreach (IReadOnlyList<string> row in rows)
        {
            writer.WriteLine((Gap + string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd());
        }
    }
}
