using System.Globalization;
using System.Text;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Marks.Looks;
using PluginLab.Rendering.Reports.Data;

namespace PluginLab.Rendering.Reports;

/// <summary>The numbers that a figure shows, as CSV.</summary>
public static class FigureData
{
    private const string Header = "panel,mark,kind,role,x,y,lower,upper,dx,dy,value,text\n";

    /// <summary>One row per point, in the order of panels, marks and points; numbers in shortest round-trip form; quoting after RFC 4180.</summary>
    /// <remarks>
    /// Lower and upper are the ends of an interval or band. A cell of a heat map has its left and lower edge as x and y, its width and
    /// height, to twelve digits, as dx and dy. A fan has the level as value; a bar of a histogram its left edge as x, its width as dx and its count as
    /// value; an entry of a strip its column and row, counted from 1, as x and y, and its time as text; a claim its predicted value as x and its
    /// measured one as y. A fitted line has its two ends, with the slope as value and its interval as lower and upper,
    /// and then the points of its band.
    /// </remarks>
    public static string Write(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        StringBuilder csv = new(Header);
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            foreach (Mark mark in figure.Panels[i].Marks)
            {
                string start = $"{Positions.Of(i + 1)},{Quote(mark.Id)},{DataRows.KindOf(mark)},{MarkLooks.RoleOf(mark).ToString().ToLowerInvariant()}";
                if (mark is HeatMap map)
                {
                    AppendCells(csv, start, map);
                }

                foreach (DataRow row in DataRows.Of(mark, figure.Panels[i]))
                {
                    csv.Append(start).Append(row.Text()).Append('\n');
                }
            }
        }

        return csv.ToString();
    }

    /// <summary>A cell, quoted where RFC 4180 asks for it.</summary>
    internal static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A map has many cells but few edges: what is the same in a row or a column is written once.</summary>
    private static void AppendCells(StringBuilder csv, string start, HeatMap map)
    {
        string[] left = [.. map.XEdges.Select(edge => $"{start},{NumberText.Of(edge)},")];
        string[] widths = [.. map.XEdges.Zip(map.XEdges.Skip(1), Width)];
        int cell = 0;
        for (int row = 0; row < map.YEdges.Count - 1; row++)
        {
            (string lower, string height) = (NumberText.Of(map.YEdges[row]) + ",,,", Width(map.YEdges[row], map.YEdges[row + 1]));
            for (int column = 0; column < widths.Length; column++)
            {
                csv.Append(left[column]).Append(lower).Append(widths[column]).Append(height).Append(NumberText.Of(map.Values[cell++])).Append(",\n");
            }
        }
    }

    /// <summary>The width of a cell, without the digits that are rounding of its edges.</summary>
    private static string Width(double edge, double next)
    {
        string rounded = (next - edge).ToString("E11", CultureInfo.InvariantCulture);
        return NumberText.Of(double.Parse(rounded, CultureInfo.InvariantCulture)) + ",";
    }
}
