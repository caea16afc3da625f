using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.DeepLinearNetwork;

namespace PluginLab.Plugins.Tests.DeepLinearNetwork;

public sealed class DeepLinearNetworkTests
{
    /// <summary>Of its narrow start mode 2 has strength −6·10⁻⁴ when mode 1 is learned: it waits twice as long as others are followed.</summary>
    private const ulong SeedOfWaitingStart = 4933841281313698;

    [Test]
    public void Two_layers_learn_half_of_each_mode_at_the_logistic_time()
    {
        ExperimentResult result = Run(("depth", "2"), ("singular-values", "[3, 1]"), ("initial-strength", "0.001"));
        double Time(double singularValue) => Math.Log((singularValue / 0.001) - 1) / (2 * singularValue);
        Assert.That(Runs.Metric(result, "half-time-1"), Is.EqualTo(Time(3)).Within(1e-7));
        Assert.That(Runs.Metric(result, "half-time-2"), Is.EqualTo(Time(1)).Within(1e-7));
    }

    [Test]
    public void One_layer_learns_half_of_each_mode_in_the_time_of_an_exponential() => Assert.That(
        Runs.Metric(Run(("depth", "1"), ("singular-values", "[2]"), ("initial-strength", "0.1")), "half-time-1"), Is.EqualTo(Math.Log(1.9)).Within(1e-7));

    [Test]
    public void Claims_that_do_not_apply_to_a_single_mode_keep_bounds_that_the_host_accepts()
    {
        ExperimentResult result = Run(("singular-values", "[2]"));
        Assert.That(Runs.Claim(result, "plateaus").NotApplicable, Is.Not.Null);
        Assert.That(result.Claims.Where(claim => !(claim.Bound.Lower <= claim.Bound.Upper)).Select(claim => claim.Id), Is.Empty);
    }

    [TestCase(2, 1)]
    [TestCase(3, 1)]
    [TestCase(3, 2)]
    [TestCase(4, 2)]
    public void A_narrow_network_learns_as_many_modes_as_it_has_hidden_neurons_the_largest_and_no_other(int depth, int hiddenWidth)
    {
        double[] singularValues = [3, 2, 1];
        ExperimentResult result = Run(("depth", NumberText.Of(depth)), ("hidden-width", NumberText.Of(hiddenWidth)), ("singular-values", "[3, 2, 1]"));
        IEnumerable<double> ends = result.Figures.Single(figure => figure.Id == "bottleneck").Panels[0].Marks.OfType<Line>().Select(line => line.Y[^1]);
        Assert.That(ends, Is.EqualTo(singularValues.Select((value, i) => i < hiddenWidth ? value : 0)).Within(1e-6));
    }

    [Test]
    public void From_a_start_that_waits_at_a_saddle_a_narrow_network_is_followed_to_its_end()
    {
        Claim bottleneck = Runs.Claim(Run(SeedOfWaitingStart), "bottleneck");
        Assert.That(bottleneck.Verdict, Is.EqualTo(Verdict.Supported), $"distance {bottleneck.Measured}");
    }

    [Test]
    public void An_end_before_the_last_mode_is_learned_is_refused_with_the_time_it_takes() => Assert.That(
        Runs.Violations(new DeepLinearNetworkExperiment(), ("end-time", "1")), Has.Some.Contains("1.2 times the time at which the last mode is half learned"));

    private static ExperimentResult Run(params (string Name, string Json)[] given) => Run(0, given);

    private static ExperimentResult Run(ulong seed, params (string Name, string Json)[] given) =>
        Runs.Of(new DeepLinearNetworkExperiment(), StepIntegrators.DormandPrince5(1e-9, 1e-12), seed, given);
}
