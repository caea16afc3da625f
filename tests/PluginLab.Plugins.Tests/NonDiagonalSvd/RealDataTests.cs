using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests.NonDiagonalSvd;

public sealed class RealDataTests
{
    private static readonly IReadOnlyDictionary<string, string>[] Tables = [SvdRuns.Hierarchy, SvdRuns.Iris];

    private static IEnumerable<TestCaseData> Runs =>
        from table in Tables
        from seed in (ulong[])[1, 2, 3]
        select new TestCaseData(table, seed).SetArgDisplayNames(table["data"], $"seed {seed}");

    [TestCaseSource(nameof(Runs))]
    public void Every_verdict_on_the_bundled_data_is_the_expected_one(IReadOnlyDictionary<string, string> table, ulong seed)
    {
        IEnumerable<Claim> unexpected = SvdRuns.Run(table, seed).Claims.Where(claim => !claim.IsAsExpected);
        Assert.That(unexpected.Select(claim => $"{claim.Id}: {claim.Measured}"), Is.Empty);
    }

    [TestCaseSource(nameof(Tables))]
    public void Each_claim_on_the_bundled_data_gets_the_opposite_verdict_under_its_control(IReadOnlyDictionary<string, string> table)
    {
        Claim[] claims = [.. SvdRuns.Run(table).Claims.Where(claim => claim is { NotApplicable: null, Control: not null })];
        foreach (IGrouping<string, Claim> group in claims.GroupBy(claim => claim.Control!.Mutation))
        {
            ExperimentResult broken = SvdRuns.Run(table, control: group.First().Control);
            Assert.That(group.Select(claim => broken.Claims.Single(other => other.Id == claim.Id)).Where(claim => claim.Verdict != Opposite(claim.Expected)).Select(claim => claim.Id), Is.Empty, group.Key);
        }
    }

    [Test]
    public void The_hierarchy_is_learned_from_broad_to_fine_and_its_equal_modes_are_one_block()
    {
        ExperimentResult result = SvdRuns.Run(SvdRuns.Hierarchy);
        Assert.Multiple(() =>
        {
            Assert.That(Claim(result, "note0-18-order").Verdict, Is.EqualTo(Verdict.Supported));
            Assert.That(Claim(result, "note0-21-block-half-times").Verdict, Is.EqualTo(Verdict.Supported));
            Assert.That(Claim(result, "note0-04-unwhitened").Verdict, Is.EqualTo(Verdict.NotApplicable));
            Assert.That(Claim(result, "note0-04-flow-on-data").NotApplicable, Does.Contain("identity"));
            Assert.That(Labels(result, "modes"), Does.Contain("grow, $s_{1} = 2.646$").And.Contain("move against roots, $s_{2} = 1.732$"));
            Assert.That(result.Notes, Has.Some.Contains("repeated 2 times"));
        });
    }

    [Test]
    public void Iris_has_two_modes_and_unwhitened_inputs_learn_something_else()
    {
        ExperimentResult result = SvdRuns.Run(SvdRuns.Iris);
        Assert.Multiple(() =>
        {
            Assert.That(result.Metrics.Count(metric => metric.Name.StartsWith("singular-value", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(Claim(result, "note0-04-unwhitened").Measured, Is.GreaterThan(0.1));
            Assert.That(Claim(result, "note0-04-flow-on-data").Measured, Is.LessThan(1e-12));
            Assert.That(result.Figures.Select(figure => figure.Id), Does.Contain("classes").And.Contain("unwhitened"));
        });
    }

    [Test]
    public void Inputs_that_lose_rank_by_centring_are_whitened_along_their_principal_directions_and_a_note_says_so()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string>(SvdRuns.Hierarchy) { ["center"] = "true" });
        Assert.That(result.Notes, Has.Some.Contains("do not vary along 1 of 4 directions"));
        Assert.That(result.Claims.Where(claim => !claim.IsAsExpected).Select(claim => claim.Id), Is.Empty);
    }

    private static Verdict Opposite(Verdict expected) => expected == Verdict.Refuted ? Verdict.Supported : Verdict.Refuted;

    private static Claim Claim(ExperimentResult result, string id) => result.Claims.Single(claim => claim.Id == id);

    private static IEnumerable<string> Labels(ExperimentResult result, string figure) =>
        result.Figures.Single(candidate => candidate.Id == figure).Panels.SelectMany(panel => panel.Marks).Select(mark => mark.Label).OfType<string>();
}
