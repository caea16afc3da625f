using PluginLab.Experiments;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.EdgeOfStability;

namespace PluginLab.Plugins.Tests.EdgeOfStability;

public sealed class EdgeOfStabilityTests
{
    // A bisection over four steps of descent from a deviation of 1e-7.
    private const double OnsetTolerance = 1e-5;

    [TestCase("[4, 2]", 2.0 / 6)]
    [TestCase("[3, 2.5, 1]", 2.0 / 5.5)]
    public void Two_layers_lose_the_first_pair_at_two_over_the_sum_of_its_singular_values(string singularValues, double onset) =>
        Assert.That(Runs.Metric(Run(("singular-values", singularValues)), "first-off-diagonal-onset"), Is.EqualTo(onset).Within(OnsetTolerance * onset));

    [TestCase(1, 1)]
    [TestCase(2, 6)]
    [TestCase(4, 20.784609690826527)]
    public void The_Hessian_by_duals_has_the_sharpness_of_the_balanced_minimum(int depth, double sharpness) =>
        Assert.That(
            Runs.Metric(Run(("singular-values", "[3, 2]"), ("depth", NumberText.Of(depth))), "sharpness"),
            Is.EqualTo(sharpness).Within(1e-12 * sharpness));

    [Test]
    public void Descent_settles_under_the_edge_where_nearly_equal_modes_share_it()
    {
        ExperimentResult result = Runs.Of(
            new EdgeOfStabilityExperiment(), StepIntegrators.DormandPrince5(1e-9, 1e-12), 2151358062488181, ("singular-values", "[2, 1.999]"));
        Claim settles = Runs.Claim(result, "settles-under-the-edge");
        Assert.That(settles.Verdict, Is.EqualTo(Verdict.Supported), $"{settles.Measured} not in {settles.Bound}");
    }

    [TestCase("[4, 4]", "must fall")]
    [TestCase("[4]", "from 2 to 6")]
    public void Singular_values_that_cannot_be_compared_are_refused(string singularValues, string message) => Assert.That(
        Runs.Violations(new EdgeOfStabilityExperiment(), ("singular-values", singularValues)), Has.Some.Contains(message));

    private static ExperimentResult Run(params (string Name, string Json)[] given) =>
        Runs.Of(new EdgeOfStabilityExperiment(), StepIntegrators.DormandPrince5(1e-9, 1e-12), given);
}
