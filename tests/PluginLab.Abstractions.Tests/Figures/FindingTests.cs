using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Abstractions.Tests.Figures;

public sealed class FindingTests
{
    private static readonly Finding Order = new() { Title = "One after another", Caption = "The strongest is first.", ClaimIds = ["order"] };
    private static readonly Finding Both = new() { Title = "One after another, on time", ClaimIds = ["order", "time"] };

    [Test]
    public void A_finding_whose_claims_hold_gives_the_title_and_ends_the_caption()
    {
        Figure stated = Draw(Order).Stating([Measure("order", 0)]);
        Assert.That((stated.Title, stated.Caption), Is.EqualTo(("One after another", "Strengths. The strongest is first.")));
    }

    [Test]
    public void The_first_finding_that_holds_gives_the_title() => Assert.Multiple(() =>
    {
        Assert.That(Draw(Both, Order).Stating([Measure("order", 0), Measure("time", 0)]).Title, Is.EqualTo(Both.Title));
        Assert.That(Draw(Both, Order).Stating([Measure("order", 0), Measure("time", 2)]).Title, Is.EqualTo(Order.Title));
    });

    [Test]
    public void Without_a_claim_that_holds_the_figure_says_only_what_it_shows()
    {
        Claim order = Measure("order", 0);
        Claim[][] cases = [[], [Measure("order", 2)], [Measure("order", double.NaN)], [order with { NotApplicable = "one mode" }]];
        IEnumerable<Figure> stated = cases.Select(claims => Draw(Order).Stating(claims));
        Assert.That(stated.Select(figure => (figure.Title, figure.Caption, figure.Findings.Count)), Is.All.EqualTo(("Strengths of the modes", "Strengths.", 0)));
    }

    [Test]
    public void A_claim_that_is_refuted_as_expected_supports_its_finding() =>
        Assert.That(Draw(Order).Stating([Measure("order", 2) with { Expected = Verdict.Refuted }]).Title, Is.EqualTo(Order.Title));

    [Test]
    public void A_finding_that_rests_on_nothing_is_never_stated() =>
        Assert.That(Draw(Order with { ClaimIds = [] }).Stating([Measure("order", 0)]).Title, Is.EqualTo("Strengths of the modes"));

    private static Figure Draw(params Finding[] findings) => new()
    {
        Id = "strengths",
        Title = "Strengths of the modes",
        Caption = "Strengths.",
        AltText = "Lines.",
        Panels = [],
        ClaimIds = ["order", "time"],
        Findings = findings,
    };

    private static Claim Measure(string id, double measured) => new()
    {
        Id = id,
        Statement = "It is small.",
        Source = "Test",
        Predicted = 0,
        Measured = measured,
        Uncertainty = 0,
        Bound = Bound.AtMost(1),
        Expected = Verdict.Supported,
    };
}
