using PluginLab.Figures;
using PluginLab.Rendering.Checks;

namespace PluginLab.Rendering.Layout;

/// <summary>Fits a figure into a width on paper: panels go below each other until plots can be read, and the height follows from the plots, which keep their proportions.</summary>
internal static class WidthFitting
{
    private const double NarrowestPlot = 110;
    private const double LowestPlot = 90;
    private const double HighestReflowed = 0.75;
    private const double NearEnough = 2;
    private const int MostTries = 5;
    private const int MostGrowth = 5;
    private const int Growth = 24;
    private const int FirstHeight = 240;
    private const int TallestLayout = 4000;

    /// <summary>A figure and options that ask for a size in place of a width.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="options">Options with a print width.</param>
    /// <param name="layOut">Lays a figure out at its size.</param>
    public static (Figure Figure, RenderOptions Options) Apply(Figure figure, RenderOptions options, Func<Figure, FigureLayout> layOut)
    {
        int width = DrawingScale.LayoutLength(options.PrintWidth!.Value, options.FontScale);
        Figure fitted = Reflow(figure with { Size = new FigureSize(width, figure.Panels.Count * FirstHeight) }, layOut);
        double ratio = RatioOf(figure, layOut, isReflowed: fitted.Columns < new PanelGrid(figure).Columns);
        bool hasGrown = false;
        for (int i = 0; i < MostTries; i++)
        {
            FigureLayout layout = layOut(fitted);
            double missing = Math.Max(LowestPlot, ratio * layout.PlotWidth) - layout.PlotHeight;
            int height = Math.Clamp(layout.Size.Height + (int)Math.Round(missing * new PanelGrid(fitted).Rows), FigureChecks.SmallestSide, TallestLayout);

            // Names may stand on a plot that is high enough and below one that is not: a height that had to grow does not shrink again.
            if (Math.Abs(missing) <= NearEnough || height == fitted.Size.Height || (hasGrown && missing < 0))
            {
                break;
            }

            hasGrown |= missing > 0;
            fitted = fitted with { Size = new FigureSize(width, height) };
        }

        fitted = Heighten(fitted, layOut);
        return (fitted with { Size = figure.Size }, options with { PrintWidth = null, PrintSize = DrawingScale.PrintSizeOf(fitted.Size, options) });
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
        while (columns > 1 && IsTooNarrow(layOut(figure with { Columns = columns }), figure.Size.Width))
        {
            columns--;
        }

        return figure with { Columns = columns };
    }

    private static bool IsTooNarrow(FigureLayout layout, int width) =>
        layout.Size.Width > width
        || layout.PlotWidth < NarrowestPlot
        || CutTexts(layout) > 0;
}
