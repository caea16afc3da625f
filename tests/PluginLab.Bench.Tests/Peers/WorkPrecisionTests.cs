using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

internal sealed class WorkPrecisionTests
{
    private const double Rounding = 1e-12;

    // 1 s at 1e-4, 4 s at 1e-8: halfway between both errors on a logarithmic axis, that is at 1e-6, a power law takes 2 s.
    private static readonly Measurement[] Curve = [Lines.Of("W", "peer", 1e-4, 1), Lines.Of("W", "peer", 1e-8, 4)];

    [TestCase(1e-6, 2)]
    [TestCase(1e-7, 2.8284271247461903)]
    public void Between_two_lines_lies_a_power_law(double error, double seconds)
    {
        EqualErrorTime time = new WorkPrecision(Curve).SecondsAt(error)!;

        Assert.That(time.Seconds, Is.EqualTo(seconds).Within(Rounding));
        Assert.That(time.Kind, Is.EqualTo(TimeKind.Measured));
    }

    [TestCase(1e-4, 1)]
    [TestCase(1e-8, 4)]
    public void At_the_error_of_a_line_stand_its_seconds(double error, double seconds) =>
        Assert.That(new WorkPrecision(Curve).SecondsAt(error), Is.EqualTo(new EqualErrorTime(seconds, TimeKind.Measured)));

    [Test]
    public void Beyond_the_least_accurate_line_its_seconds_are_said_to_be_an_upper_bound() =>
        Assert.That(new WorkPrecision(Curve).SecondsAt(1e-3), Is.EqualTo(new EqualErrorTime(1, TimeKind.AtMost)));

    [Test]
    public void Beyond_the_most_accurate_line_its_seconds_are_said_to_be_a_lower_bound() =>
        Assert.That(new WorkPrecision(Curve).SecondsAt(1e-9), Is.EqualTo(new EqualErrorTime(4, TimeKind.AtLeast)));

    [Test]
    public void An_error_that_is_not_a_number_is_reached_by_no_line() =>
        Assert.That(new WorkPrecision(Curve).SecondsAt(double.NaN), Is.EqualTo(new EqualErrorTime(4, TimeKind.AtLeast)));

    [Test]
    public void A_line_that_is_both_faster_and_more_accurate_counts_as_it_is() =>
        Assert.That(new WorkPrecision([.. Curve, Lines.Of("W", "peer", 1e-7, 0.5)]).SecondsAt(1e-6)!.Seconds, Is.EqualTo(0.5));

    [Test]
    public void The_fastest_method_counts()
    {
        Measurement[] other = [Lines.Of("W", "peer", 1e-5, 1.5, "other"), Lines.Of("W", "peer", 1e-7, 1.5, "other")];

        Assert.That(new WorkPrecision([.. Curve, .. other]).SecondsAt(1e-6)!.Seconds, Is.EqualTo(1.5).Within(Rounding));
    }

    [Test]
    public void A_method_that_never_gets_so_accurate_does_not_count()
    {
        Measurement[] rough = [Lines.Of("W", "peer", 1e-3, 0.1, "rough"), Lines.Of("W", "peer", 1e-5, 0.2, "rough")];

        Assert.That(new WorkPrecision([.. Curve, .. rough]).SecondsAt(1e-6), Is.EqualTo(new EqualErrorTime(2, TimeKind.Measured)).Using<EqualErrorTime>(IsNear));
    }

    [Test]
    public void A_method_that_is_always_more_accurate_makes_its_seconds_an_upper_bound_if_it_is_the_fastest()
    {
        Measurement[] accurate = [Lines.Of("W", "peer", 1e-9, 0.25, "accurate")];

        Assert.That(new WorkPrecision([.. Curve, .. accurate]).SecondsAt(1e-6), Is.EqualTo(new EqualErrorTime(0.25, TimeKind.AtMost)));
    }

    [Test]
    public void Two_lines_of_one_error_count_with_the_faster() =>
        Assert.That(new WorkPrecision([.. Curve, Lines.Of("W", "peer", 1e-4, 0.75)]).SecondsAt(1e-4), Is.EqualTo(new EqualErrorTime(0.75, TimeKind.Measured)));

    [TestCase(double.NaN, 1)]
    [TestCase(double.PositiveInfinity, 1)]
    [TestCase(0, 1)]
    [TestCase(1e-6, double.NaN)]
    [TestCase(1e-6, 0)]
    public void A_line_of_a_solve_that_failed_says_nothing(double error, double seconds)
    {
        Assert.That(new WorkPrecision([Lines.Of("W", "peer", error, seconds)]).SecondsAt(1e-6), Is.Null);
        Assert.That(new WorkPrecision([.. Curve, Lines.Of("W", "peer", error, seconds)]).SecondsAt(1e-6)!.Seconds, Is.EqualTo(2).Within(Rounding));
    }

    private static bool IsNear(EqualErrorTime left, EqualErrorTime right) => left.Kind == right.Kind && Math.Abs(left.Seconds - right.Seconds) < Rounding;
}
