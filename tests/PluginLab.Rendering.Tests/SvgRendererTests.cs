using System.Globalization;
using System.Xml.Linq;
using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests;

public sealed class SvgRendererTests
{
    private static IEnumerable<TestCaseData> Figures => FigureGallery.All.Select(figure => new TestCaseData(figure).SetArgDisplayNames(figure.Id));

    [TestCaseSource(nameof(Figures))]
    public void A_figure_has_the_same_bytes_in_every_culture_and_on_every_thread(Figure figure)
    {
        byte[] expected = Drawings.Draw(figure).Content.ToArray();
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.NumberGroupSeparator = ".";
        byte[][] others = new byte[2][];
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(i => new Thread(() =>
        {
            CultureInfo.CurrentCulture = odd;
            others[i] = Drawings.Draw(figure).Content.ToArray();
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.That(others, Has.All.EqualTo(expected));
    }

    [TestCaseSource(nameof(Figures))]
    public void Texts_neither_overlap_nor_leave_the_figure(Figure figure)
    {
        IReadOnlyList<TextLayout> texts = Drawings.Draw(figure).Layout.Texts;
        using (Assert.EnterMultipleScope())
        {
            for (int i = 0; i < texts.Count; i++)
            {
                Box box = Upright(texts[i]);
                bool isInside = box.X >= 0 && box.Y >= 0 && box.X + box.Width <= figure.Size.Width && box.Y + box.Height <= figure.Size.Height;
                Assert.That(isInside, Is.True, $"'{texts[i].Text}' leaves the figure.");
                for (int j = 0; j < i; j++)
                {
                    Assert.That(Overlap(box, Upright(texts[j])), Is.False, $"'{texts[i].Text}' overlaps '{texts[j].Text}'.");
                }
            }
        }
    }

    [Test]
    public void Several_drawings_on_a_page_have_unique_ids_and_only_inner_references()
    {
        XElement[] roots = [.. FigureGallery.All.SelectMany(figure => (string[])["first", "second"], (figure, prefix) => Drawings.Parse(Drawings.Draw(figure, prefix: prefix)).Root!)];
        string[] ids = [.. roots.DescendantsAndSelf().Select(element => (string?)element.Attribute("id")).OfType<string>()];
        Assert.That(ids, Is.Unique);
        foreach (XAttribute attribute in roots.DescendantsAndSelf().Attributes())
        {
            if (attribute.Name.LocalName == "href")
            {
                Assert.That(attribute.Value, Does.StartWith("data:image/png;base64,"));
            }

            if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
            {
                Assert.That(ids, Does.Contain(attribute.Value[5..^1]));
            }
        }
    }

    [TestCaseSource(nameof(Figures))]
    public void Only_constructs_that_every_reader_draws_alike_are_used(Figure figure)
    {
        RenderedFigure drawing = Drawings.Draw(figure);
        string text = Drawings.Text(drawing);
        XElement root = Drawings.Parse(drawing).Root!;
        using (Assert.EnterMultipleScope())
        {
            foreach (string banned in (string[])["dominant-baseline", "textLength", "baseline-shift", "var(", "<script", "onload", "NaN", "Infinity", "\r"])
            {
                Assert.That(text, Does.Not.Contain(banned));
            }

            Assert.That(text[0], Is.EqualTo('<'), "no byte order mark");
            Assert.That((string?)root.Attribute("role"), Is.EqualTo("img"));
            Assert.That(root.Attribute("viewBox"), Is.Not.Null);
            Assert.That(root.Element(Drawings.Svg + "title"), Is.Not.Null);
            Assert.That(root.Element(Drawings.Svg + "desc")!.Value, Does.Contain(figure.AltText));
            double[] sizes = [.. root.Descendants().Attributes("font-size").Select(size => double.Parse(size.Value, CultureInfo.InvariantCulture))];
            Assert.That(sizes, Has.All.GreaterThanOrEqualTo(8));
        }
    }

    [TestCaseSource(nameof(Figures))]
    public void Tick_labels_say_the_value_at_their_position(Figure figure)
    {
        IReadOnlyList<PanelLayout> panels = Drawings.Draw(figure).Layout.Panels;
        bool[] makesAxes = [.. figure.Panels.Select(panel => panel.Marks[0] is MatrixStrip or VerdictTable)];
        IEnumerable<ScaleLayout> numbered = panels.Where((_, i) => !makesAxes[i] && figure.Panels[i].X.Ticks is null).Select(panel => panel.X)
            .Concat(panels.Where((_, i) => !makesAxes[i] && figure.Panels[i].Y.Ticks is null).Select(panel => panel.Y));
        foreach (ScaleLayout scale in numbered)
        {
            Assert.That(scale.Ticks, Is.Not.Empty);
            for (int i = 0; i < scale.TickLabels.Count; i++)
            {
                double step = scale.Ticks.Count > 1 ? Math.Abs(scale.Ticks[1] - scale.Ticks[0]) : Math.Abs(scale.Ticks[0]);
                Assert.That(Read(scale.TickLabels[i]), Is.EqualTo(scale.Ticks[i]).Within(1e-9 * step), scale.TickLabels[i]);
                Assert.That(scale.Ticks[i], Is.InRange(scale.Limits.Lower - (1e-6 * step), scale.Limits.Upper + (1e-6 * step)));
            }
        }
    }

    [Test]
    public void Plots_of_a_grid_are_aligned()
    {
        IReadOnlyList<PanelLayout> panels = Drawings.Draw(FigureGallery.All.Single(figure => figure.Id == "small-multiples")).Layout.Panels;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panels.Select(panel => panel.Plot.Width).Distinct().Count(), Is.EqualTo(1));
            Assert.That(panels.Take(3).Select(panel => panel.Plot.Y).Distinct().Count(), Is.EqualTo(1));
            Assert.That(panels[0].Plot.X, Is.EqualTo(panels[3].Plot.X));
            Assert.That(panels.Select(panel => panel.Plot.X % 1), Has.All.Zero);
        }
    }

    [Test]
    public void A_locked_aspect_makes_a_unit_as_long_on_both_axes()
    {
        PanelLayout panel = Drawings.Draw(FigureGallery.All.Single(figure => figure.Id == "phase-portrait")).Layout.Panels[0];
        double x = panel.Plot.Width / (panel.X.Limits.Upper - panel.X.Limits.Lower);
        double y = panel.Plot.Height / (panel.Y.Limits.Upper - panel.Y.Limits.Lower);
        Assert.That(x / y, Is.EqualTo(1).Within(1 / panel.Plot.Width), "to a whole px");
    }

    [Test]
    public void Points_that_a_logarithmic_axis_cannot_show_are_counted_and_said()
    {
        RenderedFigure drawing = Drawings.Draw(FigureGallery.All.Single(figure => figure.Id == "negative-on-log"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Layout.Panels[0].Marks[0].DroppedPoints, Is.EqualTo(3));
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Does.Contain("3 points ≤ 0 not shown"));
            Assert.That(drawing.Warnings, Has.Some.Contains("3 points ≤ 0 not shown"));
        }
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("]]> & \" ' <!-- -->")]
    [TestCase("control \u0000\u0001\u001b\ufffe characters \ud800")]
    [TestCase("שלום עולם مرحبا")]
    [TestCase("emoji 🙂👩‍🔬 and more")]
    public void Hostile_labels_stay_text(string label)
    {
        Figure figure = Hostile(label);
        RenderedFigure drawing = Drawings.Draw(figure);
        XDocument document = Drawings.Parse(drawing);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Descendants().Select(element => element.Name.LocalName), Does.Not.Contain("script"));
            Assert.That(document.Descendants(Drawings.Svg + "text").Select(text => text.Value), Has.Some.Contains(label[..3]));
            Texts_neither_overlap_nor_leave_the_figure(figure);
        }
    }

    [Test]
    public void A_label_of_ten_thousand_characters_is_shortened_and_said()
    {
        Figure figure = Hostile(string.Concat(Enumerable.Repeat("endless ", 1250)));
        Texts_neither_overlap_nor_leave_the_figure(figure);
        Assert.That(Drawings.Draw(figure).Warnings, Has.Some.Contains("too long"));
    }

    [Test]
    public void Provenance_is_embedded_in_the_order_of_its_keys()
    {
        RenderOptions options = new() { Metadata = new Dictionary<string, string> { ["run"] = "b", ["command"] = "<x> & y" } };
        RenderedFigure drawing = new SvgRenderer().Render(FigureGallery.All[0], options);
        Assert.That(Drawings.Parse(drawing).Root!.Element(Drawings.Svg + "metadata")!.Value.Trim(), Is.EqualTo("command: <x> & y\nrun: b"));
    }

    [Test]
    public void Fixed_colours_hold_no_style_rules()
    {
        Figure figure = FigureGallery.All[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Drawings.Text(Drawings.Draw(figure, FigureTheme.Light)), Does.Not.Contain("<style>"));
            Assert.That(Drawings.Text(Drawings.Draw(figure, FigureTheme.Dark)), Does.Contain("#14171a").And.Not.Contain("<style>"));
            Assert.That(Drawings.Text(Drawings.Draw(figure)), Does.Contain("@media (prefers-color-scheme:dark)"));
        }
    }

    private static Figure Hostile(string label)
    {
        string text = RichText.Escape(label);
        return Drawings.OnePanel(Axis.Linear(text), Axis.Linear(text), new Line { Id = "line", Label = text, X = [0, 1], Y = [0, 1] }, new Annotation { Id = "note", X = 0.5, Y = 0.5, Text = text }) with
        {
            Title = text,
            AltText = label,
        };
    }

    private static double Read(string label)
    {
        string[] parts = label.Replace('−', '-').Split(" × 10^");
        int power = parts[^1].IndexOf("10^", StringComparison.Ordinal);
        string last = power >= 0 ? $"{parts[^1][..power]}1E{parts[^1][(power + 3)..].Trim('(', ')')}" : parts[^1];
        return parts.Length == 2
            ? double.Parse($"{parts[0]}E{parts[1].Trim('(', ')')}", CultureInfo.InvariantCulture)
            : double.Parse(last, CultureInfo.InvariantCulture);
    }

    private static Box Upright(TextLayout text)
    {
        Assert.That(text.Rotation, Is.Zero.Or.EqualTo(-90));
        Box box = text.Box;
        return text.Rotation == 0 ? box
            : new Box(box.X + (box.Width / 2) - (box.Height / 2), box.Y + (box.Height / 2) - (box.Width / 2), box.Height, box.Width);
    }

    private static bool Overlap(Box a, Box b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
