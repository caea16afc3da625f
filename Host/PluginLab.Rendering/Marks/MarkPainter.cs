using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks;

/// <summary>Draws marks; each kind has a painter of its own.</summary>
internal static class MarkPainter
{
    /// <summary>Draws a mark within the group of the plot; returns the number of vertices.</summary>
    public static int Paint(Mark mark, MarkLook look, PlotContext context) => mark switch
    {
        Line line => LinePainter.Paint(line.X, line.Y, look, context),
        Step step => LinePainter.PaintStep(step, look, context),
        FitLine fit => PaintFit(fit, look, context),
        PhasePath path => PhasePathPainter.Paint(path, look, context),
        Scatter scatter => PointPainter.Paint(scatter.X, scatter.Y, look, context),
        ErrorBars bars => PointPainter.PaintBars(bars, look, context),
        Ribbon ribbon => AreaPainter.PaintRibbon(ribbon, look, context),
        ReferenceLine line => GuidePainter.PaintLine(line, look, context),
        ReferenceBand band => GuidePainter.PaintBand(band, look, context),
        VectorField field => VectorFieldPainter.Paint(field, look, context),
        HeatMap map => HeatMapPainter.Paint(map, context),
        QuantileFan fan => AreaPainter.PaintFan(fan, look, context),
        Histogram histogram => HistogramPainter.Paint(histogram, look, context),
        MatrixStrip strip => MatrixStripPainter.Paint(strip, context),
        Contour contour => LevelPainter.PaintContour(contour, look, context),
        Nullcline nullcline => LevelPainter.PaintNullcline(nullcline, look, context),
        Annotation or VerdictTable => 0,
        _ => throw new FigureException($"Mark '{mark.Id}' is a {mark.GetType().Name}, which this renderer cannot draw; choose another renderer or another mark."),
    };

    private static int PaintFit(FitLine fit, MarkLook look, PlotContext context)
    {
        (IReadOnlyList<double> x, IReadOnlyList<double> y) = MarkValues.FitEnds(fit, context.X.Transform, context.Y.Transform);
        int vertices = MarkValues.FitBand(fit, context.X.Transform, context.Y.Transform) is { } band ? AreaPainter.PaintRibbon(band, look with { Dashes = [] }, context) : 0;
        return vertices + LinePainter.Paint(x, y, look, context with { HasLineMarkers = false });
    }

    /// <summary>A position in whole hundredths of a px.</summary>
    public static (int X, int Y) Snap(PixelPoint point) => (PathText.Hundredths(point.X), PathText.Hundredths(point.Y));
}
