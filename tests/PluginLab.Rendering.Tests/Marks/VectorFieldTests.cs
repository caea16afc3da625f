using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class VectorFieldTests
{
    // Shafts end in the middle of heads of at most 4 px.
    private const double HalfHead = 2;
    private const double Rounding = 0.02;

    private static readonly VectorField Field = new() { Id = "field", X = [0.2, 0.4, 0.6, 0.5], Y = [0.2, 0.2, 0.2, 0.8], DX = [1, 2, 0, 0], DY = [0, 0, 4, 0] };

    [Test]
    public void Arrows_of_a_direction_field_are_equally_long()
    {
        double[] lengths = Lengths(Draw(Field));
        Assert.That(lengths[..3], Is.All.EqualTo(lengths[0]).Within(Rounding));
    }

    [Test]
    public void Lengths_follow_the_vectors_as_the_axes_stretch_them()
    {
        RenderedFigure drawing = Draw(Field with { Length = VectorLength.Magnitude });
        Box plot = drawing.Layout.Panels[0].Plot;
        double[] lengths = [.. Lengths(drawing)[..3].Select(shaft => shaft + HalfHead)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lengths[1] / lengths[0], Is.EqualTo(2).Within(0.01));
            Assert.That(lengths[2] / lengths[0], Is.EqualTo(4 * plot.Height / plot.Width).Within(0.01));
        }
    }

    [TestCase(VectorLength.Equal)]
    [TestCase(VectorLength.Magnitude)]
    public void A_zero_vector_is_a_dot(VectorLength length) => Assert.That(Lengths(Draw(Field with { Length = length }))[3], Is.LessThanOrEqualTo(Rounding));

    [Test]
    public void Colours_follow_the_magnitude_and_the_bar_says_how()
    {
        RenderedFigure drawing = Draw(Field with { Scale = new ColorScale { Label = "speed", Limits = new Limits(0, 4) } });
        string?[] colors = [.. Drawings.Mark(drawing, "figure", "field").Elements(Drawings.Svg + "path").Where(path => path.Attribute("stroke-linecap") is not null).Select(path => (string?)path.Attribute("color"))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(colors, Is.Unique.And.Length.EqualTo(4));
            Assert.That(colors[0], Is.EqualTo("#440154"), "the lowest colour of viridis, for the zero vector");
            Assert.That(colors[^1], Is.EqualTo("#fde725"), "the highest, for the longest");
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Does.Contain("speed"));
        }
    }

    [Test]
    public void On_a_logarithmic_scale_a_zero_vector_has_the_colour_of_none()
    {
        RenderedFigure drawing = Draw(Field with { Scale = new ColorScale { Label = "speed", Norm = AxisScale.Logarithmic, MissingColor = "#123456" } });
        Assert.That(Drawings.Text(drawing), Does.Contain("#123456"));
    }

    [Test]
    public void A_scale_that_is_none_is_refused() => Assert.That(
        () => Draw(Field with { Scale = new ColorScale { Label = "speed", UnderColor = "red" } }),
        Throws.TypeOf<FigureException>().With.Message.Contains("'field'").And.Message.Contains("#rrggbb"));

    private static RenderedFigure Draw(VectorField field) => Drawings.Draw(Drawings.OnePanel(Axis.Linear("$x$").Between(0, 1), Axis.Linear("$y$").Between(0, 1), field));

    private static double[] Lengths(RenderedFigure drawing) =>
        [.. Drawings.Vertices(drawing, "figure", "field").Take(4).Select(piece => double.Hypot(piece[^1].X - piece[0].X, piece[^1].Y - piece[0].Y))];
}
