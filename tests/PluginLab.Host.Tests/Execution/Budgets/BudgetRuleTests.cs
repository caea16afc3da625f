using PluginLab.Experiments;
using PluginLab.Host.Execution.Budgets;
using PluginLab.Rendering.Reports.Budgets;

namespace PluginLab.Host.Tests.Execution.Budgets;

internal sealed class BudgetRuleTests
{
    [TestCase(0, null, null, ExpectedResult = Verdict.Supported)]
    [TestCase(0, 0.4, null, ExpectedResult = Verdict.Supported)]
    [TestCase(0, 0.6, null, ExpectedResult = Verdict.Inconclusive)]
    [TestCase(0, null, -0.8, ExpectedResult = Verdict.Supported)]
    [TestCase(0, null, -0.95, ExpectedResult = Verdict.Inconclusive)]
    [TestCase(0, 0.1, 0.95, ExpectedResult = Verdict.Inconclusive)]
    [TestCase(3, 2.1, null, ExpectedResult = Verdict.Refuted, Description = "Twice 0.9 is less than the 2 to the bound less the claim's own 0.1.")]
    [TestCase(3, 1.9, null, ExpectedResult = Verdict.Inconclusive)]
    [TestCase(0, double.NaN, null, ExpectedResult = Verdict.Inconclusive)]
    [TestCase(0, 0.1, double.NaN, ExpectedResult = Verdict.Inconclusive)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity, null, ExpectedResult = Verdict.Refuted)]
    [TestCase(0, double.PositiveInfinity, null, ExpectedResult = Verdict.Inconclusive)]
    public Verdict The_verdict_follows_from_the_uncertainty_with_that_of_the_solver(double measured, double? tighter, double? second)
    {
        Claim claim = Claim(measured);
        return BudgetRule.Widen(claim, BudgetRule.Judge(claim, tighter, second)).Verdict;
    }

    [TestCase(0, 0.45, ExpectedResult = 1)]
    [TestCase(3, 2.05, ExpectedResult = 1)]
    [TestCase(0, 0, ExpectedResult = 0)]
    [TestCase(1, 0.9, ExpectedResult = double.PositiveInfinity)]
    public double The_share_is_one_where_the_verdict_turns(double measured, double tighter) =>
        Math.Round(BudgetRule.Judge(Claim(measured), tighter, null).ShareOfRoom, 12);

    [Test]
    public void A_claim_without_a_budget_stays_as_it_is()
    {
        Claim claim = Claim(0);
        Assert.That(BudgetRule.Widen(claim, null), Is.SameAs(claim));
    }

    [Test]
    public void The_experiments_own_uncertainty_is_kept_beside_that_of_the_solver()
    {
        ClaimBudget budget = BudgetRule.Judge(Claim(0), 0.25, -0.125);
        Assert.That((budget.OwnUncertainty, budget.SolverUncertainty), Is.EqualTo((0.1, 0.5)));
    }

    [Test]
    public void The_worst_of_several_cases_is_compared_by_its_distance_from_the_prediction()
    {
        Claim claim = Claim(10.25) with { Predicted = 10, Bound = Bound.Near(10, 0.1) };
        Claim again = Claim(100.5) with { Predicted = 100, Bound = Bound.Near(100, 0.1) };
        Assert.That(BudgetRule.Comparable(claim, again), Is.EqualTo(10.05).Within(1e-12));
        Assert.That(BudgetRule.Comparable(claim, claim with { Measured = 11 }), Is.EqualTo(11));
        Assert.That(BudgetRule.Comparable(claim with { Bound = Bound.AtMost(11) }, again), Is.EqualTo(10.5));
    }

    private static Claim Claim(double measured) => new()
    {
        Id = "claim",
        Statement = "It is.",
        Source = "None",
        Predicted = 0,
        Measured = measured,
        Uncertainty = 0.1,
        Bound = Bound.Within(0, 1),
        Expected = Verdict.Supported,
    };
}
