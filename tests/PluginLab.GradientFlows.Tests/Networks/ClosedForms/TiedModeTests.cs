using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

public sealed class TiedModeTests
{
    [Test]
    public void A_negative_target_is_never_learned() =>
        Assert.That(TiedMode.Strength(-2, 0.5, 400), Is.Zero);

    [Test]
    public void A_positive_target_is_reached_and_kept_for_any_time() =>
        Assert.That(TiedMode.Strength(3, 1e-300, 1e6), Is.EqualTo(3).Within(1e-15));

    [Test]
    public void A_tiny_target_joins_the_zero_mode() =>
        Assert.That(TiedMode.Strength(1e-14, 0.5, 2), Is.EqualTo(TiedMode.Strength(0, 0.5, 2)).Within(1e-13));

    [Test]
    public void The_strength_at_the_half_time_is_half_of_the_target() =>
        Assert.That(TiedMode.Strength(0.7, 1e-5, TiedMode.HalfTime(0.7, 1e-5)), Is.EqualTo(0.35).Within(1e-14));

    [Test]
    public void A_time_outside_the_range_of_the_strength_is_not_a_number() =>
        Assert.That(TiedMode.TimeBetween(1, 0.5, 1.5), Is.NaN);

    [Test]
    public void The_logistic_curve_is_the_strength_by_its_half_time() =>
        Assert.That(TiedMode.Logistic(0.7, TiedMode.HalfTime(0.7, 1e-5), 6.3), Is.EqualTo(TiedMode.Strength(0.7, 1e-5, 6.3)).Within(1e-14));

    [Test]
    public void A_negative_target_has_the_logistic_curve_of_its_magnitude() =>
        Assert.That(TiedMode.Logistic(-2, 3, 3.4), Is.EqualTo(-TiedMode.Logistic(2, 3, 3.4)));
}
