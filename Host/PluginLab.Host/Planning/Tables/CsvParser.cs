using System.Text;

namespace PluginLab.Host.Planning.Tables;

/// <summary>Splits the text of a CSV file into rows and cells.</summary>
internal sealed class CsvParser
{
    private readonly string path;
    private readonly string text;
    private int index;
    private int line = 1;
    private int lineStart;

    private CsvParser(string path, string text) => (this.path, this.text) = (path, text);

    private bool IsAtEnd => index == text.Length;

    private bool IsAtLineEnd => IsAtEnd || text[index] is '\n' or '\r';

    /// <summary>Column in characters (Unicode scalar values) of the current one.</summary>
    private int Column => text[lineStart..index].EnumerateRunes().Count() + 1;

    /// <summary>Splits a text; blank lines are left out.</summary>
    /// <exception cref="FormatException">A quote is not where RFC 4180 has it; the message names line and column.</exception>
    public static List<CsvRow> Parse(string path, string text)
    {
        CsvParser parser = new(path, text);
        List<CsvRow> rows = [];
        while (!parser.IsAtEnd)
        {
            CsvRow row = parser.ReadRow();
            if (row.Cells.Count > 1 || row.Cells[0].Text.Length > 0)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private CsvRow ReadRow()
    {
        int start = line;
        List<CsvCell> cells = [ReadCell()];
        while (!IsAtLineEnd)
        {
            index++;
            cells.Add(ReadCell());
        }

        PassLineEnd();
        return new CsvRow(start, cells);
    }

    private CsvCell ReadCell()
    {
        int column = Column;
        if (!IsAtEnd && text[index] == '"')
        {
            return new CsvCell(ReadQuoted(column), column);
        }

        int start = index;
        while (!IsAtLineEnd && text[index] != ',')
        {
            if (text[index] == '"')
            {
                throw Fault(line, Column, "a quote within a cell; put the whole cell in quotes and double this one");
            }

            index++;
        }

        return new CsvCell(text[start..index], column);
    }

    private string ReadQuoted(int column)
    {
        int startLine = line;
        StringBuilder cell = new();
        for (index++; !IsAtEnd; index++)
        {
            bool isQuote = text[index] == '"';
            if (isQuote && (index + 1 == text.Length || text[index + 1] != '"'))
            {
                index++;
                return IsAtLineEnd || text[index] == ',' ? cell.ToString() : throw Fault(line, Column, "text after a closing quote; a comma or the end of the line must follow");
            }

            index += isQuote ? 1 : 0;
            cell.Append(text[index]);
            CountLine();
        }

        throw Fault(startLine, column, "the quote is never closed");
    }

    private void PassLineEnd()
    {
        if (!IsAtEnd && text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n')
        {
            index++;
        }

        if (!IsAtEnd)
        {
            index++;
            (line, lineStart) = (line + 1, index);
        }
    }

    private void CountLine()
    {
        if (text[index] == '\n')
        {
            (line, lineStart) = (line + 1, index + 1);
        }
    }

    private FormatException Fault(int faultyLine, int column, string message) => new($"{path}:{faultyLine}:{column}: {message}");
}
