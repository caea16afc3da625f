using System.Text.RegularExpressions;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering;

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
    public void Claims_and_metrics_have_unique_kebab_case_ids_and_claims_their_source(Variant variant)
    {
        ExperimentResult result = ExperimentRuns.Of(variant);
        Assert.Multiple(() =>
        {
            Assert.That(result.Claims, Is.Not.Empty);
            Assert.That(result.Claims.Select(claim => claim.Id), Is.Unique.And.All.Matches(KebabCase().ToString()));
            Assert.That(result.Metrics.Select(metric => metric.Name), Is.Unique.And.All.Matches(KebabCase().ToString()));
            Assert.That(result.Claims.Select(claim => claim.Source), Is.All.Not.Empty);
            Assert.That(result.Claims.Select(claim => claim.Statement), Is.All.EndsWith(".").Or.All.EndsWith("$."));
            Assert.That(result.Claims.Select(claim => claim.Uncertainty), Is.All.GreaterThanOrEqualTo(0).Or.NaN);
        });
    }

    [TestCaseSource(nameof(Variants))]
    public void Claims_have_finite_predictions_and_measurements_unless_they_do_not_apply(Variant variant) =>
        Assert.That(
            ExperimentRuns.Of(variant).Claims.Where(claim => claim.NotApplicable is null && !(double.IsFinite(claim.Predicted) && double.IsFinite(claim.Measured))).Select(Describe),
            Is.Empty);

    [TestCaseSource(nameof(Variants))]
    public void Every_claim_has_a_bound_that_the_host_accepts_also_where_it_does_not_apply(Variant variant) =>
        Assert.That(ExperimentRuns.Of(variant).Claims.Where(HasFaultyBound).Select(Describe), Is.Empty);

    [TestCaseSource(nameof(Variants))]
    public void Claims_that_do_not_apply_say_why(Variant variant) =>
        Assert.That(ExperimentRuns.Of(variant).Claims.Select(claim => claim.NotApplicable ?? "applies"), Is.All.Not.Empty);

    [TestCaseSource(nameof(Variants))]
    public void Figures_are_drawable(Variant variant)
    {
        ExperimentResult result = ExperimentRuns.Of(variant);
        Assert.That(result.Figures.Select(figure => figure.Id), Is.Unique.And.Not.Empty);
        Assert.That(FigureFaults.Find(result), Is.Empty);
    }

    [TestCaseSource(nameof(Variants))]
    public void A_figure_states_no_finding_of_which_a_claim_is_refuted_or_does_not_apply(Variant variant) =>
        Assert.That(FindingFaults.Find(ExperimentRuns.Of(variant)), Is.Empty);

    [TestCaseSource(nameof(Variants))]
    public void Figures_render_without_a_dropped_point_or_another_warning(Variant variant)
    {
        ExperimentResult result = ExperimentRuns.Of(variant);
        SvgRenderer renderer = new();
        Assert.That(
            result.Figures.SelectMany(figure => renderer.Render(figure.Stating(result.Claims), new RenderOptions()).Warnings.Select(warning => $"{figure.Id}: {warning}")),
            Is.Empty);
    }

    [TestCaseSource(nameof(Variants))]
    public void Every_text_is_rich_text(Variant variant)
    {
        ExperimentResult result = ExperimentRuns.Of(variant);
        IEnumerable<string?> texts =
        [
            variant.Subject.Experiment.Info.Question,
            .. variant.Subject.Experiment.Info.Parameters.Select(parameter => parameter.Description),
            .. result.Claims.SelectMany(claim => new[] { claim.Statement, claim.CorrectedForm }),
            .. result.Metrics.Select(metric => metric.Description),
            .. result.Notes,
            .. result.Figures.Select(figure => figure.Caption),
            .. result.Figures.SelectMany(figure => figure.Findings).SelectMany(finding => new[] { finding.Title, finding.Caption }),
        ];
        Assert.That(() => texts.OfType<string>().Select(RichText.Parse).ToList(), Throws.Nothing);
    }

    [TestCaseSource(nameof(Experiments))]
    public void The_same_run_twice_gives_the_same_result(ExperimentUnderTest subject)
    {
        Variant defaults = Variant.Of(subject)[0];
        Assert.That(ResultText.Of(ExperimentRuns.Run(defaults)), Is.EqualTo(ResultText.Of(ExperimentRuns.Of(defaults))));
    }

    [TestCaseSource(nameof(Experiments))]
    public void The_seed_matters_where_there_is_chance_and_nowhere_else(ExperimentUnderTest subject)
    {
        Variant defaults = Variant.Of(subject)[0];
        bool isSame = ResultText.Of(ExperimentRuns.Run(defaults, seed: 2)) == ResultText.Of(ExperimentRuns.Of(defaults));
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

    /// <summary>Whether the bound is empty or the uncertainty negative, for which the host refuses the whole result.</summary>
    internal static bool HasFaultyBound(Claim claim) => claim.Uncertainty < 0 || !(claim.Bound.Lower <= claim.Bound.Upper);

    internal static string Describe(Claim claim) =>
        $"{claim.Id} is {claim.Verdict}, expected {claim.Expected}: predicted {claim.Predicted:R}, measured {claim.Measured:R} ± {claim.Uncertainty:R}, bound {claim.Bound}";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
