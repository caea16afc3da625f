using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Drawing;

/// <summary>Samples of marks for legends.</summary>
internal static class LegendSymbols
{
    /// <summary>The sample of a mark, in hundredths of a px.</summary>
    public static string Of(LegendEntry entry, double left, double middle, bool hasLineMarkers)
    {
        (int x0, int y) = MarkPainter.Snap(new PixelPoint(left, middle));
        int x1 = x0 + (int)(100 * LegendEntry.SymbolWidth);
        int centre = (x0 + x1) / 2;
        return entry.Mark switch
        {
            Scatter => Marker(entry.Look, centre, y),
            ErrorBars => $"<path d=\"{new PathText().MoveTo(centre, y - 600).LineTo(centre, y + 600)}\" stroke-width=\"110\"/>{Marker(entry.Look, centre, y)}",
            QuantileFan fan => Area(x0, x1, y, ".22") + (fan.Levels.Count % 2 == 1 ? Rule(entry.Look, x0, x1, y) : ""),
            Histogram => Area(x0, x1, y, ".25"),
            FitLine { Covariance: not null } => Area(x0, x1, y, ".22") + Rule(entry.Look, x0, x1, y),
            Ribbon => Area(x0, x1, y, ".22"),
            ReferenceBand => Area(x0, x1, y, ".15"),
            PhasePath => Rule(entry.Look, x0, x1, y) + Arrow(centre, y, 8, 3.4),
            VectorField => $"<path d=\"{new PathText().MoveTo(x0, y).LineTo(x1 - 300, y)}\" stroke-width=\"90\"/>{Arrow(x1 - 300, y, 5, 2)}",
            Line or Step when hasLineMarkers && entry.Look.HasMarkersAlong => Rule(entry.Look, x0, x1, y) + Marker(entry.Look, centre, y),
            _ => Rule(entry.Look, x0, x1, y),
        };
    }

    /// <summary>A sample of a line; a gap between dashes is in its middle, so that both ends are alike.</summary>
    private static string Rule(MarkLook look, int x0, int x1, int y)
    {
        double period = look.Dashes.Sum();
        double start = look.Dashes.Count == 0 ? 0 : look.Dashes[0] + ((look.Dashes[1] - LegendEntry.SymbolWidth) / 2);
        string offset = start == 0 ? "" : $" stroke-dashoffset=\"{SvgCanvas.Number(100 * (start < 0 ? start + period : start))}\"";
        return $"<path d=\"{new PathText().MoveTo(x0, y).LineTo(x1, y)}\"{look.LineAttributes()}{offset}/>";
    }

    private static string Area(int x0, int x1, int y, string opacity)
    {
        PathText path = new PathText().MoveTo(x0, y - 450).LineTo(x1, y - 450).LineTo(x1, y + 450).LineTo(x0, y + 450).Close();
        return $"<path d=\"{path}\" fill=\"currentColor\" fill-opacity=\"{opacity}\" stroke=\"none\"/>";
    }

    private static string Arrow(int x, int y, double length, double halfWidth)
    {
        PathText path = new();
        PhasePathPainter.AddArrow(path, new PixelPoint(x / 100.0, y / 100.0), 1, 0, length, halfWidth);
        return $"<path d=\"{path}\" fill=\"currentColor\" stroke=\"none\"/>";
    }

    private static string Marker(MarkLook look, int x, int y)
    {
        PathText path = new();
        Markers markers = new(look.Marker, look.IsHollow);
        markers.Add(path, x, y);
        return $"<path d=\"{path}\"{markers.Attributes}/>";
    }
}
