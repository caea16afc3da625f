using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Layout;

/// <summary>A width alone is enough to print a figure: panels and plots are arranged to fit it.</summary>
public sealed class WidthFittingTests
{
    private const double Column = 86;

    [Test]
    public void Plots_keep_their_proportions()
    {
        Figure figure = Drawings.OnePanel(Rising("line", 1)) with { Size = new FigureSize(640, 400) };
        double natural = Ratio(Drawings.Draw(figure));
        Assert.That(Ratio(Fit(figure, Column)), Is.EqualTo(natural).Within(0.03));
    }

    [TestCase(60, 1)]
    [TestCase(130, 2)]
    [TestCase(250, 3)]
    public void Panels_stand_beside_each_other_as_far_as_they_can_be_read(double width, int columns)
    {
        RenderedFigure drawing = Fit(ThreePanels(SharedParts.None), width);
        Assert.That(drawing.Layout.Panels.Select(panel => panel.Plot.X).Distinct().Count(), Is.EqualTo(columns));
        Assert.That(drawing.Warnings, Is.Empty);
    }

    [Test]
    public void Panels_below_each_other_can_share_an_axis()
    {
        RenderedFigure drawing = Fit(ThreePanels(SharedParts.XAxis | SharedParts.YAxis), Column);
        Assert.That(drawing.Layout.Texts.Count(text => text.Text == "x"), Is.EqualTo(1), "the axis is named below the last panel alone");
    }

    [Test]
    public void A_plot_with_a_locked_aspect_fills_the_width()
    {
        double[] edges = [0, 1, 2];
        HeatMap map = new() { Id = "map", XEdges = edges, YEdges = edges, Values = [1, 2, 3, 4], Scale = new ColorScale { Label = "value" } };
        Figure figure = Drawings.OnePanel(map);
        figure = figure with { Size = new FigureSize(640, 520), Panels = [figure.Panels[0] with { IsAspectLocked = true }] };
        PanelLayout panel = Fit(figure, Column).Layout.Panels[0];
        Assert.That(panel.Plot.Width, Is.EqualTo(panel.Plot.Height).Within(2).And.GreaterThan(180));
    }

    [TestCase(2, 2)]
    [TestCase(12, 1)]
    public void Maps_of_few_named_cells_stay_beside_each_other(int cells, int columns)
    {
        Axis axis = Axis.Category("cell", [.. Enumerable.Range(0, cells).Select(i => $"c{i}")]);
        double[] edges = [.. Enumerable.Range(0, cells + 1).Select(i => i + 0.5)];
        HeatMap map = new() { Id = "map", XEdges = edges, YEdges = edges, Values = [.. Enumerable.Range(0, cells * cells).Select(i => (double)i)], Scale = new ColorScale { Label = "value" } };
        Panel panel = new() { X = axis, Y = axis, Marks = [map] };
        Figure figure = ThreePanels(SharedParts.XAxis | SharedParts.YAxis | SharedParts.ColorBar) with { Columns = 2, Panels = [panel, panel with { Marks = [map with { Id = "other" }] }] };
        RenderedFigure drawing = Fit(figure, Column);
        Assert.That(drawing.Layout.Panels.Select(plot => plot.Plot.X).Distinct().Count(), Is.EqualTo(columns));
    }

    [Test]
    public void Names_are_whole_where_a_column_of_panels_has_room_for_them()
    {
        Figure figure = ThreePanels(SharedParts.None);
        figure = figure with { Panels = [.. figure.Panels.Select(panel => panel with { Legend = LegendPlacement.Below, Marks = [.. panel.Marks.Select(mark => mark with { Label = "a name of some length" })] })] };
        Assert.That(Fit(figure, Column).Warnings, Is.Empty);
    }

    [Test]
    public void Labels_along_the_height_are_whole()
    {
        Figure figure = Drawings.OnePanel(Rising("line", 1));
        Panel panel = figure.Panels[0] with { Y = Axis.Linear("a quantity that has a rather long name, and its symbol $x_{ij}/x_0$") };
        Assert.That(Fit(figure with { Size = new FigureSize(900, 300), Panels = [panel] }, Column).Warnings, Is.Empty);
    }

    [Test]
    public void Titles_take_as_many_lines_as_they_need()
    {
        Figure figure = Drawings.OnePanel(Rising("line", 1)) with { Title = string.Join(' ', Enumerable.Repeat("finding", 18)) };
        RenderedFigure drawing = Fit(figure, Column);
        Assert.That(drawing.Warnings, Is.Empty);
        Assert.That(drawing.Layout.Texts.Count(text => text.Text.StartsWith("finding", StringComparison.Ordinal)), Is.EqualTo(3).Or.EqualTo(4));
    }

    [Test]
    public void Names_too_wide_beside_a_plot_stand_whole_below_it()
    {
        Figure figure = Drawings.OnePanel(Rising("line", 1) with { Label = "a name that takes half of the column" });
        RenderedFigure drawing = Fit(figure with { Panels = [figure.Panels[0] with { Legend = LegendPlacement.Right }] }, Column);
        Assert.That(drawing.Warnings, Is.EqualTo((string[])["the legend has no room beside the plot and stands below it."]));
        Assert.That(drawing.Layout.Texts.Select(text => text.Text), Has.Member("a name that takes half of the column"));
    }

    [TestCase(9)]
    [TestCase(1001)]
    public void A_width_out_of_range_is_refused(double width) =>
        Assert.That(() => Fit(ThreePanels(SharedParts.None), width), Throws.TypeOf<FigureException>().With.Message.Contains("print width").And.Message.Contains("from 10 to 1000"));

    [Test]
    public void A_width_and_a_size_are_refused() => Assert.That(
        () => new SvgRenderer().Render(ThreePanels(SharedParts.None), new RenderOptions { PrintWidth = 86, PrintSize = new PrintSize(86, 60) }),
        Throws.TypeOf<FigureException>().With.Message.Contains("Both a print size and a print width"));

    [Test]
    public void A_strip_of_many_matrices_stands_in_rows_of_equal_cells()
    {
        RenderedFigure drawing = Fit(Strip(7), Column);
        double[] cells = [.. drawing.Layout.Panels.Select(panel => (panel.X.EndPixel - panel.X.StartPixel) / panel.X.Limits.Upper)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cells, Has.Length.GreaterThan(1).And.All.EqualTo(cells[0]).And.All.GreaterThanOrEqualTo(15));
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Is.SupersetOf(Enumerable.Range(0, 7).Select(i => $"t{i}")).And.Not.Contains("(a)"));
            Assert.That(drawing.Layout.Texts.Count(text => text.Text == "time"), Is.EqualTo(1));
            Assert.That(drawing.Warnings, Is.Empty);
        }
    }

    [Test]
    public void A_strip_that_can_be_seen_stays_in_one_row() => Assert.That(Fit(Strip(7), 300).Layout.Panels, Has.Count.EqualTo(1));

    [Test]
    public void Plots_stay_high_where_names_move_below_them()
    {
        Line[] lines = [.. Enumerable.Range(0, 5).Select(i => Rising($"line-{i}", 1 + (i / 50.0)) with { Label = $"a name of a line that is long, {i}" })];
        Figure figure = Drawings.OnePanel(lines) with { Size = new FigureSize(960, 400) };
        RenderedFigure drawing = Fit(figure, Column);
        Assert.That(drawing.Layout.Panels[0].Plot.Height, Is.GreaterThan(110));
    }

    private static Figure Strip(int count)
    {
        MatrixStrip strip = new()
        {
            Id = "strip",
            Rows = 4,
            Columns = 4,
            Matrices = [.. Enumerable.Range(0, count).Select(k => (double[])[.. Enumerable.Range(0, 16).Select(i => (double)(i + k))])],
            Captions = [.. Enumerable.Range(0, count).Select(k => $"t{k}")],
            Scale = new ColorScale { Label = "value" },
        };
        return Drawings.OnePanel(Axis.Linear("time"), Axis.Linear("row"), strip) with { Size = new FigureSize(960, 200) };
    }

    private static RenderedFigure Fit(Figure figure, double width) => new SvgRenderer().Render(figure, new RenderOptions { PrintWidth = width });

    private static double Ratio(RenderedFigure drawing) => drawing.Layout.Panels[0].Plot.Height / drawing.Layout.Panels[0].Plot.Width;

    private static Line Rising(string id, double height) => new() { Id = id, X = [0, 1], Y = [0, height] };

    private static Figure ThreePanels(SharedParts shared) => Drawings.OnePanel(Rising("line", 1)) with
    {
        Size = FigureSize.TwoColumns,
        Columns = 3,
        Shared = shared,
        Panels = [.. Enumerable.Range(0, 3).Select(i => new Panel { X = Axis.Linear("$x$"), Y = Axis.Linear("$y$"), Marks = [Rising($"line-{i}", 1)] })],
    };
}
