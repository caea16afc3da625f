using System.Xml.Linq;
using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests.Layout;

public sealed class SharedPartsTests
{
    private static readonly Line Good = new() { Id = "line", Label = "line", X = [0, 1], Y = [0, 1] };

    [Test]
    public void Panels_that_share_axes_have_equal_limits_that_hold_all_their_data()
    {
        Figure figure = Gallery("shared-axes");
        IReadOnlyList<PanelLayout> panels = Drawings.Draw(figure).Layout.Panels;
        double largest = figure.Panels.SelectMany(panel => panel.Marks).OfType<Line>().Max(line => line.Y.Max());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panels.Select(panel => (panel.X.Limits, panel.Y.Limits)).Distinct().Count(), Is.EqualTo(1));
            Assert.That(panels[0].Y.Limits.Upper, Is.GreaterThan(largest));
            Assert.That(panels[0].Y.Limits.Lower, Is.LessThan(0.1));
        }
    }

    [Test]
    public void Numbers_and_labels_of_shared_axes_stand_at_the_outer_edge_only()
    {
        RenderedFigure drawing = Drawings.Draw(Gallery("shared-axes"));
        IReadOnlyList<PanelLayout> panels = drawing.Layout.Panels;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panels.Select(panel => panel.X.TickLabels.Count > 0), Is.EqualTo((bool[])[false, false, true, true, true]), "the last row lacks a panel below the third");
            Assert.That(panels.Select(panel => panel.Y.TickLabels.Count > 0), Is.EqualTo((bool[])[true, false, false, true, false]));
            Assert.That(panels.Select(panel => panel.X.Ticks.Count), Has.All.GreaterThan(1));
            Assert.That(Count(drawing, "product x"), Is.EqualTo(2));
            Assert.That(Count(drawing, "flow time t"), Is.EqualTo(3));
        }
    }

    [Test]
    public void Axes_of_rows_and_columns_differ_between_them()
    {
        IReadOnlyList<PanelLayout> panels = Drawings.Draw(Gallery("shared-rows")).Layout.Panels;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panels[0].X.Limits, Is.EqualTo(panels[2].X.Limits).And.Not.EqualTo(panels[1].X.Limits));
            Assert.That(panels[0].Y.Limits, Is.EqualTo(panels[1].Y.Limits).And.Not.EqualTo(panels[2].Y.Limits));
        }
    }

    [TestCase("shared-axes")]
    [TestCase("shared-legend-beside")]
    public void A_common_legend_names_each_thing_once(string id)
    {
        Figure figure = Gallery(id);
        RenderedFigure drawing = Drawings.Draw(figure);
        foreach (string label in figure.Panels[0].Marks.Select(mark => mark.Label!))
        {
            Assert.That(Count(drawing, label), Is.EqualTo(1), label);
        }
    }

    [Test]
    public void A_common_colour_bar_holds_the_values_of_all_panels_and_stands_once()
    {
        Figure figure = Gallery("shared-color-bar");
        RenderedFigure drawing = Drawings.Draw(figure);
        XElement[] gradients = [.. Drawings.Parse(drawing).Descendants(Drawings.Svg + "linearGradient")];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(gradients, Has.Length.EqualTo(1));
            Assert.That(Count(drawing, "cos(w_i, w_j)"), Is.EqualTo(1));
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Does.Contain("−1.0").And.Contains("1.0"), "the diagonal of one and its mirror");
        }
    }

    [Test]
    public void Panels_with_different_axes_cannot_share_one()
    {
        Figure figure = Two(Panel("$x$", Good), Panel("$z$", Good with { Id = "other" })) with { Shared = SharedParts.XAxis };
        Assert.That(() => Drawings.Draw(figure), Throws.TypeOf<FigureException>().With.Message.Contains("Panels 1 and 2 share the horizontal axis").And.Message.Contains("Figure 'figure'"));
    }

    [Test]
    public void A_name_with_two_looks_cannot_stand_in_a_common_legend()
    {
        Figure figure = Two(Panel("$x$", Good), Panel("$x$", Good with { Id = "other", Color = 3 })) with { Shared = SharedParts.Legend };
        Assert.That(() => Drawings.Draw(figure), Throws.TypeOf<FigureException>().With.Message.Contains("draw \"line\" differently"));
    }

    [Test]
    public void Heat_maps_of_different_scales_cannot_share_a_colour_bar()
    {
        HeatMap map = new() { Id = "map", XEdges = [0, 1], YEdges = [0, 1], Values = [1], Scale = new ColorScale { Label = "v" } };
        Figure figure = Two(Panel("$x$", map), Panel("$x$", map with { Id = "other", Scale = new ColorScale { Label = "w" } })) with { Shared = SharedParts.ColorBar };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Drawings.Draw(figure), Throws.TypeOf<FigureException>().With.Message.Contains("'map' and 'other' share a colour bar"));
            Assert.That(() => Drawings.Draw(Two(Panel("$x$", Good), Panel("$x$", Good with { Id = "other" })) with { Shared = SharedParts.ColorBar }), Throws.TypeOf<FigureException>().With.Message.Contains("none holds a heat map"));
        }
    }

    private static Figure Gallery(string id) => FigureGallery.All.Single(figure => figure.Id == id);

    private static int Count(RenderedFigure drawing, string text) => drawing.Layout.Texts.Count(drawn => drawn.Text == text);

    private static Panel Panel(string label, Mark mark) => new() { X = Axis.Linear(label), Y = Axis.Linear("$y$"), Marks = [mark] };

    private static Figure Two(params Panel[] panels) => Drawings.OnePanel(Good) with { Panels = panels, Columns = 2 };
}
