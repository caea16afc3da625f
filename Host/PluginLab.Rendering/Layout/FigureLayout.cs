using PluginLab.Figures;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>Finds where everything goes: margins follow from labels and labels from the space that margins leave, until nothing moves.</summary>
internal sealed class FigureLayout
{
    private const double OuterMargin = 12;
    private const double ColumnGap = 22;
    private const double RowGap = 16;
    private const double SmallestPlotWidth = 40;
    private const double SmallestPlotHeight = 30;
    private const double RoomyPlotWidth = 160;
    private const double RoomyPlotHeight = 110;
    private const double TitleLineHeight = 17;
    private const double SubtitleLineHeight = 15;
    private const int MostTitleLines = 4;

    private readonly Figure figure;
    private readonly PanelGrid grid;
    private readonly List<string> unsettled = [];
    private int movedPasses;

    private FigureLayout(Figure figure)
    {
        this.figure = figure;
        Size = figure.Size;
        grid = new PanelGrid(figure);
        Panels = [.. Enumerable.Range(0, figure.Panels.Count).Select(i => PanelPlanning.Begin(figure, grid, i))];
        PanelLimits.Resolve(grid, Panels);
        Common = CommonParts.Begin(figure, grid, Panels);
        foreach (PanelPlan plan in Panels)
        {
            plan.Common = Common;
        }

        double width = figure.Size.Width - (2 * OuterMargin);
        (Title, bool isTitleCut) = Lines(figure.Title, TextStyle.Title, width, MostTitleLines);
        (Subtitle, bool isSubtitleCut) = Lines(figure.Subtitle, TextStyle.Tick, width, MostTitleLines);
        if (isTitleCut || isSubtitleCut)
        {
            Panels[0].Shortened.Add(RichText.Parse(isTitleCut ? figure.Title : figure.Subtitle!).ToPlainText());
        }

        Top = OuterMargin + LineStack.HeightOf(Title, TitleLineHeight) + LineStack.HeightOf(Subtitle, SubtitleLineHeight) + (Title.Count + Subtitle.Count > 0 ? 6 : 0);
    }

    public IReadOnlyList<PanelPlan> Panels { get; }

    /// <summary>The colour bar and the legend of the whole figure.</summary>
    public CommonParts Common { get; }

    public IReadOnlyList<Label> Title { get; }

    public IReadOnlyList<Label> Subtitle { get; }

    public int Passes { get; private set; }

    /// <summary>Size of the drawing: as asked for, or larger where plots would not fit.</summary>
    public FigureSize Size { get; private set; }

    /// <summary>What of the whole figure is not as asked for.</summary>
    public IReadOnlyList<string> Compromises =>
        [.. Size == figure.Size ? [] : (string[])[$"The labels need more room: the drawing has {SizeText(Size)} px instead of {SizeText(figure.Size)}."], .. unsettled];

    private double Top { get; }

    public double TitleBaseline(int line) => OuterMargin - 1 + LineStack.BaselineOf(Title, TitleLineHeight, line);

    public double SubtitleBaseline(int line) => OuterMargin + LineStack.HeightOf(Title, TitleLineHeight) + LineStack.BaselineOf(Subtitle, SubtitleLineHeight, line);

    public static double TitleLeft => OuterMargin;

    /// <summary>Lays a figure out.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="mostPasses">Passes after which the layout is taken as it is; one in which a legend moved, which it does at most twice, does not count.</param>
    public static FigureLayout Find(Figure figure, int mostPasses)
    {
        FigureLayout layout = new(figure);
        while (!layout.Pass())
        {
            if (layout.Passes >= mostPasses + layout.movedPasses)
            {
                layout.unsettled.Add($"The layout did not come to rest within {Positions.Of(mostPasses)} passes; some labels may stand too close.");
                break;
            }
        }

        PanelHeadings.Align(layout.Panels, layout.grid);
        return layout;
    }

    private static string SizeText(FigureSize size) => $"{Positions.Of(size.Width)} × {Positions.Of(size.Height)}";

    private static (IReadOnlyList<Label> Lines, bool IsCut) Lines(string? text, TextStyle style, double width, int lineCount) =>
        string.IsNullOrEmpty(text) ? ([], false) : LabelWrapping.Wrap(RichText.Parse(text), style, width, lineCount);

    /// <summary>One pass; true if it left all margins as they were.</summary>
    private bool Pass()
    {
        Passes++;
        AssignPlots();
        bool isAtRest = true;
        bool hasMoved = false;
        foreach (PanelPlan plan in Panels)
        {
            (LegendPlacement, int, bool) before = Placement(plan);
            Box cell = plan.Plot;
            AxisPlanning.Plan(plan);
            LegendPlanning.Plan(plan, Size, cell.X + cell.Width + plan.Margins.Right);
            PanelHeadings.Plan(plan);
            Margins needed = PanelMargins.Of(plan);

            // Margins only grow within a drawing, so that two layouts cannot take turns for ever; a legend that moved starts them afresh.
            bool isSettled = before == Placement(plan);
            hasMoved |= !isSettled;
            Margins next = isSettled ? plan.Margins.Or(needed) : needed;
            next = Passes == 1 ? needed : next;
            isAtRest &= next == plan.Margins && isSettled;
            plan.Margins = next;
        }

        movedPasses += hasMoved ? 1 : 0;
        return Common.Plan(Panels) && isAtRest;
    }

    private static (LegendPlacement, int, bool) Placement(PanelPlan plan) => (plan.Legend, plan.BoxedMarks.Count, plan.AreEndlessBelow);

    /// <summary>Shares the space out: plots of a column are equally wide and aligned, those of a row equally high.</summary>
    private void AssignPlots()
    {
        if (PlotWidth < SmallestPlotWidth)
        {
            ClearSides();
        }

        if (PlotWidth < SmallestPlotWidth || PlotHeight < SmallestPlotHeight)
        {
            Enlarge();
        }

        (double[] left, double[] right) = (Largest(grid.Columns, grid.Column, m => m.Left), Largest(grid.Columns, grid.Column, m => m.Right));
        (double[] top, double[] bottom) = (Largest(grid.Rows, grid.Row, m => m.Top), Largest(grid.Rows, grid.Row, m => m.Bottom));
        (double width, double height) = (PlotWidth, PlotHeight);
        for (int i = 0; i < Panels.Count; i++)
        {
            (int column, int row) = (grid.Column(i), grid.Row(i));
            double x = OuterMargin + left.Take(column + 1).Sum() + right.Take(column).Sum() + (column * (width + ColumnGap));
            double y = Top + top.Take(row + 1).Sum() + bottom.Take(row).Sum() + (row * (height + RowGap));
            Panels[i].Plot = new Box(Math.Ceiling(x), Math.Ceiling(y), width, height);
        }
    }

    /// <summary>Width of the room for each plot, which one with a locked aspect does not fill.</summary>
    public double PlotWidth
    {
        get
        {
            double margins = Largest(grid.Columns, grid.Column, m => m.Left).Sum() + Largest(grid.Columns, grid.Column, m => m.Right).Sum();
            return Math.Floor((Size.Width - (2 * OuterMargin) - Common.Right - margins - ((grid.Columns - 1) * ColumnGap)) / grid.Columns);
        }
    }

    /// <summary>Height of the room for each plot.</summary>
    public double PlotHeight
    {
        get
        {
            double margins = Largest(grid.Rows, grid.Row, m => m.Top).Sum() + Largest(grid.Rows, grid.Row, m => m.Bottom).Sum();
            return Math.Floor((Size.Height - Top - OuterMargin - Common.Bottom - margins - ((grid.Rows - 1) * RowGap)) / grid.Rows);
        }
    }

    private void ClearSides()
    {
        foreach (PanelPlan plan in Panels)
        {
            if (LegendPlanning.ClearSide(plan))
            {
                plan.Margins = plan.Margins with { Right = PanelPlan.FirstMargins.Right };
            }
        }
    }

    /// <summary>Makes the drawing as much larger as plots need to be read, rather than refusing to draw it.</summary>
    private void Enlarge()
    {
        double width = PlotWidth < SmallestPlotWidth ? (RoomyPlotWidth - PlotWidth) * grid.Columns : 0;
        double height = PlotHeight < SmallestPlotHeight ? (RoomyPlotHeight - PlotHeight) * grid.Rows : 0;
        Size = new FigureSize(Size.Width + (int)width, Size.Height + (int)height);
    }

    private double[] Largest(int count, Func<int, int> placeOf, Func<Margins, double> side)
    {
        double[] largest = new double[count];
        for (int i = 0; i < Panels.Count; i++)
        {
            largest[placeOf(i)] = Math.Max(largest[placeOf(i)], Math.Ceiling(side(Panels[i].Margins)));
        }

        return largest;
    }
}
