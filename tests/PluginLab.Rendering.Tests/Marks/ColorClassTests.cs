using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Marks;

/// <summary>Values that are names, not magnitudes, have a colour each and a bar of blocks.</summary>
public sealed class ColorClassTests
{
    private static readonly ColorScale Degrees = new() { Label = "degree", Classes = [new(1, "one"), new(2, "two"), new(5, "five")] };

    [Test]
    public void The_bar_has_a_block_for_each_class_with_its_name_in_the_middle()
    {
        RenderedFigure drawing = Draw(Degrees, 1, 2, 5, double.NaN);
        XElement[] stops = [.. Drawings.Parse(drawing).Descendants(Drawings.Svg + "stop")];
        PanelLayout panel = drawing.Layout.Panels[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stops.Select(stop => (string?)stop.Attribute("offset")), Is.EqualTo((string[])["0", "0.3333", "0.3333", "0.6667", "0.6667", "1"]));
            Assert.That(stops.Chunk(2).All(block => (string?)block[0].Attribute("stop-color") == (string?)block[1].Attribute("stop-color")));
            Assert.That(stops.Select(stop => (string?)stop.Attribute("stop-color")).Distinct().Count(), Is.EqualTo(3));
            Assert.That(Middle("two"), Is.EqualTo(panel.Plot.Y + (panel.Plot.Height / 2)).Within(1.5));
            Assert.That(Middle("five"), Is.EqualTo(panel.Plot.Y + (panel.Plot.Height / 6)).Within(1.5));
        }

        double Middle(string name)
        {
            Box box = drawing.Layout.Texts.Single(text => text.Text == name).Box;
            return box.Y + (box.Height / 2);
        }
    }

    [Test]
    public void Classes_in_other_numbers_have_other_colours() =>
        Assert.That(Drawings.Text(Draw(Degrees, 1, 2, 5, 5)), Is.Not.EqualTo(Drawings.Text(Draw(Degrees, 1, 2, 2, 5))));

    [Test]
    public void A_value_without_a_class_is_refused() => Assert.That(
        () => Draw(Degrees, 1, 2, 3, 5),
        Throws.TypeOf<FigureException>().With.Message.Contains("Mark 'map' has the value 3, which is none of the classes of its colour scale"));

    [Test]
    public void Classes_out_of_order_are_refused() => Assert.That(
        () => Draw(new ColorScale { Label = "degree", Classes = [new(2, "two"), new(1, "one")] }, 1, 2, 1, 2),
        Throws.TypeOf<FigureException>().With.Message.Contains("are no ascending numbers"));

    private static RenderedFigure Draw(ColorScale scale, params double[] values) =>
        Drawings.Draw(Drawings.OnePanel(new HeatMap { Id = "map", XEdges = [0, 1, 2], YEdges = [0, 1, 2], Values = values, Scale = scale }));
}
