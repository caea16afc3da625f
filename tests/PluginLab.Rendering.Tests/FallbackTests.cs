using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests;

/// <summary>A valid figure is always drawn: what does not fit moves, and the drawing says so.</summary>
public sealed class FallbackTests
{
    private static readonly Line Good = new() { Id = "line", X = [0, 1], Y = [0, 1] };

    [Test]
    public void An_annotation_without_a_free_place_stands_at_its_point()
    {
        Annotation[] crowd = [.. Enumerable.Range(0, 200).Select(i => new Annotation { Id = $"note-{i}", X = 0.5, Y = 0.5, Text = $"a note with a long text, number {i}" })];
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel([Good, .. crowd]));
        Box plot = drawing.Layout.Panels[0].Plot;
        TextLayout last = drawing.Layout.Texts.Single(text => text.Text == "a note with a long text, number 199");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Warnings, Has.Some.Contains("annotation 'note-199' finds no free place"));
            Assert.That(last.Box.X - plot.X - (plot.Width / 2), Is.InRange(0, 10), "beside its point");
            Assert.That(drawing.Layout.Texts.Count(text => text.Text.StartsWith("a note", StringComparison.Ordinal)), Is.EqualTo(200));
        }
    }

    [Test]
    public void Names_without_a_free_place_beside_their_ends_go_to_a_legend()
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel([.. Lines(8).Select(line => line with { Y = [0, 1] })]));
        PanelLayout panel = drawing.Layout.Panels[0];
        Assert.That(Names(drawing).Select(name => name.Box.X + name.Box.Width), Has.All.LessThan(panel.Plot.X + panel.Plot.Width), "inside the plot");
    }

    [Test]
    public void A_legend_too_high_for_the_inside_moves_to_the_right()
    {
        RenderedFigure drawing = Drawings.Draw(WithLegend(LegendPlacement.Inside, 14));
        PanelLayout panel = drawing.Layout.Panels[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(drawing).Select(name => name.Box.X), Has.All.GreaterThan(panel.Plot.X + panel.Plot.Width));
            Assert.That(drawing.Warnings, Has.Some.Contains("no room inside the plot and stands to the right of it"));
        }
    }

    [Test]
    public void A_legend_too_high_for_the_right_moves_below_in_rows([Values(LegendPlacement.Inside, LegendPlacement.Right)] LegendPlacement placement)
    {
        RenderedFigure drawing = Drawings.Draw(WithLegend(placement, 30));
        PanelLayout panel = drawing.Layout.Panels[0];
        TextLayout[] names = Names(drawing);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Has.Length.EqualTo(30));
            Assert.That(names.Select(name => name.Box.Y), Has.All.GreaterThan(panel.Plot.Y + panel.Plot.Height));
            Assert.That(names.Select(name => name.Box.Y).Distinct().Count(), Is.LessThan(15), "in rows");
            Assert.That(drawing.Warnings, Has.Some.Contains("stands below it"));
        }
    }

    [TestCase(100)]
    [TestCase(400)]
    public void A_legend_too_big_for_every_place_names_what_fits_and_counts_the_rest(int count)
    {
        RenderedFigure drawing = Drawings.Draw(WithLegend(LegendPlacement.Right, count));
        int named = Names(drawing).Length;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(named, Is.InRange(1, count - 1));
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Has.Some.EqualTo($"{count - named} more not named here"));
            Assert.That(drawing.Warnings, Has.Some.Contains($"{count - named} more not named here"));
        }
    }

    [Test]
    public void Names_that_stay_beside_a_plot_are_not_said_to_be_missing()
    {
        Line[] lines = [.. Lines(12).Select(line => line with { Label = $"{line.Id}, a name that is far too long to stand beside a plot of the usual width and is cut there" })];
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel([.. lines]) with { Panels = [Drawings.OnePanel([.. lines]).Panels[0] with { Legend = LegendPlacement.Right }] });
        Assert.That(drawing.Layout.Texts.Select(text => text.Text), Has.Exactly(12).StartWith("line-").And.None.Contains("not named here"));
    }

    [Test]
    public void A_legend_below_a_plot_without_names_is_no_legend()
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Good) with { Panels = [Drawings.OnePanel(Good).Panels[0] with { Legend = LegendPlacement.Below }] });
        Assert.That(drawing.Warnings, Is.Empty);
    }

    [Test]
    public void Wide_names_in_narrow_panels_go_below_instead_of_squeezing_the_plots()
    {
        Panel panel = new() { X = Axis.Linear("$x$"), Y = Axis.Linear("$y$"), Marks = [.. Lines(3).Select(line => line with { Label = $"a name that is rather long, {line.Id}" })] };
        RenderedFigure drawing = Drawings.Draw(Grid(4, 4, panel));
        Assert.That(drawing.Layout.Panels.Select(layout => layout.Plot.Width), Has.All.GreaterThanOrEqualTo(40));
    }

    [TestCase(40, 2)]
    [TestCase(6, 6)]
    public void Panels_that_do_not_fit_enlarge_the_drawing(int count, int columns)
    {
        Panel panel = new() { Title = "a panel", X = Axis.Linear("$x$"), Y = Axis.Linear("$y$"), Marks = [Good] };
        Figure figure = Grid(count, columns, panel) with { Size = new FigureSize(300, 200) };
        RenderedFigure drawing = Drawings.Draw(figure);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Layout.Panels.Select(layout => layout.Plot.Width), Has.All.GreaterThanOrEqualTo(40));
            Assert.That(drawing.Layout.Panels.Select(layout => layout.Plot.Height), Has.All.GreaterThanOrEqualTo(30));
            Assert.That(drawing.Warnings, Has.Some.Contains("px instead of 300 × 200"));
            Assert.That((int)Drawings.Parse(drawing).Root!.Attribute("height")!, Is.EqualTo(drawing.Layout.Size.Height));
            Assert.That(drawing.Layout.Size.Width + drawing.Layout.Size.Height, Is.GreaterThan(500));
        }
    }

    [Test]
    public void The_smallest_figure_is_drawn_larger_rather_than_refused() =>
        Assert.That(Drawings.Draw(Drawings.OnePanel(Good) with { Size = new FigureSize(100, 100) }).Warnings, Has.Some.Contains("px instead of 100 × 100"));

    [Test]
    public void A_layout_that_does_not_come_to_rest_is_taken_as_it_is()
    {
        RenderedFigure drawing = new SvgRenderer { MostPasses = 1 }.Render(FigureGallery.All[0], new RenderOptions());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Layout.Passes, Is.EqualTo(1));
            Assert.That(drawing.Warnings, Has.Some.Contains("did not come to rest within 1 passes"));
        }
    }

    [Test]
    public void Every_layout_of_the_gallery_comes_to_rest()
    {
        foreach (Figure figure in FigureGallery.All)
        {
            RenderedFigure drawing = Drawings.Draw(figure);
            Assert.That(drawing.Layout.Passes, Is.LessThanOrEqualTo(4), figure.Id);
            Assert.That(drawing.Warnings, Has.None.Contains("did not come to rest").And.None.Contains("no free place").And.None.Contains("instead of"), figure.Id);
        }
    }

    private static Line[] Lines(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Line { Id = $"line-{i}", Label = $"series {i}", X = [0, 1], Y = [0, i] })];

    private static Figure WithLegend(LegendPlacement placement, int count) =>
        Grid(1, 1, new Panel { X = Axis.Linear("$x$"), Y = Axis.Linear("$y$"), Marks = Lines(count), Legend = placement });

    private static Figure Grid(int count, int columns, Panel panel) => Drawings.OnePanel() with
    {
        Columns = columns,
        Panels = [.. Enumerable.Range(0, count).Select(i => panel with { Marks = [.. panel.Marks.Select(mark => mark with { Id = $"{mark.Id}-panel-{i}" })] })],
    };

    private static TextLayout[] Names(RenderedFigure drawing) =>
        [.. drawing.Layout.Texts.Where(text => text.Text.StartsWith("series ", StringComparison.Ordinal))];
}
