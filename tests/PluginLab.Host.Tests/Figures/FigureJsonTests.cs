using System.Globalization;
using System.Text;
using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Tests.Figures;

internal sealed class FigureJsonTests
{
    private static IEnumerable<TestCaseData> Marks() => typeof(Mark).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Mark)) && !type.IsAbstract)
        .Select(type => new TestCaseData((Mark)FilledValues.Of(type)).SetArgDisplayNames(type.Name));

    [TestCaseSource(nameof(Marks))]
    public void A_mark_comes_back_with_everything_that_it_holds(Mark mark)
    {
        StoredFigure figure = Stored(SampleFigures.With(mark));

        StoredFigure read = FigureJson.Read(FigureJson.Write(figure));

        Assert.That(read.Figure.Panels[0].Marks[0], Is.TypeOf(mark.GetType()));
        Assert.That(FilledValues.Contents(read.Figure), Is.EqualTo(FilledValues.Contents(figure.Figure)));
    }

    [Test]
    public void A_figure_comes_back_with_everything_that_it_holds_and_the_same_bytes()
    {
        StoredFigure figure = Stored((Figure)FilledValues.Of(typeof(Figure)) with { Findings = [] });
        byte[] written = FigureJson.Write(figure);

        StoredFigure read = FigureJson.Read(written);

        Assert.That(FilledValues.Contents(read.Figure), Is.EqualTo(FilledValues.Contents(figure.Figure)));
        Assert.That(read.Metadata, Is.EqualTo(figure.Metadata));
        Assert.That(FigureJson.Write(read), Is.EqualTo(written));
    }

    [Test]
    public void Several_shared_parts_come_back()
    {
        Figure figure = SampleFigures.Line("a", 1) with { Shared = SharedParts.XAxis | SharedParts.YAxisOfRow | SharedParts.Legend };

        Assert.That(FigureJson.Read(FigureJson.Write(Stored(figure))).Figure.Shared, Is.EqualTo(figure.Shared));
    }

    [Test]
    public void The_culture_and_the_order_of_provenance_do_not_change_a_byte()
    {
        StoredFigure figure = Stored(SampleFigures.Line("a", 0.5, 1e-7, double.NaN));
        byte[] expected = FigureJson.Write(figure);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = foreign;

            byte[] written = FigureJson.Write(figure with { Metadata = figure.Metadata.Reverse().ToDictionary() });

            Assert.That(written, Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Numbers_stand_on_one_line_and_those_that_are_not_finite_by_name()
    {
        string text = Encoding.UTF8.GetString(FigureJson.Write(Stored(SampleFigures.Line("a", 0.5, 1e-7, double.NaN, double.NegativeInfinity))));

        Assert.That(text, Does.Contain("\"mark\": \"line\"").And.Contain("\"y\": [0.5,1e-7,\"NaN\",\"-Infinity\"],\n"));
        Assert.That(text, Does.EndWith("}\n").And.Not.Contain("\r"));
    }

    [Test]
    public void A_claim_comes_back_without_its_control()
    {
        Claim claim = (Claim)FilledValues.Of(typeof(Claim)) with { Control = Control.ScaledRightHandSide(1.1) };

        StoredFigure read = FigureJson.Read(FigureJson.Write(Stored(SampleFigures.With(new VerdictTable { Id = "verdicts", Claims = [claim] }))));

        Assert.That(((VerdictTable)read.Figure.Panels[0].Marks[0]).Claims, Is.EqualTo(new[] { claim with { Control = null } }));
    }

    [TestCase("{", "depth")]
    [TestCase("{}", "version")]
    [TestCase("""{ "version": 2, "run": "a", "metadata": {}, "figure": FIGURE }""", "it is of version 2; this PluginLab reads version 1")]
    [TestCase("""{ "version": 1, "run": "a", "metadata": {}, "figure": { "id": "a" } }""", "title")]
    [TestCase("""{ "version": 1, "run": "a", "metadata": {}, "figure": null }""", "null")]
    public void A_file_that_holds_no_figure_is_told(string text, string message)
    {
        string figure = JsonDocument.Parse(FigureJson.Write(Stored(SampleFigures.Line("a", 1)))).RootElement.GetProperty("figure").GetRawText();

        Assert.That(
            () => FigureJson.Read(Encoding.UTF8.GetBytes(text.Replace("FIGURE", figure, StringComparison.Ordinal))),
            Throws.InstanceOf<JsonException>().With.Message.Contains(message));
    }

    private static StoredFigure Stored(Figure figure) => new() { Run = "run", Metadata = new Dictionary<string, string> { ["command"] = "pluginlab", ["run"] = "run" }, Figure = figure };
}
