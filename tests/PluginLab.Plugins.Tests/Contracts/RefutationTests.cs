using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Every claim is one that a broken system refutes; the rules stand at <see cref="BundledExperiments"/>.</summary>
public sealed class RefutationTests
{
    private static IEnumerable<ExperimentUnderTest> Experiments => BundledExperiments.All;

    private static IEnumerable<TestCaseData> Cases =>
        from subject in BundledExperiments.All
        from found in ClaimsWhereTheyApply(subject)
        where found.Claim.Control is not null
        group found by (found.Where, found.Claim.Control!.Mutation) into sameRun
        select new TestCaseData(sameRun.Key.Where, sameRun.First().Claim.Control, sameRun.Select(found => found.Claim).ToList())
            .SetArgDisplayNames($"{sameRun.Key.Where}; {sameRun.Key.Mutation}");

    [TestCaseSource(nameof(Cases))]
    public void Under_its_control_a_claim_gets_the_opposite_verdict(Variant variant, Control control, List<Claim> claims)
    {
        ExperimentResult mutated = ExperimentRuns.Of(variant, control);
        IEnumerable<string> survivors =
            from claim in claims
            let again = mutated.Claims.Single(candidate => candidate.Id == claim.Id)
            where again.Verdict != Opposite(claim.Expected)
            select ExperimentContractTests.Describe(again);
        Assert.That(survivors, Is.Empty);
    }

    [TestCaseSource(nameof(Experiments))]
    public void Every_claim_speaks_of_some_variant(ExperimentUnderTest subject)
    {
        IEnumerable<string> everywhere = Variant.Of(subject).SelectMany(variant => ExperimentRuns.Of(variant).Claims).Select(claim => claim.Id).Distinct();
        Assert.That(everywhere.Except(ClaimsWhereTheyApply(subject).Select(found => found.Claim.Id)), Is.Empty);
    }

    [TestCaseSource(nameof(Experiments))]
    public void Every_claim_has_a_control(ExperimentUnderTest subject) =>
        Assert.That(ClaimsWhereTheyApply(subject).Select(found => found.Claim).Where(claim => claim.Control is null).Select(claim => claim.Id), Is.Empty);

    [TestCaseSource(nameof(Experiments))]
    public void A_claim_that_is_expected_to_fail_says_what_holds_instead(ExperimentUnderTest subject) =>
        Assert.That(
            ClaimsWhereTheyApply(subject).Select(found => found.Claim).Where(claim => claim.Expected == Verdict.Refuted && string.IsNullOrEmpty(claim.CorrectedForm)).Select(claim => claim.Id),
            Is.Empty);

    /// <summary>Each claim with the first variant that it speaks of.</summary>
    private static IEnumerable<(Variant Where, Claim Claim)> ClaimsWhereTheyApply(ExperimentUnderTest subject)
    {
        HashSet<string> seen = [];
        foreach (Variant variant in Variant.Of(subject))
        {
            foreach (Claim claim in ExperimentRuns.Of(variant).Claims.Where(claim => claim.NotApplicable is null && seen.Add(claim.Id)))
            {
                yield return (variant, claim);
            }
        }
    }

    private static Verdict Opposite(Verdict expected) => expected == Verdict.Refuted ? Verdict.Supported : Verdict.Refuted;
}
