using System.Xml.Linq;
using PluginLab.Figures;
using PluginLab.Rendering.Reports;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class StripTests
{
    private static readonly MatrixStrip Strip = new()
    {
        Id = "strip",
        Rows = 2,
        Columns = 3,
        Matrices = [[1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 12]],
        Captions = ["start", "$t = 1$"],
        Scale = new ColorScale { Label = "entry" },
    };

    [Test]
    public void Each_time_has_an_image_with_its_caption_below_its_middle_on_square_cells()
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Strip));
        PanelLayout panel = drawing.Layout.Panels[0];
        XElement[] images = [.. Drawings.Mark(drawing, "figure", "strip").Elements(Drawings.Svg + "image")];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(images, Has.Length.EqualTo(2));
            Assert.That(panel.X.TickLabels, Is.EqualTo((string[])["start", "t = 1"]));
            for (int k = 0; k < images.Length; k++)
            {
                (double x, double width, double height) = ((double)images[k].Attribute("x")!, (double)images[k].Attribute("width")!, (double)images[k].Attribute("height")!);
                Assert.That((x + (width / 2)) / 100, Is.EqualTo(Drawings.Position(panel.X, panel.X.Ticks[k])).Within(0.02));
                Assert.That(width / height, Is.EqualTo(3 / 2.0).Within(0.02));
            }
        }
    }

    [Test]
    public void Rows_are_named_from_the_top()
    {
        PanelLayout panel = Drawings.Draw(Drawings.OnePanel(Strip)).Layout.Panels[0];
        Assert.That(panel.Y.TickLabels, Is.EqualTo((string[])["2", "1"]), "ordinates increase upward");
    }

    [Test]
    public void All_times_have_one_scale_of_colours()
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Strip));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Drawings.Parse(drawing).Descendants(Drawings.Svg + "linearGradient").Count(), Is.EqualTo(1));
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Does.Contain("8").And.Contains("0"));
        }
    }

    private static IEnumerable<TestCaseData> Invalid()
    {
        yield return Case("a matrix of another size", "each with as many entries", Strip with { Matrices = [[1, 2, 3, 4, 5, 6], [1]] });
        yield return Case("a time without caption", "1 captions for 2 matrices", Strip with { Captions = ["start"] });
        yield return Case("a row without name", "another number of names than rows", Strip with { RowNames = ["one"] });
        yield return Case("an infinite entry", "at Matrices[1][0]", Strip with { Matrices = [[1, 2, 3, 4, 5, 6], [double.PositiveInfinity, 0, 0, 0, 0, 0]] });
        yield return Case("company", "must be alone there", Strip, new Line { Id = "line", X = [0, 1], Y = [0, 1] });

        static TestCaseData Case(string name, string message, params Mark[] marks) => new TestCaseData(marks, message).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Invalid))]
    public void What_is_no_strip_is_refused(Mark[] marks, string message) =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(marks)), Throws.TypeOf<FigureException>().With.Message.Contains(message).And.Message.Contains("'strip'"));

    [Test]
    public void Entries_are_exported_with_column_row_and_time() =>
        Assert.That(FigureData.Write(Drawings.OnePanel(Strip)), Does.EndWith("1,strip,matrix-strip,data,3,2,,,,,12,t = 1\n"));
}
