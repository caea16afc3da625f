using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests.Layout;

/// <summary>Names on a plot hide no data: where there is no such place they stand beside or below it.</summary>
public sealed class LegendBoxTests
{
    private const double Filled = 4;

    private static readonly double[] Grid = [.. Enumerable.Range(0, 41).Select(i => i / 4.0)];

    private static readonly double[] Right = [.. Grid.Where(x => x >= Filled)];

    private static readonly double[] ZigZag = [.. Right.Select((_, i) => i % 2 == 0 ? 0.0 : 10)];

    private static readonly double[] Low = [.. Right.Select(_ => 0.0)];

    private static readonly double[] High = [.. Right.Select(_ => 10.0)];

    private static readonly double[] Checks = [.. Grid.SelectMany((_, row) => Grid.Select((x, column) => x < Filled ? -1.0 : (row + column) % 2 == 0 ? 1 : -1))];

    /// <summary>Marks that fill the plot but for its left part.</summary>
    private static readonly Mark[] FillTheRight =
    [
        new Line { Id = "line", Label = "name", X = Right, Y = ZigZag },
        new Step { Id = "step", Label = "name", X = Right, Y = ZigZag },
        new PhasePath { Id = "path", Label = "name", X = Right, Y = ZigZag },
        new Scatter { Id = "scatter", Label = "name", X = [.. Right.SelectMany(x => Grid.Select(_ => x))], Y = [.. Right.SelectMany(_ => Grid)] },
        new ErrorBars { Id = "bars", Label = "name", X = Right, Y = Low, Lower = Low, Upper = High },
        new Ribbon { Id = "ribbon", Label = "name", X = [Filled, 10], Lower = [0, 0], Upper = [10, 10] },
        new QuantileFan { Id = "fan", Label = "name", X = [Filled, 10], Levels = [0.1, 0.5, 0.9], Quantiles = [[0, 0], [5, 5], [10, 10]] },
        new Histogram { Id = "histogram", Label = "name", Edges = [0, Filled, 7, 10], Counts = [0, 10, 10] },
        new Contour { Id = "contour", Label = "name", X = Grid, Y = Grid, Values = Checks, Levels = [0] },
        new Nullcline { Id = "nullcline", Label = "name", X = Grid, Y = Grid, Values = Checks },
    ];

    [TestCaseSource(nameof(FillTheRight))]
    public void Names_stand_where_a_mark_is_not(Mark mark)
    {
        PanelLayout panel = Drawings.Draw(Inside(mark)).Layout.Panels[0];
        Box box = panel.LegendBox!.Value;
        Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(Drawings.Position(panel.X, Filled)));
    }

    [TestCaseSource(nameof(FillTheRight))]
    public void Names_leave_a_plot_without_a_free_place(Mark mark)
    {
        Line rest = new() { Id = "rest", X = [.. Grid.Where(x => x <= Filled)], Y = [.. Grid.Where(x => x <= Filled).Select((_, i) => i % 2 == 0 ? 0.0 : 10)] };
        RenderedFigure drawing = Drawings.Draw(Inside(mark, rest));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Layout.Panels[0].LegendBox, Is.Null);
            Assert.That(drawing.Warnings, Has.One.StartsWith("the legend has no room inside the plot and stands"));
        }
    }

    [Test]
    public void Names_do_not_stand_on_an_image()
    {
        HeatMap map = new() { Id = "map", XEdges = [0, 5, 10], YEdges = [0, 5, 10], Values = [1, 2, 3, 4], Scale = new ColorScale { Label = "value" } };
        PanelLayout panel = Drawings.Draw(Inside(map, new Line { Id = "line", Label = "name", X = [0, 1], Y = [0, 1] })).Layout.Panels[0];
        Assert.That(panel.LegendBox, Is.Null);
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public void A_box_that_holds_a_single_marker_has_a_frame(bool isScatter, int frames)
    {
        Mark mark = isScatter ? new Scatter { Id = "mark", Label = "name", X = [0, 10], Y = [0, 10] } : new Line { Id = "mark", Label = "name", X = [0, 10], Y = [0, 10] };
        Assert.That(Drawings.Parse(Drawings.Draw(Inside(mark))).Descendants(Drawings.Svg + "rect").Count(box => (string?)box.Attribute("stroke-width") == ".6"), Is.EqualTo(frames));
    }

    [Test]
    public void Names_keep_off_guides_where_they_can()
    {
        ReferenceLine guide = new() { Id = "guide", Label = "name", Value = 9, Orientation = Orientation.Horizontal };
        PanelLayout panel = Drawings.Draw(Inside(guide, new Line { Id = "line", X = [0, 10], Y = [2, 2] })).Layout.Panels[0];
        (double top, double at) = (panel.LegendBox!.Value.Y, Drawings.Position(panel.Y, 9));
        Assert.That(at < top || at > top + panel.LegendBox.Value.Height);
    }

    [Test]
    public void The_default_placement_moves_without_a_warning()
    {
        Line[] lines = [.. Enumerable.Range(0, 4).Select(i => new Line { Id = $"line-{i}", Label = $"name {i}", X = Right, Y = ZigZag }), new() { Id = "rest", X = Grid, Y = [.. Grid.Select((_, i) => i % 2 == 0 ? 0.0 : 10)] }];
        Figure figure = Inside(lines);
        RenderedFigure drawing = Drawings.Draw(figure with { Panels = [figure.Panels[0] with { Legend = LegendPlacement.Direct }] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Layout.Panels[0].LegendBox, Is.Null);
            Assert.That(drawing.Layout.Texts.Count(text => text.Text.StartsWith("name", StringComparison.Ordinal)), Is.EqualTo(4));
            Assert.That(drawing.Warnings, Is.Empty);
        }
    }

    [Test]
    public void Names_without_an_end_stand_below_where_a_box_would_hide_data()
    {
        Line waves = new() { Id = "waves", Label = "waves", X = Grid, Y = [.. Grid.Select((_, i) => i % 2 == 0 ? 0.0 : 10)] };
        Scatter points = new() { Id = "points", Label = "points", X = [1, 2], Y = [3, 4] };
        Figure figure = Inside(waves, points);
        LayoutReport layout = Drawings.Draw(figure with { Panels = [figure.Panels[0] with { Legend = LegendPlacement.Direct }] }).Layout;
        Box plot = layout.Panels[0].Plot;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(layout.Texts.Single(text => text.Text == "waves").Box.X, Is.GreaterThan(plot.X + plot.Width), "beside its end");
            Assert.That(layout.Texts.Single(text => text.Text == "points").Box.Y, Is.GreaterThan(plot.Y + plot.Height), "below");
        }
    }

    [TestCase(null)]
    [TestCase(86.0)]
    public void No_box_of_the_gallery_hides_a_point(double? width)
    {
        int boxes = 0;
        foreach (Figure figure in FigureGallery.All)
        {
            RenderedFigure drawing = new SvgRenderer().Render(figure, new RenderOptions { PrintWidth = width });
            for (int i = 0; i < figure.Panels.Count; i++)
            {
                PanelLayout panel = drawing.Layout.Panels[i];
                boxes += panel.LegendBox is null ? 0 : 1;
                Assert.That(figure.Panels[i].Marks.SelectMany(PointsOf).Count(point => IsHidden(point, panel)), Is.Zero, figure.Id);
            }
        }

        Assert.That(boxes, Is.GreaterThan(2), "there are boxes to look at");
    }

    private static Figure Inside(params Mark[] marks)
    {
        Figure figure = Drawings.OnePanel(Axis.Linear("$x$").Between(0, 10), Axis.Linear("$y$").Between(0, 10), marks);
        return figure with { Panels = [figure.Panels[0] with { Legend = LegendPlacement.Inside }] };
    }

    /// <summary>Points of series.</summary>
    private static IEnumerable<(double X, double Y)> PointsOf(Mark mark) => mark switch
    {
        Line line => line.X.Zip(line.Y),
        Step step => step.X.Zip(step.Y),
        Scatter scatter => scatter.X.Zip(scatter.Y),
        ErrorBars bars => bars.X.Zip(bars.Y).Concat(bars.X.Zip(bars.Lower)).Concat(bars.X.Zip(bars.Upper)),
        Ribbon ribbon => ribbon.X.Zip(ribbon.Lower).Concat(ribbon.X.Zip(ribbon.Upper)),
        PhasePath path => path.X.Zip(path.Y),
        _ => [],
    };

    private static bool IsHidden((double X, double Y) point, PanelLayout panel)
    {
        if (panel.LegendBox is not { } box)
        {
            return false;
        }

        (double x, double y) = (Drawings.Position(panel.X, point.X), Drawings.Position(panel.Y, point.Y));
        return x > box.X && x < box.X + box.Width && y > box.Y && y < box.Y + box.Height;
    }
}
