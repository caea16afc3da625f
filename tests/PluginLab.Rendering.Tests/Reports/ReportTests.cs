using System.Xml;
using System.Xml.Linq;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests.Reports;

public sealed class ReportTests
{
    private const string Hostile = "<script>alert(1)</script> & \"quoted\" ]]> | *star* `tick`";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private static Claim Claim(string id, double measured, Verdict expected) => new()
    {
        Id = id,
        Statement = $"The ratio of half-times is $\\frac{{1}}{{2}}$ for {id}.",
        Source = "note 1, section 4",
        Predicted = 0.5,
        Measured = measured,
        Uncertainty = 1e-3,
        Bound = Bound.Within(0.5, 0.01),
        Expected = expected,
        CorrectedForm = "it is $1 + \\overline{x}$",
    };

    private static RunReport Run(string name, params Claim[] claims) => new()
    {
        Name = name,
        ExperimentId = "diagonal-case",
        Title = "Diagonal case",
        Question = $"Are modes learned in order of $s_i$? {RichText.Escape(Hostile)}",
        Plugin = "DiagonalCase",
        State = RunState.Finished,
        Integrator = "dormand-prince-5 (relative tolerance 1e-10)",
        Command = $"pluginlab run --filter {name} {Hostile}",
        Parameters = [new ReportedParameter("target", Hostile.Replace("$", "", StringComparison.Ordinal), "[1,2]", false)],
        Metrics = [new Metric("half-time", "time to half $T_{1/2}$", 12.3456789)],
        Notes = ["A note on $\\varepsilon$ and $a \\cosh^2 w$."],
        Claims = claims,
        Figures = [.. FigureGallery.All.Take(3).Select(figure => Reported(figure, name))],
    };

    private static ReportedFigure Reported(Figure figure, string name) =>
        new(figure, Drawings.Draw(figure, prefix: name), $"runs/{name}/figures/{figure.Id}.svg", $"runs/{name}/data/{figure.Id}.csv", FigureData.Write(figure));

    private static RunReport[] Runs() =>
    [
        Run("first", Claim("good", 0.5, Verdict.Supported), Claim("finding", 0.7, Verdict.Refuted), Claim("bad", 0.9, Verdict.Supported)),
        Run("second") with { State = RunState.Failed, Failure = $"It threw: {Hostile}" },
    ];

    [Test]
    public void A_power_of_a_function_is_a_base_and_an_exponent_with_space_around_them() =>
        Assert.That(
            ReportPage.Write(Runs()),
            Does.Contain("<mi>a</mi><mspace width=\"0.17em\"/><msup><mi mathvariant=\"normal\">cosh</mi><mn>2</mn></msup><mspace width=\"0.17em\"/><mi>w</mi>"));

    [Test]
    public void The_page_is_well_formed_and_self_contained()
    {
        string page = ReportPage.Write(Runs());
        using XmlReader reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        XDocument document = XDocument.Load(reader);
        string[] ids = [.. document.Descendants().Attributes("id").Select(id => id.Value)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique);
            Assert.That(document.Descendants(Html + "script").Where(script => (string?)script.Attribute("type") != "application/json").ToArray(), Has.Length.EqualTo(1));
            Assert.That(document.Descendants(Html + "script").Attributes("src"), Is.Empty);
            Assert.That(document.Descendants(Html + "a").Attributes("href").Select(link => link.Value), Has.None.Contains("://"));
            Assert.That(page, Does.Contain("default-src 'none'"));
            Assert.That(document.Descendants(Drawings.Svg + "svg").Attributes("id").Count(), Is.EqualTo(6));
            Assert.That(document.Descendants().Count(element => element.Name.LocalName == "mfrac"), Is.GreaterThan(0));
        }
    }

    [Test]
    public void A_refutation_that_the_theory_expects_reads_as_a_finding()
    {
        string page = ReportPage.Write(Runs());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("<span class=\"badge finding\">refuted, as expected</span>"));
            Assert.That(page, Does.Contain("What holds instead"));
            Assert.That(page.IndexOf("<h2>Not as expected</h2>", StringComparison.Ordinal), Is.GreaterThan(0).And.LessThan(page.IndexOf("<h2>Findings</h2>", StringComparison.Ordinal)));
            Assert.That(page.IndexOf("<h2>Findings</h2>", StringComparison.Ordinal), Is.LessThan(page.IndexOf("<section id=\"run-", StringComparison.Ordinal)), "findings at a glance, before the runs");
            Assert.That(page, Does.Contain("<span class=\"badge unexpected\">refuted, but supported was expected</span>"));
            Assert.That(page.IndexOf("badge unexpected", StringComparison.Ordinal), Is.LessThan(page.IndexOf("badge supported", StringComparison.Ordinal)), "what is unexpected comes first");
        }
    }

    [Test]
    public void The_summary_puts_first_what_is_not_as_expected()
    {
        string summary = SummaryPage.Write(Runs());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary, Does.Contain("**1 verdict is not the expected one**; **1 run did not finish**"));
            Assert.That(summary.IndexOf("## Not as expected", StringComparison.Ordinal), Is.LessThan(summary.IndexOf("## first", StringComparison.Ordinal)));
            Assert.That(summary, Does.Contain("$\\frac{1}{2}$"));
            Assert.That(summary, Does.Not.Contain("<script>"));
            Assert.That(summary, Does.Contain("1 unexpected, 1 supported, 1 refuted as expected"));
        }
    }

    [Test]
    public void The_sheet_holds_every_figure_once_with_unique_ids()
    {
        XDocument sheet = XDocument.Parse(ReportSheet.Write(Runs()[0]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheet.Root!.Elements(Drawings.Svg + "svg").Count(), Is.EqualTo(3));
            Assert.That(sheet.Descendants().Attributes("id").Select(id => id.Value), Is.Unique);
            Assert.That(sheet.Root!.Elements(Drawings.Svg + "text").Select(text => text.Value), Does.Contain("refuted, as expected"));
        }
    }

    [Test]
    public void Figure_data_has_a_row_per_point_in_shortest_form()
    {
        Figure figure = Drawings.OnePanel(
            new Line { Id = "line", X = [0, 0.1], Y = [1e-7, double.NaN] },
            new ErrorBars { Id = "bars", X = [1], Y = [2], Lower = [1.5], Upper = [2.5] },
            new ReferenceLine { Id = "guide", Orientation = Orientation.Vertical, Value = 3 },
            new Annotation { Id = "note", X = 1, Y = 2, Text = "a, \"b\"" });
        Assert.That(FigureData.Write(figure), Is.EqualTo(
            "panel,mark,kind,role,x,y,lower,upper,dx,dy,value,text\n"
            + "1,line,line,data,0,1e-7,,,,,,\n"
            + "1,line,line,data,0.1,NaN,,,,,,\n"
            + "1,bars,error-bars,data,1,2,1.5,2.5,,,,\n"
            + "1,guide,reference-line,reference,3,,,,,,,\n"
            + "1,note,annotation,reference,1,2,,,,,,\"a, \"\"b\"\"\"\n"));
    }

    [Test]
    public void The_data_of_a_map_hold_each_cell_with_its_corner_its_size_and_its_value()
    {
        HeatMap map = new() { Id = "map", XEdges = [0.1, 0.3, 0.7], YEdges = [-1, 0], Values = [0.5, double.NaN], Scale = new ColorScale { Label = "v" } };
        Assert.That(FigureData.Write(Drawings.OnePanel(map)), Does.EndWith("1,map,heat-map,data,0.1,-1,,,0.2,1,0.5,\n1,map,heat-map,data,0.3,-1,,,0.4,1,NaN,\n"));
    }
}
