using System.Xml.Linq;
using PluginLab.Dynamics;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Rendering.Tests.Reports;

/// <summary>What the page and the summary say of invariants.</summary>
public sealed class InvariantReportTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private static readonly MonitoredInvariant Kept = new()
    {
        Name = "imbalance",
        Description = "the differences $w_1^2 - w_j^2$ & more",
        Kind = InvariantKind.Conserved,
        System = "linear network",
        Control = ErrorControl.Tolerance,
        Solves = 12,
        Dimension = 4,
        Integrator = "Dormand–Prince <5(4)>",
        Drift = 2e-10,
        Scale = 2,
        Time = 3.25,
        Allowed = 2e-6,
    };

    private static readonly MonitoredInvariant Training = Kept with { Name = "loss", Kind = InvariantKind.NonIncreasing, Control = ErrorControl.Training, Drift = 0.5, Allowed = null };

    [Test]
    public void Kept_invariants_are_one_sentence_with_a_table_behind_it()
    {
        XElement details = Details(Kept);

        Assert.That(details.Attribute("open"), Is.Null);
        Assert.That(details.Element(Html + "summary")!.Value, Does.StartWith("Invariants are kept. Nearest to its limit is the imbalance of linear network, with a drift of"));
        Assert.That(Rows(details).Single().Elements().Select(cell => cell.Value), Has.Member("12").And.Member("3.25").And.Member("4 components, Dormand–Prince <5(4)>"));
        Assert.That(Page(Kept), Does.Contain("Invariants are kept wherever solves approximate a flow."));
    }

    [Test]
    public void A_large_drift_opens_the_table_and_is_named_at_the_head_of_the_page()
    {
        MonitoredInvariant large = Kept with { Drift = 1e-3 };

        Assert.That(Details(large).Attribute("open")!.Value, Is.EqualTo("open"));
        Assert.That(Details(large).Element(Html + "summary")!.Value, Does.StartWith("Invariants drift: the imbalance of linear network, with a drift of 0.001 where accuracy explains"));
        Assert.That(Page(large), Does.Contain("Invariants drift beyond their limits in run-one."));
    }

    [Test]
    public void A_drift_that_is_not_a_number_is_large() => Assert.That((Kept with { Drift = double.NaN }).IsLarge, Is.True);

    [Test]
    public void Training_has_a_table_of_its_own_that_says_why()
    {
        XElement details = Details(Kept, Training);

        Assert.That(details.Elements(Html + "table").Count(), Is.EqualTo(2));
        Assert.That(details.Element(Html + "p")!.Value, Does.Contain("which follows the flow as").And.EndsWith("and no error."));
        Assert.That(details.Element(Html + "summary")!.Value, Does.StartWith("Invariants are kept."));
    }

    [Test]
    public void A_run_of_training_alone_is_not_judged() =>
        Assert.That(Details(Training).Element(Html + "summary")!.Value, Is.EqualTo("Invariants of the flow are not judged: no solve states that it approximates the flow."));

    [Test]
    public void A_run_without_invariants_says_nothing_of_them()
    {
        Assert.That(Page(), Does.Not.Contain("nvariants are").And.Not.Contain("invariants\""));
        Assert.That(SummaryPage.Write([Run()]), Does.Not.Contain("nvariant"));
    }

    [Test]
    public void The_summary_has_the_sentence() =>
        Assert.That(SummaryPage.Write([Run(Kept, Training)]), Does.Contain("\nInvariants are kept. Nearest to its limit is the imbalance of linear network, with a drift of 2\u00a0×\u00a0$10^{-10}$ where"));

    private static RunReport Run(params MonitoredInvariant[] invariants) => new()
    {
        Name = "run-one",
        ExperimentId = "diagonal-case",
        Title = "Diagonal case",
        Question = "?",
        Plugin = "DiagonalCase",
        State = RunState.Finished,
        Integrator = "dormand-prince-5",
        Command = "pluginlab run",
        Invariants = invariants,
    };

    private static string Page(params MonitoredInvariant[] invariants) => ReportPage.Write([Run(invariants)]);

    private static XElement Details(params MonitoredInvariant[] invariants) =>
        XDocument.Parse(Page(invariants)).Descendants(Html + "details").Single(details => details.Attribute("class")!.Value.Contains("invariants", StringComparison.Ordinal));

    private static IEnumerable<XElement> Rows(XElement details) => details.Descendants(Html + "tbody").SelectMany(body => body.Elements());
}
