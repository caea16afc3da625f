using System.Text.RegularExpressions;
using PluginLab.Experiments;
using PluginLab.Testing;
using PluginLab.Testing.Runs;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What holds for every bundled experiment, at its defaults and at the ends of its parameters.</summary>
public sealed partial class ExperimentContractTests
{
    private static IEnumerable<ExperimentUnderTest> Experiments => BundledExperiments.All;

    private static IEnumerable<TestCaseData> Variants =>
        BundledExperiments.All.SelectMany(Variant.Of).Select(variant => new TestCaseData(variant).SetArgDisplayNames(variant.ToString()));

    [TestCaseSource(nameof(Variants))]
    public void Every_verdict_is_the_expected_one(Variant variant)
    {
        IEnumerable<Claim> unexpected = ExperimentRuns.Of(variant).Claims.Where(claim => !claim.IsAsExpected);
        Assert.That(unexpected.Select(Describe), Is.Empty);
    }

    [TestCaseSource(nameof(Variants))]
    public void Claims_metrics_and_figures_keep_the_contract_of_every_plugin(Variant variant)
    {
        FaultList faults = new(variant.ToString());
        ResultContract.Check(ExperimentRuns.Of(variant), faults);
        FigureContract.Check(ExperimentRuns.Of(variant), faults);
        Assert.That(faults.All, Is.Empty);
    }

    [TestCaseSource(nameof(Variants))]
    public void There_are_claims_in_full_sentences_and_figures(Variant variant)
    {
        ExperimentResult result = ExperimentRuns.Of(variant);
        Assert.Multiple(() =>
        {
            Assert.That(result.Claims, Is.Not.Empty);
            Assert.That(result.Figures, Is.Not.Empty);
            Assert.That(result.Claims.Select(claim => claim.Statement), Is.All.EndsWith(".").Or.All.EndsWith("$."));
        });
    }

    [TestCaseSource(nameof(Variants))]
    public void Claims_have_finite_predictions_and_measurements_unless_they_do_not_apply(Variant variant) =>
        Assert.That(
            ExperimentRuns.Of(variant).Claims.Where(claim => claim.NotApplicable is null && !(double.IsFinite(claim.Predicted) && double.IsFinite(claim.Measured))).Select(Describe),
            Is.Empty);

    [TestCaseSource(nameof(Variants))]
    public void A_figure_states_no_finding_of_which_a_claim_is_refuted_or_does_not_apply(Variant variant) =>
        Assert.That(FindingFaults.Find(ExperimentRuns.Of(variant)), Is.Empty);

    [TestCaseSource(nameof(Experiments))]
    public void The_same_run_twice_gives_the_same_result(ExperimentUnderTest subject)
    {
        Variant defaults = Variant.Of(subject)[0];
        Assert.That(ResultDifference.Find(ExperimentRuns.Run(defaults), ExperimentRuns.Of(defaults)), Is.Null);
    }

    [TestCaseSource(nameof(Experiments))]
    public void The_seed_matters_where_there_is_chance_and_nowhere_else(ExperimentUnderTest subject)
    {
        Variant defaults = Variant.Of(subject)[0];
        bool isSame = ResultDifference.Find(ExperimentRuns.Run(defaults, seed: 2), ExperimentRuns.Of(defaults)) is null;
        Assert.That(isSame, Is.EqualTo(!subject.IsRandom));
    }

    [TestCaseSource(nameof(Experiments))]
    public void The_description_is_complete(ExperimentUnderTest subject)
    {
        ExperimentInfo description = subject.Experiment.Info;
        Assert.Multiple(() =>
        {
            Assert.That(description.Id, Does.Match(KebabCase().ToString()));
            Assert.That(description.Title, Is.Not.Empty);
            Assert.That(description.Question, Does.EndWith("?"));
            Assert.That(description.Parameters.Select(parameter => parameter.Name), Is.Unique.And.All.Matches(KebabCase().ToString()));
            Assert.That(description.Parameters.Select(parameter => parameter.Description), Is.All.Not.Empty);
        });
    }

    internal static string Describe(Claim claim) =>
        $"{claim.Id} is {claim.Verdict}, expected {claim.Expected}: predicted {claim.Predicted:R}, measured {claim.Measured:R} ± {claim.Uncertainty:R}, bound {claim.Bound}";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
