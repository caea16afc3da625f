using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Tests.Integration.Methods;

public sealed class ButcherTableauTests
{
    private static readonly ButcherTableau Midpoint = new("midpoint", 2, [0, 0.5], [[], [0.5]], [0, 1]);

    [Test]
    public void Nodes_and_weights_of_different_length_are_refused() =>
        Assert.That(() => new ButcherTableau("x", 2, [0, 0.5], [[], [0.5]], [1]), Throws.ArgumentException.With.Message.EqualTo("Butcher tableau 'x': c, a and b must have one entry per stage."));

    [Test]
    public void A_row_that_is_not_strictly_lower_triangular_is_refused() =>
        Assert.That(() => new ButcherTableau("x", 2, [0, 0.5], [[], [0.5, 0]], [0, 1]), Throws.ArgumentException.With.Message.EqualTo("Butcher tableau 'x': row 1 of a must have 1 entries."));

    [Test]
    public void A_row_that_does_not_sum_to_its_node_is_refused() =>
        Assert.That(() => new ButcherTableau("x", 2, [0, 0.5], [[], [0.4]], [0, 1]), Throws.ArgumentException.With.Message.EqualTo("Butcher tableau 'x': row 1 of a must sum to c[1]."));

    [Test]
    public void Weights_that_do_not_sum_to_one_are_refused() =>
        Assert.That(() => new ButcherTableau("x", 2, [0, 0.5], [[], [0.5]], [0, 0.9]), Throws.ArgumentException.With.Message.EqualTo("Butcher tableau 'x': b must sum to 1."));

    [Test]
    public void Error_weights_that_do_not_sum_to_zero_are_refused() =>
        Assert.That(() => Midpoint.WithErrorEstimate(1, [0.5, 0.5]), Throws.ArgumentException.With.Message.EqualTo("Butcher tableau 'midpoint': e must have 2 entries that sum to 0."));

    [Test]
    public void Dense_output_weights_that_do_not_sum_to_zero_are_refused() =>
        Assert.That(() => Midpoint.WithCorrectedHermiteOutput(4, [], [[1, 0, 0]]), Throws.ArgumentException.With.Message.EndsWith("each row of d must have 3 entries that sum to 0."));

    [Test]
    public void An_extra_stage_that_does_not_fit_is_refused()
    {
        Assert.That(() => Midpoint.WithCorrectedHermiteOutput(4, [new ExtraStage(0.5, [0.5])], []), Throws.ArgumentException.With.Message.EndsWith("extra stage 0 must have 3 weights."));
        Assert.That(
            () => Midpoint.WithCorrectedHermiteOutput(4, [new ExtraStage(0.5, [0.5, 0, 0.1])], []),
            Throws.ArgumentException.With.Message.EndsWith("the weights of extra stage 0 must sum to its node."));
    }

    [Test]
    public void Coarse_error_weights_that_do_not_sum_to_zero_are_refused() => Assert.That(
        () => Midpoint.WithErrorEstimates(1, [0.5, -0.5], [1, 1]), Throws.ArgumentException.With.Message.EndsWith("ē must have 2 entries that sum to 0."));

    [Test]
    public void Only_Dormand_Prince_ends_with_the_first_stage_of_the_next_step()
    {
        Assert.That(Tableaus.DormandPrince8.IsFirstSameAsLast);
        Assert.That(Tableaus.DormandPrince5.IsFirstSameAsLast);
        Assert.That(Tableaus.RungeKutta4.IsFirstSameAsLast, Is.False);
        Assert.That(Tableaus.Euler.IsFirstSameAsLast, Is.False);
    }

    [Test]
    public void A_method_of_the_readers_own_has_its_order()
    {
        double ErrorAtOne(double step) => Math.Abs(
            new PluginLab.Numerics.Integration.StepIntegrator(
                new ExplicitRungeKutta(Midpoint), new PluginLab.Numerics.Integration.StepSizes.ConstantStepSize(step), 1000)
                .SolveToEnd(TestProblems.Decay(1))[0] - Math.Exp(-1));

        Assert.That(Math.Log2(ErrorAtOne(1 / 32.0) / ErrorAtOne(1 / 64.0)), Is.EqualTo(2).Within(0.2));
    }
}
