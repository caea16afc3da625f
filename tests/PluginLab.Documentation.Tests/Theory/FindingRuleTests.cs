using PluginLab.Experiments;

namespace PluginLab.Documentation.Tests.Theory;

public sealed class FindingRuleTests
{
    [TestCase("**holds**: always", 1, 1, "refuted as stated")]
    [TestCase("**holds**: always", 0, 0, "no claim")]
    [TestCase("**holds up to**", 1, 1, "does not say")]
    [TestCase("**holds up to** a factor", 0, 1, "no claim that is supported")]
    [TestCase("**holds if** small", 1, 0, "no claim that is refuted")]
    [TestCase("**to-do answered**: 2", 0, 1, "no claim that is supported")]
    [TestCase("**fails**: at 3", 1, 0, "no claim that is refuted")]
    [TestCase("**not measured**: it defines", 1, 0, "has claims")]
    [TestCase("**not measured**", 0, 0, "no reason")]
    public void A_finding_that_its_claims_contradict_is_named(string finding, int supported, int refuted, string message) =>
        Assert.That(Check(finding, supported, refuted), Does.Contain("Statement 7 ").And.Contain(message));

    [TestCase("**holds**", 2, 0)]
    [TestCase("**holds up to** a factor", 1, 1)]
    [TestCase("**holds if** small", 1, 1)]
    [TestCase("**fails**: at 3", 0, 1)]
    [TestCase("**not measured**: it defines", 0, 0)]
    public void A_finding_that_its_claims_bear_out_passes(string finding, int supported, int refuted) => Assert.That(Check(finding, supported, refuted), Is.Null);

    [Test]
    public void A_statement_without_a_finding_is_an_error_that_shows_it() =>
        Assert.That(() => TheoryTemplate.Parse("### 7 · Title\nproven"), Throws.TypeOf<FormatException>().With.Message.Contains("### 7 · Title"));

    private static string? Check(string finding, int supported, int refuted) => FindingRule.Check(
        TheoryTemplate.Parse($"Before\n\n### 7 · Title\n> quoted\n\n{finding}\n").Statements.Single(),
        [.. Enumerable.Repeat(Claim(Verdict.Supported), supported), .. Enumerable.Repeat(Claim(Verdict.Refuted), refuted)]);

    private static MeasuredClaim Claim(Verdict expected) => new()
    {
        Id = "note0-07-claim",
        Experiment = "experiment",
        Plugin = "Plugin",
        Predicted = 0,
        Measured = 0,
        Uncertainty = 0,
        Bound = Bound.AtMost(1),
        Expected = expected,
    };
}
