using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class ClaimTests
{
    [TestCase(1.0, 0.0, Verdict.Supported, TestName = "Inside")]
    [TestCase(0.9, 0.0, Verdict.Supported, TestName = "At the lower end")]
    [TestCase(1.05, 0.05, Verdict.Supported, TestName = "Inside with its uncertainty")]
    [TestCase(1.05, 0.1, Verdict.Inconclusive, TestName = "The uncertainty leaves the bound")]
    [TestCase(1.2, 0.15, Verdict.Inconclusive, TestName = "The uncertainty reaches the bound")]
    [TestCase(1.0, 5.0, Verdict.Inconclusive, TestName = "The uncertainty covers the bound")]
    [TestCase(1.2, 0.05, Verdict.Refuted, TestName = "Above")]
    [TestCase(0.5, 0.0, Verdict.Refuted, TestName = "Below")]
    [TestCase(double.NaN, 0.0, Verdict.Inconclusive, TestName = "NaN is never supported")]
    [TestCase(1.0, double.NaN, Verdict.Inconclusive, TestName = "An unknown uncertainty decides nothing")]
    [TestCase(double.PositiveInfinity, 0.0, Verdict.Refuted, TestName = "Infinity is outside")]
    public void The_verdict_follows_from_the_evidence(double measured, double uncertainty, Verdict expected) =>
        Assert.That((Create(Verdict.Supported) with { Measured = measured, Uncertainty = uncertainty }).Verdict, Is.EqualTo(expected));

    [Test]
    public void A_claim_that_does_not_apply_has_no_other_verdict()
    {
        Claim claim = Create(Verdict.Supported) with { Measured = double.NaN, NotApplicable = "There is one mode only." };

        Assert.That((claim.Verdict, claim.IsAsExpected), Is.EqualTo((Verdict.NotApplicable, true)));
    }

    [TestCase(Verdict.Supported, 1.0, true)]
    [TestCase(Verdict.Supported, 2.0, false)]
    [TestCase(Verdict.Refuted, 2.0, true)]
    [TestCase(Verdict.Refuted, 1.0, false)]
    public void A_claim_is_as_expected_only_with_the_expected_verdict(Verdict expected, double measured, bool isAsExpected) =>
        Assert.That((Create(expected) with { Measured = measured }).IsAsExpected, Is.EqualTo(isAsExpected));

    [Test]
    public void Bounds_are_closed_intervals()
    {
        Assert.That(Bound.AtMost(1), Is.EqualTo(new Bound(double.NegativeInfinity, 1)));
        Assert.That(Bound.AtLeast(1), Is.EqualTo(new Bound(1, double.PositiveInfinity)));
        Assert.That(Bound.Near(-2, 0.5), Is.EqualTo(new Bound(-3, -1)));
        Assert.That(Bound.Within(-2, 0.5), Is.EqualTo(new Bound(-2.5, -1.5)));
        Assert.That(Bound.AtMost(1).Admits(1));
        Assert.That(Bound.AtMost(1).Admits(double.NaN), Is.False);
    }

    private static Claim Create(Verdict expected) => new()
    {
        Id = "note1-1-example",
        Statement = "One.",
        Source = "Note 1",
        Predicted = 1,
        Measured = 1,
        Uncertainty = 0,
        Bound = new Bound(0.9, 1.1),
        Expected = expected,
    };
}
