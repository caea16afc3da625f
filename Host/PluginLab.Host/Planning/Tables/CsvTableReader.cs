using System.Text;
using PluginLab.Experiments;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Planning.Tables;

/// <summary>Reads tables from CSV files as RFC 4180 has them: UTF-8, comma, quotes doubled within quotes, names in the first row.</summary>
/// <param name="folder">Folder that paths are relative to.</param>
internal sealed class CsvTableReader(string folder) : IInputFiles
{
    /// <inheritdoc/>
    public Table ReadTable(string path)
    {
        List<CsvRow> rows = CsvParser.Parse(path, ReadText(path));
        if (rows.Count == 0)
        {
            throw new FormatException($"{path}:1:1: the file is empty; its first row must name the columns");
        }

        CsvRow header = rows[0];
        string[] faults = [.. FaultsOfHeader(path, header), .. rows.Skip(1).SelectMany(row => FaultsOfRow(path, row, header))];
        return faults.Length == 0
            ? new Table(path, header.Cells.Select(cell => cell.Text), rows.Skip(1).Select(row => row.Cells.Select(cell => cell.Text).ToArray()), rows.Skip(1).Select(row => row.Line))
            : throw new FormatException(string.Join('\n', faults));
    }

    private string ReadText(string path)
    {
        try
        {
            byte[] bytes = InputBytes.Read(Path.GetFullPath(path, folder));
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException($"{path}: the file is not UTF-8 at byte {exception.Index}; save it as UTF-8", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FormatException($"{path}: there is no such file in the manifest's folder", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"{path}: the file cannot be read: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    private static IEnumerable<string> FaultsOfHeader(string path, CsvRow header)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (CsvCell cell in header.Cells)
        {
            if (cell.Text.Length == 0)
            {
                yield return $"{path}:{header.Line}:{cell.Column}: the column has no name";
            }
            else if (!names.Add(cell.Text))
            {
                yield return $"{path}:{header.Line}:{cell.Column}: two columns have the name '{cell.Text}'";
            }
        }
    }

    private static IEnumerable<string> FaultsOfRow(string path, CsvRow row, CsvRow header)
    {
        if (row.Cells.Count != header.Cells.Count)
        {
            CsvCell last = row.Cells[Math.Min(row.Cells.Count, header.Cells.Count + 1) - 1];
            yield return $"{path}:{row.Line}:{last.Column}: the row has {row.Cells.Count} cells; the first row names {header.Cells.Count} columns";
        }
    }
}

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Cells">Its cells; at least one.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<CsvCell> Cells);

/// <summary>A cell of a CSV file.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Column">The column of its first character in the line, counted from 1.</param>
internal sealed record CsvCell(string Text, int Column);
