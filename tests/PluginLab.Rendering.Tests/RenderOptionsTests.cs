using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

public sealed class RenderOptionsTests
{
    private static readonly Figure Sample = Drawings.OnePanel(new Line { Id = "line", X = [0, 1, 2], Y = [0, 2, 1] }) with { Size = new FigureSize(600, 300) };

    [Test]
    public void A_print_size_is_that_of_the_drawing_and_text_keeps_its_size_on_paper()
    {
        XElement svg = Draw(new RenderOptions { PrintSize = new PrintSize(86, 60) });

        Assert.That((string?)svg.Attribute("width"), Is.EqualTo("86mm"));
        Assert.That((string?)svg.Attribute("height"), Is.EqualTo("60mm"));
        Assert.That((string?)svg.Attribute("viewBox"), Is.EqualTo("0 0 325.04 226.77"));
    }

    [Test]
    public void Twice_the_font_scale_lays_out_on_half_the_size()
    {
        RenderedFigure drawing = new SvgRenderer().Render(Sample, new RenderOptions { FontScale = 2 });

        XElement svg = Drawings.Parse(drawing).Root!;
        Assert.That((string?)svg.Attribute("width"), Is.EqualTo("600"));
        Assert.That((string?)svg.Attribute("viewBox"), Is.EqualTo("0 0 300 150"));
        Assert.That(drawing.Layout.Size, Is.EqualTo(new FigureSize(300, 150)));
    }

    [Test]
    public void A_drawing_that_had_to_be_enlarged_keeps_the_size_of_its_text()
    {
        RenderedFigure drawing = new SvgRenderer().Render(Sample with { Columns = 6, Panels = [.. Enumerable.Range(0, 6).Select(PanelOf)] }, new RenderOptions { PrintSize = new PrintSize(60, 40), FontScale = 1.5 });

        XElement svg = Drawings.Parse(drawing).Root!;
        double shown = double.Parse(((string)svg.Attribute("width")!)[..^2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(drawing.Warnings, Has.Some.Contains("need more room"));
        Assert.That(shown, Is.EqualTo(drawing.Layout.Size.Width * 1.5 * 25.4 / 96).Within(0.01));
    }

    [Test]
    public void A_drawing_without_title_gives_its_room_to_the_plot_and_still_names_itself()
    {
        RenderedFigure with = new SvgRenderer().Render(Sample with { Title = "Heading", Subtitle = "More" }, new RenderOptions());
        RenderedFigure without = new SvgRenderer().Render(Sample with { Title = "Heading", Subtitle = "More" }, new RenderOptions { IsTitleShown = false });

        Assert.That(without.Layout.Texts.Select(text => text.Text), Has.No.Member("Heading").And.No.Member("More"));
        Assert.That(without.Layout.Panels[0].Plot.Height, Is.GreaterThan(with.Layout.Panels[0].Plot.Height + 20));
        Assert.That(Drawings.Parse(without).Root!.Element(Drawings.Svg + "title")!.Value, Is.EqualTo("Heading"));
    }

    [TestCase(FigureTheme.Automatic)]
    [TestCase(FigureTheme.Light)]
    [TestCase(FigureTheme.Dark)]
    public void A_transparent_drawing_differs_by_its_background_alone(FigureTheme theme)
    {
        string[] opaque = Drawings.Text(new SvgRenderer().Render(Sample, new RenderOptions { Theme = theme })).Split('\n');
        string[] transparent = Drawings.Text(new SvgRenderer().Render(Sample, new RenderOptions { Theme = theme, IsTransparent = true })).Split('\n');

        string[] gone = [.. opaque.Except(transparent).Where(line => !line.StartsWith("<style>", StringComparison.Ordinal))];
        Assert.That(gone, Has.Length.EqualTo(1));
        Assert.That(gone[0], Does.StartWith("<rect width=\"600\" height=\"300\""));
    }

    [TestCase(0.2, 86, 60, "The font scale is 0.2; it must be from 0.25 to 5.")]
    [TestCase(double.NaN, 86, 60, "The font scale is NaN; it must be from 0.25 to 5.")]
    [TestCase(1, 9, 60, "The print size is 9 × 60 mm; width and height must be from 10 to 1000.")]
    [TestCase(1, 86, double.PositiveInfinity, "The print size is 86 × Infinity mm; width and height must be from 10 to 1000.")]
    [TestCase(4, 86, 60, "With this size and font it is laid out on 81 × 56 px of the usual font; width and height must be from 100 to 4000. Choose a larger size or a smaller font")]
    [TestCase(0.25, 600, 60, "With this size and font it is laid out on 9070 × 907 px")]
    public void Options_that_no_drawing_can_have_are_told(double fontScale, double width, double height, string message)
    {
        RenderOptions options = new() { FontScale = fontScale, PrintSize = new PrintSize(width, height) };

        Assert.That(() => new SvgRenderer().Render(Sample, options), Throws.TypeOf<FigureException>().With.Message.Contains(message));
    }

    private static XElement Draw(RenderOptions options) => Drawings.Parse(new SvgRenderer().Render(Sample, options)).Root!;

    private static Panel PanelOf(int index) => Sample.Panels[0] with { Marks = [new Line { Id = $"line-{index}", X = [0, 1, 2], Y = [0, 2000, 1] }] };
}
