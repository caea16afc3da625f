using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Evidence;

public sealed class MonomialRunsTests
{
    private static readonly ExperimentContext Context = new()
    {
        Parameters = ParameterSet.Create([], _ => 0),
        Integrator = StepIntegrators.DormandPrince5(1e-9, 1e-12),
    };

    private static readonly Monomial Quadratic = new(1, [2, 1]);

    [TestCase(1e-3, 1e-3, TestName = "A start near the saddle ends at its limit")]
    [TestCase(5, 4, TestName = "A start far above the target ends at its limit")]
    [TestCase(0.8, -0.56, TestName = "A start just inside the basin ends at its limit")]
    [TestCase(0.8, -0.57, TestName = "A start just outside the basin ends at its limit")]
    public void Ends_are_waited_for(double first, double second)
    {
        Ending ending = new MonomialRuns(Context).End(Quadratic, [first, second]);

        Assert.That(ending.Final, Is.EqualTo(ending.Limit.State).AsCollection.Within(1e-7));
        Assert.That(ending.Loss, Is.EqualTo(ending.Limit.Loss).Within(1e-7));
    }

    [Test]
    public void A_control_reaches_every_solve()
    {
        double time = new BalancedMonomial(1, [2, 1]).HittingTime(0.01, 0.5);
        MonomialRuns runs = new(Context with { Control = Control.ScaledRightHandSide(0.5) });

        Assert.That(runs.TimeTo(Quadratic, Quadratic.BalancedState(0.01), 0.5, time), Is.EqualTo(2 * time).Within(1e-7));
        Assert.That(runs.EvaluateDerivative(Quadratic, [0.5, 0.5])[1], Is.EqualTo(0.5 * 0.875 * 0.25));
    }

    [Test]
    public void A_level_that_is_not_reached_has_no_time() =>
        Assert.That(new MonomialRuns(Context).TimeTo(Quadratic, [0.5, -0.5], 0.5, 10), Is.NaN);

    [Test]
    public void The_largest_change_is_that_of_the_steps_taken()
    {
        double change = new MonomialRuns(Context).LargestChange(Quadratic, [0.1, 0.1], 20, (_, state) => state[0]);

        Assert.That(change, Is.EqualTo(new MonomialLimit(1, [2, 1], [0.1, 0.1]).State[0] - 0.1).Within(1e-8));
    }
}
