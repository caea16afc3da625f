using PluginLab.Figures;
using PluginLab.Rendering.Checks;
using PluginLab.Rendering.Marks.Fields;

namespace PluginLab.Rendering.Layout;

/// <summary>Fits a figure into a width on paper: panels go below each other until plots can be read, and the height follows from the plots, which keep their proportions.</summary>
internal static class WidthFitting
{
    private const double NarrowestPlot = 110;
    private const double SmallestCell = 16;
    private const double SmallestTurned = 15;
    private const double LowestPlot = 116;
    private const double HighestReflowed = 0.75;
    private const double NearEnough = 2;
    private const int MostTries = 5;
    private const int MostGrowth = 5;
    private const int Growth = 24;
    private const int FirstHeight = 320;
    private const int TallestLayout = 4000;

    /// <summary>A figure and options that ask for a size in place of a width.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="options">Options with a print width.</param>
    /// <param name="layOut">Lays a figure out at its size.</param>
    public static (Figure Figure, RenderOptions Options) Apply(Figure figure, RenderOptions options, Func<Figure, FigureLayout> layOut)
    {
        int width = DrawingScale.LayoutLength(options.PrintWidth!.Value, options.FontScale);
        figure = BreakStrip(figure, width, layOut);
        Figure fitted = Reflow(figure with { Size = new FigureSize(width, figure.Panels.Count * FirstHeight) }, layOut);
        double ratio = RatioOf(figure, layOut, isReflowed: fitted.Columns < new PanelGrid(figure).Columns);
        double lowest = figure.Panels.Any(panel => panel.IsAspectLocked) ? 0 : LeastOf(figure, LowestPlot, panel => panel.Y, SmallestCell);
        fitted = FitHeight(fitted, ratio, lowest, isGrowing: false, layOut);
        fitted = FitHeight(Heighten(fitted, layOut), ratio, lowest, isGrowing: true, layOut);
        return (fitted with { Size = figure.Size }, options with { PrintWidth = null, PrintSize = DrawingScale.PrintSizeOf(fitted.Size, options) });
    }

    /// <summary>The height at which plots have their proportions, or are somewhat higher.</summary>
    /// <remarks>Names may stand on a plot that is high enough and below one that is not: a height that had to grow does not shrink again.</remarks>
    private static Figure FitHeight(Figure figure, double ratio, double lowest, bool isGrowing, Func<Figure, FigureLayout> layOut)
    {
        for (int i = 0; i < MostTries; i++)
        {
            FigureLayout layout = layOut(figure);
            double missing = Math.Max(lowest, ratio * layout.PlotWidth) - layout.PlotHeight;
            int height = Math.Clamp(layout.Size.Height + (int)Math.Round(missing * new PanelGrid(figure).Rows), SizeChecks.SmallestSide, TallestLayout);
            if (Math.Abs(missing) <= NearEnough || height == figure.Size.Height || (isGrowing && missing < 0))
            {
                break;
            }

            isGrowing |= missing > 0;
            figure = figure with { Size = figure.Size with { Height = height } };
        }

        return figure;
    }

    /// <summary>Breaks a matrix strip into the fewest rows whose cells can be seen.</summary>
    private static Figure BreakStrip(Figure figure, int width, Func<Figure, FigureLayout> layOut)
    {
        Figure best = figure;
        for (int rows = 2; CellSize(best) < SmallestCell && StripRows.Break(figure, rows) is { } broken; rows++)
        {
            best = broken;
        }

        return best;

        double CellSize(Figure candidate) => candidate.Panels[0].Marks is [MatrixStrip]
            ? layOut(candidate with { Size = new FigureSize(width, candidate.Panels.Count * FirstHeight) }).PlotWidth / candidate.Panels[0].X.Limits!.Value.Upper
            : double.PositiveInfinity;
    }

    /// <summary>The least height at which the fewest texts are cut: labels of vertical axes and colour bars need the height of their plots.</summary>
    private static Figure Heighten(Figure figure, Func<Figure, FigureLayout> layOut)
    {
        int rows = new PanelGrid(figure).Rows;
        IEnumerable<Figure> choices = Enumerable.Range(0, MostGrowth + 1)
            .Select(i => figure with { Size = figure.Size with { Height = Math.Min(figure.Size.Height + (i * Growth * rows), TallestLayout) } });
        return CutTexts(layOut(figure)) == 0 ? figure : choices.MinBy(choice => CutTexts(layOut(choice)))!;
    }

    private static int CutTexts(FigureLayout layout) => layout.Panels.Sum(panel => panel.Shortened.Count + panel.UnnamedCount);

    /// <summary>Height over width of the plots as the figure asks for them; plots that were narrow beside each other need not be as high below each other.</summary>
    private static double RatioOf(Figure figure, Func<Figure, FigureLayout> layOut, bool isReflowed)
    {
        Box plot = layOut(figure).Panels[0].Plot;
        double ratio = plot.Height / plot.Width;
        return isReflowed && !figure.Panels.Any(panel => panel.IsAspectLocked) ? Math.Min(ratio, HighestReflowed) : ratio;
    }

    /// <summary>As many columns as leave plots wide enough to read, at most those of the figure.</summary>
    private static Figure Reflow(Figure figure, Func<Figure, FigureLayout> layOut)
    {
        int columns = new PanelGrid(figure).Columns;
        double narrowest = LeastOf(figure, NarrowestPlot, panel => panel.X, SmallestTurned);
        while (columns > 1 && IsTooNarrow(layOut(figure with { Columns = columns }), figure.Size.Width, narrowest))
        {
            columns--;
        }

        return figure with { Columns = columns };
    }

    /// <summary>The least side at which a plot can be read: maps of few named cells need no more than their cells do.</summary>
    private static double LeastOf(Figure figure, double usual, Func<Panel, Axis> axis, double cell) =>
        figure.Panels.All(panel => panel.Marks is [HeatMap] && axis(panel).Ticks is not null)
            ? Math.Min(usual, figure.Panels.Max(panel => axis(panel).Ticks!.Count * cell))
            : usual;

    private static bool IsTooNarrow(FigureLayout layout, int width, double narrowest) =>
        layout.Size.Width > width
        || layout.PlotWidth < narrowest
        || CutTexts(layout) > 0;
}
