using PluginLab.Experiments;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Tests.NonDiagonalSvd;

public sealed class DrawnTargetTests
{
    private static readonly Dictionary<string, string> Defaults = [];

    [Test]
    public void Claims_hold_for_many_starts([Range(1, 8)] int seed) =>
        Assert.That(Unexpected(SvdRuns.Run(Defaults, (ulong)seed)), Is.Empty);

    [Test]
    public void Claims_hold_with_repeated_singular_values_and_are_then_about_blocks()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["singular-values"] = "[1,3,1]", ["hidden-width"] = "6" });
        Assert.That(Unexpected(result), Is.Empty);
        Assert.That(result.Claims.Single(claim => claim.Id == "note0-21-block-half-times").Verdict, Is.EqualTo(Verdict.Supported));
    }

    [Test]
    public void Singular_values_that_differ_by_less_than_a_block_tells_apart_still_change_nothing_under_rotation() =>
        Assert.That(Unexpected(SvdRuns.Run(new Dictionary<string, string> { ["singular-values"] = "[2,1.999999,1]" })), Is.Empty);

    [Test]
    public void With_all_singular_values_equal_no_single_mode_has_a_half_time()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["singular-values"] = "[2,2,2]" });
        Assert.That(Unexpected(result), Is.Empty);
        Assert.That(result.Claims.Single(claim => claim.Id == "note0-21-half-times").NotApplicable, Does.Contain("repeated"));
        Assert.That(result.Claims.Single(claim => claim.Id == "note0-21-block-half-times").Verdict, Is.EqualTo(Verdict.Supported));
    }

    [TestCase("[2,1.98,1]", "1e-3", "4")]
    [TestCase("[4,2,1,0.5]", "0.1", "8")]
    public void Modes_outside_the_reach_of_the_formula_are_named_and_not_tested(string values, string deviation, string width)
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["singular-values"] = values, ["initial-standard-deviation"] = deviation, ["hidden-width"] = width });
        Assert.That(Unexpected(result), Is.Empty);
        Assert.That(result.Notes, Has.Some.Contains("own error of the formula"));
    }

    [Test]
    public void A_narrow_network_ends_at_the_best_approximation_of_its_rank()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["hidden-width"] = "2" });
        Assert.That(Unexpected(result), Is.Empty);
        Assert.That(result.Claims.Single(claim => claim.Id == "note0-23-end").Verdict, Is.EqualTo(Verdict.Supported));
    }

    [Test]
    public void Claims_hold_with_a_method_of_constant_steps() =>
        Assert.That(Unexpected(SvdRuns.Run(Defaults, integrator: StepIntegrators.RungeKutta4(0.01))), Is.Empty);

    private static IEnumerable<string> Unexpected(ExperimentResult result) =>
        result.Claims.Where(claim => !claim.IsAsExpected).Select(claim => $"{claim.Id}: {claim.Measured} not in {claim.Bound}");
}
