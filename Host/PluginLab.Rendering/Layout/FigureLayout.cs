using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>Finds where everything goes: margins follow from labels and labels from the space that margins leave, until nothing moves.</summary>
internal sealed class FigureLayout
{
    private const int MostPasses = 4;
    private const double OuterMargin = 12;
    private const double ColumnGap = 22;
    private const double RowGap = 16;
    private const double SmallestPlotWidth = 40;
    private const double SmallestPlotHeight = 30;
    private const double TitleLineHeight = 17;
    private const double SubtitleLineHeight = 15;

    private readonly Figure figure;

    private FigureLayout(Figure figure)
    {
        this.figure = figure;
        Panels = [.. Enumerable.Range(0, figure.Panels.Count).Select(i => PanelPlanning.Begin(figure, i))];
        double width = figure.Size.Width - (2 * OuterMargin);
        (Title, bool isTitleCut) = Lines(figure.Title, TextStyle.Title, width, 2);
        (Subtitle, bool isSubtitleCut) = Lines(figure.Subtitle, TextStyle.Tick, width, 2);
        if (isTitleCut || isSubtitleCut)
        {
            Panels[0].Shortened.Add(RichText.Parse(isTitleCut ? figure.Title : figure.Subtitle!).ToPlainText());
        }

        Top = OuterMargin + LineStack.HeightOf(Title, TitleLineHeight) + LineStack.HeightOf(Subtitle, SubtitleLineHeight) + (Title.Count + Subtitle.Count > 0 ? 6 : 0);
    }

    public IReadOnlyList<PanelPlan> Panels { get; }

    public IReadOnlyList<Label> Title { get; }

    public IReadOnlyList<Label> Subtitle { get; }

    public int Passes { get; private set; }

    private double Top { get; }

    private int ColumnCount => Math.Min(figure.Columns, Panels.Count);

    private int RowCount => (Panels.Count + ColumnCount - 1) / ColumnCount;

    public double TitleBaseline(int line) => OuterMargin - 1 + LineStack.BaselineOf(Title, TitleLineHeight, line);

    public double SubtitleBaseline(int line) => OuterMargin + LineStack.HeightOf(Title, TitleLineHeight) + LineStack.BaselineOf(Subtitle, SubtitleLineHeight, line);

    public static double TitleLeft => OuterMargin;

    /// <summary>Lays a figure out.</summary>
    /// <exception cref="FigureException">There is no room, or the layout does not come to rest.</exception>
    public static FigureLayout Find(Figure figure)
    {
        FigureLayout layout = new(figure);
        try
        {
            while (!layout.Pass())
            {
                if (layout.Passes >= MostPasses)
                {
                    throw new FigureException("its layout does not come to rest; enlarge the figure or fix the limits of its axes.");
                }
            }
        }
        catch (FigureException exception)
        {
            throw new FigureException($"Figure '{figure.Id}' cannot be drawn: {exception.Message}");
        }

        return layout;
    }

    private static (IReadOnlyList<Label> Lines, bool IsCut) Lines(string? text, TextStyle style, double width, int lineCount) =>
        string.IsNullOrEmpty(text) ? ([], false) : LabelWrapping.Wrap(RichText.Parse(text), style, width, lineCount);

    /// <summary>One pass; true if it left all margins as they were.</summary>
    private bool Pass()
    {
        Passes++;
        AssignPlots();
        bool isAtRest = true;
        foreach (PanelPlan plan in Panels)
        {
            LegendPlacement before = plan.Legend;
            Box cell = plan.Plot;
            AxisPlanning.Plan(plan);
            PlanHeading(plan);
            LegendPlanning.Plan(plan, figure.Size, cell.X + cell.Width + plan.Margins.Right);
            Margins needed = PanelMargins.Of(plan);

            // Margins only grow within a drawing, so that two layouts cannot take turns for ever; a legend that moved starts them afresh.
            Margins next = plan.Legend == before ? plan.Margins.Or(needed) : needed;
            next = Passes == 1 ? needed : next;
            isAtRest &= next == plan.Margins && plan.Legend == before;
            plan.Margins = next;
        }

        return isAtRest;
    }

    private static void PlanHeading(PanelPlan plan)
    {
        string text = plan.Panel.Title is null ? plan.Letter : plan.Letter.Length == 0 ? plan.Panel.Title : $"{plan.Letter} {plan.Panel.Title}";
        plan.Heading = text.Length == 0 ? [] : AxisPlanning.Wrap(plan, RichText.Parse(text), TextStyle.PanelTitle, plan.Plot.Width + plan.Margins.Left, 2);
        plan.NoteLines = plan.Notes.Count == 0 ? [] : AxisPlanning.Wrap(plan, RichText.Parse(RichText.Escape(string.Join("; ", plan.Notes))), TextStyle.Note, plan.Plot.Width, 2);
    }

    /// <summary>Shares the space out: plots of a column are equally wide and aligned, those of a row equally high.</summary>
    private void AssignPlots()
    {
        (double[] left, double[] right) = (Largest(ColumnCount, Column, m => m.Left), Largest(ColumnCount, Column, m => m.Right));
        (double[] top, double[] bottom) = (Largest(RowCount, Row, m => m.Top), Largest(RowCount, Row, m => m.Bottom));
        double width = Math.Floor((figure.Size.Width - (2 * OuterMargin) - left.Sum() - right.Sum() - ((ColumnCount - 1) * ColumnGap)) / ColumnCount);
        double height = Math.Floor((figure.Size.Height - Top - OuterMargin - top.Sum() - bottom.Sum() - ((RowCount - 1) * RowGap)) / RowCount);
        if (width < SmallestPlotWidth || height < SmallestPlotHeight)
        {
            throw new FigureException($"labels leave {Positions.Of((int)width)} × {Positions.Of((int)height)} px for a plot; it needs {SmallestPlotWidth} × {SmallestPlotHeight}. Enlarge the figure, shorten labels or use fewer columns.");
        }

        for (int i = 0; i < Panels.Count; i++)
        {
            (int column, int row) = (Column(i), Row(i));
            double x = OuterMargin + left.Take(column + 1).Sum() + right.Take(column).Sum() + (column * (width + ColumnGap));
            double y = Top + top.Take(row + 1).Sum() + bottom.Take(row).Sum() + (row * (height + RowGap));
            Panels[i].Plot = new Box(Math.Ceiling(x), Math.Ceiling(y), width, height);
        }
    }

    private int Column(int panel) => panel % ColumnCount;

    private int Row(int panel) => panel / ColumnCount;

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
