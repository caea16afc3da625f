using System.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>Reads the first rows of a CSV text.</summary>
internal static class CsvPreview
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string csv, int rowCount)
    {
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        for (int i = 0; i < csv.Length && rows.Count < rowCount; i++)
        {
            char character = csv[i];
            if (isQuoted && character == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || character is not (',' or '\n' or '\r'))
            {
                cell.Append(character);
            }
            else if (character != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (character == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
        }

        return rows;
    }
}
