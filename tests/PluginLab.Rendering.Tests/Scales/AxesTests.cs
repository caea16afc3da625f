using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests.Scales;

public sealed class AxesTests
{
    private static readonly Line Good = new() { Id = "line", X = [0, 1], Y = [-1, 1] };

    [Test]
    public void A_symmetric_logarithmic_axis_has_ticks_of_both_signs_and_a_visible_linear_part()
    {
        RenderedFigure drawing = Drawings.Draw(Gallery("symmetric-log"));
        ScaleLayout y = drawing.Layout.Panels[0].Y;
        double height = Drawings.Position(y, -1e-3) - Drawings.Position(y, 1e-3);
        double[] shaded = [.. Drawings.Parse(drawing).Descendants(Drawings.Svg + "rect").Where(rect => (string?)rect.Attribute("fill-opacity") == ".5").Select(rect => (double)rect.Attribute("height")!)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(y.Ticks, Does.Contain(0).And.Some.Positive.And.Some.Negative);
            Assert.That(y.TickLabels, Does.Contain("0").And.Contains("10").And.Contains("−10"));
            Assert.That(shaded, Is.EqualTo((double[])[height]).Within(0.02));
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_linear_range_that_is_none_is_refused(double range) => Refused(Axis.SymmetricLogarithmic("$y$", range), "its linear range must be positive");

    [Test]
    public void A_fitted_line_is_refused_where_it_would_not_be_straight()
    {
        FitLine fit = new() { Id = "fit", Slope = 1, SlopeUncertainty = 0.1, Intercept = 0, Range = new Limits(0, 1) };
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(Axis.Linear("$x$"), Axis.SymmetricLogarithmic("$y$", 1), fit)), Throws.TypeOf<FigureException>().With.Message.Contains("Mark 'fit' in panel 1"));
    }

    [Test]
    public void Ticks_out_of_order_are_refused() => Refused(Axis.Linear("$y$") with { Ticks = [new(1, "one"), new(0, "none")] }, "do not increase");

    [Test]
    public void A_tick_whose_name_is_no_rich_text_is_refused() => Refused(Axis.Linear("$y$") with { Ticks = [new(1, "$\\foo$")] }, "'\\foo' is unknown");

    [TestCase(-0.1)]
    [TestCase(double.NaN)]
    public void A_padding_that_is_no_share_is_refused(double padding) => Refused(Axis.Linear("$y$") with { Padding = padding }, "it is a share of the range");

    [Test]
    public void Names_stand_at_their_cells()
    {
        PanelLayout panel = Drawings.Draw(Gallery("names")).Layout.Panels[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panel.X.TickLabels, Is.EqualTo((string[])["grow", "move", "fly", "swim", "roots", "leaves", "petals"]));
            Assert.That(panel.X.Ticks, Is.EqualTo((double[])[1, 2, 3, 4, 5, 6, 7]));
            Assert.That(panel.X.Limits, Is.EqualTo(new Limits(0.5, 7.5)));
        }
    }

    [Test]
    public void Names_that_do_not_fit_side_by_side_read_upward()
    {
        RenderedFigure drawing = Drawings.Draw(Gallery("turned-names"));
        TextLayout text = drawing.Layout.Texts.Single(text => text.Text == "gradient-descent");
        PanelLayout panel = drawing.Layout.Panels[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.Rotation, Is.EqualTo(-90));
            Assert.That(text.Box.X + (text.Box.Width / 2), Is.EqualTo(Drawings.Position(panel.X, 1)).Within(0.01));
            Assert.That(text.Box.Y + (text.Box.Height / 2) - (text.Box.Width / 2), Is.GreaterThan(panel.Plot.Y + panel.Plot.Height));
        }
    }

    [Test]
    public void Of_more_names_than_fit_some_are_left_out_and_that_is_said()
    {
        Axis axis = Axis.Category("row", [.. Enumerable.Range(1, 200).Select(i => $"row {i}")]);
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Axis.Linear("$x$"), axis, Good with { Y = [1, 200] }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Warnings, Has.Some.Match("there is room for one of \\d+ names of the vertical axis"));
            Assert.That(drawing.Layout.Panels[0].Y.TickLabels, Has.Count.GreaterThan(10).And.Count.LessThan(60));
        }
    }

    [Test]
    public void Ticks_of_ones_own_outside_the_limits_are_left_out()
    {
        PanelLayout panel = Drawings.Draw(Gallery("own-ticks")).Layout.Panels[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panel.X.Ticks, Has.Count.EqualTo(5));
            Assert.That(panel.X.Limits.Upper, Is.EqualTo(Math.PI), "no padding");
            Assert.That(panel.Y.Limits.Upper, Is.EqualTo(1 + (0.2 * 2)).Within(1e-3));
        }
    }

    [Test]
    public void A_unit_stands_in_brackets_after_the_label() =>
        Assert.That(Drawings.Draw(Gallery("symmetric-log")).Layout.Texts.Select(text => text.Text), Does.Contain("time t (s)").And.Contains("force F(t) (N)"));

    private static void Refused(Axis axis, string reason) =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(Axis.Linear("$x$"), axis, Good)), Throws.TypeOf<FigureException>().With.Message.Contains(reason).And.Message.Contains("vertical axis of panel 1"));

    private static Figure Gallery(string id) => FigureGallery.All.Single(figure => figure.Id == id);
}
