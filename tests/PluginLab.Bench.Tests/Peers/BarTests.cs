using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

internal sealed class BarTests
{
    private const double Rounding = 1e-12;

    private static readonly Bar Half = new("W", "W", "peer", "Peer", Goal: 0.5, MostError: 1e-5);

    private static readonly Measurement[] Peer = [Lines.Of("W", "peer", 1e-4, 1), Lines.Of("W", "peer", 1e-8, 4)];

    [Test]
    public void The_ratio_is_ours_over_the_peers_at_our_error()
    {
        Comparison comparison = Half.Compare([.. Peer, Lines.Ours("W", 1e-6, 0.5)])!;

        Assert.That((comparison.Error, comparison.Seconds), Is.EqualTo((1e-6, 0.5)));
        Assert.That(comparison.Ratio, Is.EqualTo(0.25).Within(Rounding));
    }

    [Test]
    public void Only_the_workloads_own_integrator_on_one_thread_counts()
    {
        Measurement[] others =
        [
            Lines.Of("W", Measurement.Ours, 1e-6, 9, tolerance: "1e-6"), Lines.Ours("W", 1e-6, 9) with { Threads = 2 }, Lines.Ours("V", 1e-6, 9), Lines.Of("W", "slow", 1e-6, 9),
            Lines.Of("W", "peer", 1e-6, 0.01) with { Threads = 2 },
        ];

        Assert.That(Half.Compare([.. others, .. Peer, Lines.Ours("W", 1e-6, 0.5)])!.Ratio, Is.EqualTo(0.25).Within(Rounding));
    }

    [Test]
    public void Without_the_peer_nothing_is_compared() => Assert.That(Half.Compare([Lines.Ours("W", 1e-6, 0.5)]), Is.Null);

    [Test]
    public void Without_PluginLab_nothing_is_compared() => Assert.That(Half.Compare(Peer), Is.Null);

    [Test]
    public void A_peer_that_failed_at_every_tolerance_is_not_compared() =>
        Assert.That(Half.Compare([Lines.Of("W", "peer", double.NaN, 1), Lines.Ours("W", 1e-6, 0.5)]), Is.Null);

    [TestCase(1e-6, 1.0, "met")]
    [TestCase(1e-6, 1.01, "missed")]
    [TestCase(2e-5, 0.1, "error too large")]
    [TestCase(double.NaN, 0.1, "error too large")]
    [TestCase(1e-9, 0.1, "undecided: the peer was not measured at this error")]
    public void A_goal_is_judged_at_an_error_that_both_reached(double error, double seconds, string verdict) =>
        Assert.That(Half.Judge([Half.Compare([.. Peer, Lines.Ours("W", error, seconds)])!]), Is.EqualTo(verdict));

    [Test]
    public void The_median_over_the_rounds_decides()
    {
        Comparison[] rounds = [.. new[] { 0.2, 0.9, 3.0 }.Select(seconds => Half.Compare([.. Peer, Lines.Ours("W", 1e-6, seconds)])!)];

        Assert.That(Half.Judge(rounds), Is.EqualTo("met"));
    }

    [Test]
    public void One_round_of_too_large_an_error_is_enough() => Assert.That(
        Half.Judge([.. new[] { 1e-6, 2e-5 }.Select(error => Half.Compare([.. Peer, Lines.Ours("W", error, 0.5)])!)]), Is.EqualTo("error too large"));
}
