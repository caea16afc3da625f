using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics;

public sealed class SaveAtTests
{
    [TestCase(new double[0])]
    [TestCase(new[] { 0.0, double.NaN })]
    [TestCase(new[] { 0.0, double.PositiveInfinity })]
    [TestCase(new[] { 0.0, 0.0 })]
    [TestCase(new[] { 0.0, 2.0, 1.0 })]
    public void Times_that_are_empty_not_finite_or_not_monotone_are_refused(double[] times) => Assert.That(
        () => SaveAt.Times(times), Throws.ArgumentException.With.Message.StartsWith("Times to save at must be finite, strictly monotone and not empty."));

    [TestCase(new[] { 0.0, 1.0, 2.0 })]
    [TestCase(new[] { 2.0, 1.0, 0.0 })]
    [TestCase(new[] { 7.0 })]
    public void Monotone_times_are_kept(double[] times) => Assert.That(SaveAt.Times(times).RequestedTimes, Is.EqualTo(times));

    [Test]
    public void Equally_spaced_times_include_both_ends_exactly()
    {
        IReadOnlyList<double> times = SaveAt.EquallySpaced(0, 0.3, 4).RequestedTimes;

        Assert.That(times, Has.Count.EqualTo(4));
        Assert.That((times[0], times[^1]), Is.EqualTo((0.0, 0.3)));
    }

    [Test]
    public void One_equally_spaced_time_is_refused() => Assert.That(() => SaveAt.EquallySpaced(0, 1, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
}
