using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Host.Tests.Figures.Comparison;

internal sealed class DiffTests
{
    private StoredSamples lab = null!;

    [SetUp]
    public void StoreFigures()
    {
        lab = new StoredSamples();
        lab.Store("old", "first", SampleFigures.Line("decay", 4, 2, 1));
        lab.Store("old", "first", SampleFigures.Line("loss", 3, 2, 1));
    }

    [TearDown]
    public void DeleteFolder() => lab.Dispose();

    [Test]
    public void The_same_figures_are_the_same()
    {
        (int code, string output, string errors) = lab.Run("figures", "diff", "/old", "/old", "--out", "/diff.html");

        Assert.That(code, Is.Zero, errors);
        Assert.That(output, Is.EqualTo("All 2 figures are the same.\n"));
    }

    [Test]
    public void A_change_of_data_is_told_by_series_and_ends_in_8()
    {
        lab.Store("new", "first", SampleFigures.Line("decay", 4, 2, 1.5));
        lab.Store("new", "first", SampleFigures.Line("loss", 3, 2, 1));

        (int code, string output, string errors) = Diff();

        Assert.That(code, Is.EqualTo(8), errors);
        Assert.That(output, Does.Contain("| first/decay | changed | measured: 0.12 |\n").And.EndWith("\n1 of 2 figures differ: 1 changed.\n"));
    }

    [TestCase("0.12", 8)]
    [TestCase("0.13", 0)]
    public void A_change_within_the_tolerance_does_not_count(string tolerance, int expected)
    {
        lab.Store("new", "first", SampleFigures.Line("decay", 4, 2, 1.5));
        lab.Store("new", "first", SampleFigures.Line("loss", 3, 2, 1));

        Assert.That(Diff("--tolerance", tolerance).ExitCode, Is.EqualTo(expected));
    }

    [Test]
    public void Figures_and_series_that_came_or_went_are_told_whatever_the_tolerance()
    {
        Figure decay = SampleFigures.Line("decay", 4, 2, 1);
        Mark second = ((Line)decay.Panels[0].Marks[0]) with { Id = "second" };
        lab.Store("new", "first", decay with { Panels = [decay.Panels[0] with { Marks = [second] }] });
        lab.Store("new", "later", SampleFigures.Line("loss", 3, 2, 1));

        (int code, string output, _) = Diff("--tolerance", "1");

        Assert.That(code, Is.EqualTo(8));
        Assert.That(output, Does.Contain("| first/decay | changed | measured: removed; second: added |\n| first/loss | removed |  |\n| later/loss | added |  |\n"));
        Assert.That(output, Does.EndWith("\n3 of 3 figures differ: 1 changed, 1 added, 1 removed.\n"));
    }

    [Test]
    public void Words_axes_and_numbers_of_points_are_told()
    {
        Figure decay = SampleFigures.Line("decay", 4, 2, 1, 0.5);
        lab.Store("new", "first", decay with { Title = "Another", Panels = [decay.Panels[0] with { Y = Axis.Logarithmic("$x$") }] });
        lab.Store("new", "first", SampleFigures.Line("loss", 3, 2, 1));

        string output = Diff().Output;

        Assert.That(output, Does.Contain("figure: title: 'A sample' → 'Another'"));
        Assert.That(output, Does.Contain("panel 1: y scale: 'linear' → 'logarithmic'"));
        Assert.That(output, Does.Contain("measured: x: 3 numbers → 4 numbers; y: 3 numbers → 4 numbers"));
    }

    [Test]
    public void The_same_data_with_other_bytes_are_drawn_differently()
    {
        lab.Store("new", "first", SampleFigures.Line("decay", 4, 2, 1));
        lab.Store("new", "first", SampleFigures.Line("loss", 3, 2, 1));
        lab.Write("new/runs/first/figures/loss.svg", lab.Read("new", "runs", "first", "figures", "loss.svg").Replace("#0072B2", "#ff0000", StringComparison.OrdinalIgnoreCase));

        (int code, string output, _) = Diff();

        Assert.That(code, Is.EqualTo(8));
        Assert.That(output, Does.Contain("| first/loss | drawn differently |  |\n").And.Contain("1 of 2 figures differ: 1 drawn differently."));
    }

    [Test]
    public void The_page_shows_what_differs_side_by_side_and_is_static()
    {
        lab.Store("new", "first", SampleFigures.Line("decay", 4, 2, 1.5) with { Title = "<script>alert(1)</script> & more" });
        Diff();

        string html = lab.Read("diff.html");
        XElement page = XDocument.Parse(html).Root!;
        string[] images = [.. page.Descendants().Where(element => element.Name.LocalName == "img").Select(image => (string)image.Attribute("src")!)];
        Assert.That(images, Has.Length.EqualTo(5), "Before, after and both in the overlay; and the figure that went.");
        Assert.That(images, Has.All.StartsWith("data:image/svg+xml;base64,"));
        Assert.That(images[2..4], Is.EqualTo(images[..2]));
        Assert.That(html, Does.Contain("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"));
        Assert.That(page.Descendants().Select(element => element.Name.LocalName), Has.No.Member("script"));
        Assert.That(page.Descendants().Where(element => element.Name.LocalName == "h2").Select(heading => heading.Value), Is.EqualTo(new[] { "first/decay changed", "first/loss removed" }));
    }

    [TestCase("--tolerance is \"-1\"; it must be a number from 0 to 1.", "/old", "/old", "--tolerance", "-1")]
    [TestCase("--tolerance is \"much\"; it must be a number from 0 to 1.", "/old", "/old", "--tolerance", "much")]
    [TestCase("There is no folder ", "/old", "/nowhere")]
    [TestCase("Required argument 'B' missing for command: 'diff'.", "/old")]
    [TestCase("B is empty; it must be a path.", "/old", "")]
    public void What_is_wrong_is_told(string message, params string[] words)
    {
        (int code, string output, string errors) = lab.Run(["figures", "diff", .. words, "--out", "/diff.html"]);

        Assert.That(code, Is.EqualTo(2), output);
        Assert.That(errors, Does.Contain(message));
        Assert.That(File.Exists(lab.PathOf("diff.html")), Is.False);
    }

    private (int ExitCode, string Output, string Errors) Diff(params string[] options) => lab.Run(["figures", "diff", "/old", "/new", "--out", "/diff.html", .. options]);
}
