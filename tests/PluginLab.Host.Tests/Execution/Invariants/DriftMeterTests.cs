using PluginLab.Dynamics;
using PluginLab.Host.Execution.Invariants;

namespace PluginLab.Host.Tests.Execution.Invariants;

internal sealed class DriftMeterTests
{
    private static readonly Invariant Both = Invariant.ConservedVector(
        "both", "", 2, (_, x, _, values) => (values[0], values[1]) = (x[0], x[1]), (_, x, _) => 10 * x[0]);

    private static readonly Invariant Loss = Invariant.NonIncreasing("loss", "", (_, x, _) => x[0]);

    [Test]
    public void The_drift_is_the_largest_change_of_any_value_from_the_start_with_its_time_and_the_largest_scale()
    {
        Drift drift = Measure(Both, (0, [1, 1]), (1, [1.5, 1]), (2, [1, 0.25]), (3, [1, 1]));

        Assert.That(drift, Is.EqualTo(new Drift(0.75, 15, 2)));
    }

    [Test]
    public void A_loss_that_falls_does_not_drift() => Assert.That(Measure(Loss, (0, [3]), (1, [2]), (2, [2]), (3, [0])), Is.EqualTo(new Drift(0, 3, 0)));

    [Test]
    public void A_loss_drifts_by_its_largest_rise_above_its_lowest_value_so_far() =>
        Assert.That(Measure(Loss, (0, [3]), (1, [1]), (2, [2.5]), (3, [0.5]), (4, [1])), Is.EqualTo(new Drift(1.5, 3, 2)));

    [TestCase(0)]
    [TestCase(1)]
    public void A_value_that_is_not_a_number_once_makes_the_drift_so(int position)
    {
        double[] values = [1, 1, 1];
        values[position] = double.NaN;

        Drift drift = Measure(Both, [.. values.Select((value, i) => ((double)i, new[] { 1.0, value }))]);

        Assert.That((drift.Largest, drift.Time), Is.EqualTo((double.NaN, (double)position)));
    }

    [Test]
    public void Each_trajectory_is_measured_afresh()
    {
        DriftMeter meter = new(Loss);
        meter.Begin(0, [1], []);
        meter.Follow(1, [9], []);

        meter.Begin(5, [2], []);

        Assert.That(meter.Drift, Is.EqualTo(new Drift(0, 2, 5)));
    }

    [Test]
    public void The_limit_is_a_thousand_tolerances_of_the_invariant_itself() =>
        Assert.That(new Drift(0, 4, 0).Allowed(SolveAccuracy.Within(1e-9, 1e-12)), Is.EqualTo(1000 * (1e-12 + (1e-9 * 4))));

    [Test]
    public void The_limit_of_a_constant_step_is_a_part_of_the_scale() =>
        Assert.That(new Drift(0, 4, 0).Allowed(SolveAccuracy.OfConstantStep), Is.EqualTo(4e-4));

    [Test]
    public void Training_and_integrators_that_state_nothing_have_no_limit() =>
        Assert.That(new[] { SolveAccuracy.OfTraining, SolveAccuracy.Unknown }.Select(accuracy => new Drift(1, 1, 0).Allowed(accuracy)), Is.All.Null);

    [Test]
    public void Severity_counts_limits_and_without_one_scales()
    {
        Assert.That(new Drift(3e-4, 1, 0).Severity(SolveAccuracy.OfConstantStep), Is.EqualTo(3).Within(1e-12));
        Assert.That(new Drift(3, 2, 0).Severity(SolveAccuracy.OfTraining), Is.EqualTo(1.5));
        Assert.That(new Drift(0, 0, 0).Severity(SolveAccuracy.OfTraining), Is.Zero);
        Assert.That(new Drift(double.NaN, 1, 0).Severity(SolveAccuracy.OfTraining), Is.EqualTo(double.PositiveInfinity));
    }

    private static Drift Measure(Invariant invariant, params (double Time, double[] State)[] points)
    {
        DriftMeter meter = new(invariant);
        meter.Begin(points[0].Time, points[0].State, []);
        foreach ((double time, double[] state) in points.Skip(1))
        {
            meter.Follow(time, state, []);
        }

        return meter.Drift;
    }
}
