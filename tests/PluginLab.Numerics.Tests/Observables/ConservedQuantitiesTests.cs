using PluginLab.Dynamics;
using PluginLab.Numerics.Observables;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class ConservedQuantitiesTests
{
    private static readonly Trajectory Path = new([0, 1, 2, 3], [[1, 0], [1.5, 0], [0.25, 1e-3], [1, -2e-3]]);

    private static readonly Observable[] Observables =
    [
        new("loss", "", (_, state) => 100 * state[0]),
        new("conserved-first", "", (_, state) => state[0]),
        new("conserved-second", "", (_, state) => 10 * state[1]),
    ];

    [Test]
    public void The_drift_is_the_largest_change_from_the_start_in_either_direction()
    {
        ConservedDrift drift = ConservedQuantities.Drift(Path, (_, state) => state[0]);

        Assert.That(drift, Is.EqualTo(new ConservedDrift(1, 0.75, 2)));
    }

    [TestCase(0.1, "conserved-second", 0.02 / 0.1)]
    [TestCase(0.01, "conserved-second", 2.0)]
    [TestCase(2.0, "conserved-first", 0.75 / 2)]
    public void The_largest_drift_is_measured_against_the_initial_value_or_the_scale_and_leaves_out_what_is_not_conserved(double scale, string name, double relative)
    {
        Observable[] observables = name == "conserved-second" ? [Observables[0], Observables[2]] : Observables;

        ConservedDrift? drift = ConservedQuantities.LargestDrift(Path, observables, scale);

        Assert.That(drift?.Name, Is.EqualTo(name));
        Assert.That(drift?.RelativeTo(scale), Is.EqualTo(relative).Within(1e-15));
    }

    [Test]
    public void A_quantity_that_is_NaN_once_drifts_by_NaN()
    {
        Observable broken = new("conserved-broken", "", (time, _) => time == 2 ? double.NaN : 1);

        ConservedDrift? drift = ConservedQuantities.LargestDrift(Path, [.. Observables, broken], 1);

        Assert.That((drift?.Name, drift?.Largest, drift?.Time), Is.EqualTo(("conserved-broken", double.NaN, 2.0)));
    }

    [Test]
    public void Where_nothing_is_conserved_there_is_no_drift() => Assert.That(ConservedQuantities.LargestDrift(Path, [Observables[0]], 1), Is.Null);

    [Test]
    public void An_empty_trajectory_and_a_scale_of_zero_are_refused()
    {
        Assert.That(() => ConservedQuantities.Drift(new Trajectory([], []), (_, _) => 0), Throws.ArgumentException.With.Message.Contains("empty trajectory"));
        Assert.That(() => new ConservedDrift(0, 1, 0).RelativeTo(0), Throws.InstanceOf<ArgumentException>().With.Message.Contains("must be positive"));
    }
}
