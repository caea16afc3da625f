using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Evidence;

public sealed class MonomialSweepsTests
{
    private static readonly ExperimentContext Context = new()
    {
        Parameters = ParameterSet.Create([], _ => 0),
        Integrator = StepIntegrators.DormandPrince5(1e-9, 1e-12),
    };

    private static readonly Monomial Quadratic = new(1, [2, 1]);
    private static readonly double[][] Starts = [[0.1, 0.1], [0.3, -0.1], [0.02, 0.4], [0.5, -0.5], [2, 1]];

    [Test]
    public void Times_are_those_of_single_runs_bit_for_bit()
    {
        IReadOnlyList<Comparison> times = new MonomialSweeps(Context).TimesTo(Quadratic, Starts, 0.5, [10, 20, 30, 4, 1]);

        MonomialRuns runs = new(Context);
        Assert.That(times.Select(time => time.Predicted), Is.EqualTo([10, 20, 30, 4, 1]));
        Assert.That(times.Select(time => time.Measured), Is.EqualTo(Starts.Zip([10, 20, 30, 4, 1], (start, predicted) => runs.TimeTo(Quadratic, start, 0.5, predicted))));
    }

    [Test]
    public void A_level_that_is_not_reached_has_no_time() =>
        Assert.That(new MonomialSweeps(Context).TimesTo(Quadratic, [[0.5, -0.5]], 0.5, [10])[0].Measured, Is.NaN);

    [Test]
    public void Ends_are_those_of_single_runs_bit_for_bit()
    {
        IReadOnlyList<Ending> ends = new MonomialSweeps(Context).End(Quadratic, Starts);

        MonomialRuns runs = new(Context);
        Assert.That(ends.Select(end => end.Start), Is.EqualTo(Starts));
        Assert.That(ends.Select(end => end.Final), Is.EqualTo(Starts.Select(start => runs.End(Quadratic, start).Final)));
        Assert.That(ends.Select(end => end.Loss), Is.EqualTo(ends.Select(end => end.Limit.Loss)).AsCollection.Within(1e-7));
    }

    [Test]
    public void A_control_reaches_every_solve()
    {
        double time = new BalancedMonomial(1, [2, 1]).HittingTime(0.01, 0.5);
        MonomialSweeps sweeps = new(Context with { Control = Control.ScaledRightHandSide(0.5) });

        Assert.That(sweeps.TimesTo(Quadratic, [Quadratic.BalancedState(0.01)], 0.5, [time])[0].Measured, Is.EqualTo(2 * time).Within(1e-7));
    }
}
