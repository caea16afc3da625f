using System.Text;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Drawing;

/// <summary>Collects the samples and names of marks, and draws all samples before all names.</summary>
internal sealed class EntryDrawing(SvgCanvas canvas, bool hasLineMarkers)
{
    private readonly StringBuilder symbols = new();
    private readonly List<Action> texts = [];

    /// <summary>Adds a name with its sample, centred at a height.</summary>
    public void Add(LegendEntry entry, double left, double middle)
    {
        symbols.Append($"<g{canvas.ColorOf(entry.Look.Color)}>{LegendSymbols.Of(entry, left, middle, hasLineMarkers)}</g>");
        texts.Add(() => canvas.Text(entry.Label, left + LegendEntry.SymbolWidth + LegendEntry.SymbolGap, middle + LegendEntry.Drop, TextAnchor.Start, entry.Look.TextColor));
    }

    /// <summary>Adds names below each other.</summary>
    public void AddColumn(IReadOnlyList<LegendEntry> entries, double left, double top)
    {
        foreach (LegendEntry entry in entries)
        {
            Add(entry, left, top + ((entry.Height + EntryBlock.RowGap) / 2));
            top += entry.Height + EntryBlock.RowGap;
        }
    }

    /// <summary>Adds names beside each other, row by row.</summary>
    public void AddRows(IReadOnlyList<IReadOnlyList<LegendEntry>> rows, double left, double top)
    {
        foreach (IReadOnlyList<LegendEntry> row in rows)
        {
            double x = left;
            foreach (LegendEntry entry in row)
            {
                Add(entry, x, top + (EntryBlock.HeightOf(row) / 2));
                x += entry.Width + EntryBlock.EntryGap;
            }

            top += EntryBlock.HeightOf(row);
        }
    }

    /// <summary>Adds a thin line from a mark to its name.</summary>
    public void AddLeader(LegendEntry entry, PixelPoint from, PixelPoint to)
    {
        (int x0, int y0) = MarkPainter.Snap(from);
        (int x1, int y1) = MarkPainter.Snap(to);
        symbols.Append($"<path d=\"{new PathText().MoveTo(x0, y0).LineTo(x1, y1)}\"{canvas.ColorOf(entry.Look.Color)} stroke-width=\"70\"/>");
    }

    /// <summary>Draws all that was added.</summary>
    public void Write()
    {
        if (symbols.Length > 0)
        {
            canvas.Write($"<g transform=\"scale(.01)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"160\">{symbols}</g>\n");
        }

        texts.ForEach(write => write());
    }
}
