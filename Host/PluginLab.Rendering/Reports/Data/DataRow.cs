using System.Text;
using PluginLab.Experiments;

namespace PluginLab.Rendering.Reports.Data;

/// <summary>A row of the data behind a figure.</summary>
internal sealed record DataRow
{
    public double? X { get; init; }

    public double? Y { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public double? DX { get; init; }

    public double? DY { get; init; }

    public double? Value { get; init; }

    public string Words { get; init; } = "";

    public string Text()
    {
        StringBuilder text = new();
        foreach (double? cell in (double?[])[X, Y, Lower, Upper, DX, DY, Value])
        {
            text.Append(',').Append(cell is { } number ? NumberText.Of(number) : "");
        }

        return text.Append(',').Append(FigureData.Quote(Words)).ToString();
    }
}
