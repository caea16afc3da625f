using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

internal sealed class RatioTableTests
{
    private static readonly Measurement[] Boost = [Lines.Of("W1P", "boost", 1e-7, 1), Lines.Of("W1P", "boost", 1e-9, 4)];

    [Test]
    public void A_row_has_medians_and_the_range_of_the_ratios()
    {
        string table = Write([.. Boost, Lines.Ours("W1P", 1e-8, 0.2)], [.. Boost, Lines.Ours("W1P", 1e-8, 0.28)]);

        Assert.That(Lines.Row(table, "W1P"), Is.EqualTo("| W1P | 1.0e-8 | 0.24 s | Boost.odeint | 2.00 s | 0.120 (0.100–0.140) | ≤ 0.125 | met |"));
    }

    [Test]
    public void A_round_without_the_peer_leaves_the_others_as_they_are() =>
        Assert.That(Lines.Row(Write([.. Boost, Lines.Ours("W1P", 1e-8, 0.5)], [Lines.Ours("W1P", 1e-8, 0.001)]), "W1P"), Does.Contain("| 0.250 (0.250–0.250) | ≤ 0.125 | missed |"));

    [Test]
    public void A_missing_peer_is_said_to_be_missing() =>
        Assert.That(Lines.Row(Write([Lines.Ours("W1P", 1e-8, 0.5)]), "W1P"), Is.EqualTo("| W1P | 1.0e-8 | 0.50 s | Boost.odeint | not measured | | ≤ 0.125 | |"));

    [Test]
    public void A_missing_measurement_of_our_own_is_said_to_be_missing() =>
        Assert.That(Lines.Row(Write(Boost), "W1P"), Is.EqualTo("| W1P | | not measured | Boost.odeint |  | | ≤ 0.125 | |"));

    [Test]
    public void A_workload_that_nobody_solved_has_a_row_that_says_so() =>
        Assert.That(Lines.Row(Write([]), "W1P"), Is.EqualTo("| W1P | | not measured | Boost.odeint | not measured | | ≤ 0.125 | |"));

    [TestCase(1e-6, "at most 1.00 s")]
    [TestCase(1e-10, "at least 4.00 s")]
    public void Seconds_beyond_what_the_peer_was_measured_at_are_marked(double error, string seconds)
    {
        string row = Lines.Row(Write([.. Boost, Lines.Ours("W1P", error, 0.01)]), "W1P");

        Assert.That(row, Does.Contain($"| {seconds} |").And.Not.Contain("| met |"));
    }

    [Test]
    public void Without_AVX_512_ratios_are_reported_only()
    {
        Measurement[] round = [.. Boost, Lines.Ours("W1P", 1e-8, 0.2), Lines.Product(Measurement.Ours, "n=64-NN", 80), Lines.Product("openblas", "n=64-NN", 40)];

        string table = RatioTable.Write([round], Lines.Machine with { HasAvx512 = false });

        Assert.That(Lines.Row(table, "W1P"), Does.EndWith("| 0.100 (0.100–0.100) | ≤ 0.125 | reported only |"));
        Assert.That(Lines.Row(table, "n=64-NN"), Is.EqualTo("| n=64-NN | 80.0 | 40.0 | 2.000 (2.000–2.000) | ≥ 1.00 | reported only |"));
        Assert.That(table, Does.Not.Contain("met").And.Not.Contain("missed"));
    }

    [TestCase("n=64-NN", 40, "| ≥ 1.00 | met |")]
    [TestCase("n=64-TN", 39, "| ≥ 1.00 | missed |")]
    [TestCase("n=256-NT", 34, "| ≥ 0.85 | met |")]
    [TestCase("n=256-NT", 33, "| ≥ 0.85 | missed |")]
    [TestCase("n=32-NN", 10, "|  |  |")]
    [TestCase("n=512-NT", 10, "|  |  |")]
    public void The_goal_of_a_product_depends_on_form_and_size(string product, double speed, string end) =>
        Assert.That(Lines.Row(Write([Lines.Product(Measurement.Ours, product, speed), Lines.Product("openblas", product, 40)]), product), Does.EndWith(end));

    [Test]
    public void A_product_counts_in_the_rounds_that_measured_both()
    {
        Measurement[] both = [Lines.Product(Measurement.Ours, "n=64-NN", 60), Lines.Product("openblas", "n=64-NN", 40)];

        string row = Lines.Row(Write(both, [Lines.Product(Measurement.Ours, "n=64-NN", 1)], [Lines.Product("openblas", "n=64-NN", 1)]), "n=64-NN");

        Assert.That(row, Is.EqualTo("| n=64-NN | 60.0 | 40.0 | 1.500 (1.500–1.500) | ≥ 1.00 | met |"));
    }

    [Test]
    public void A_product_that_OpenBLAS_did_not_compute_is_said_not_to_be_measured() =>
        Assert.That(Lines.Row(Write([Lines.Product(Measurement.Ours, "n=64-NN", 60)]), "n=64-NN"), Is.EqualTo("| n=64-NN | 60.0 | not measured | | | |"));

    [Test]
    public void Two_threads_are_compared_with_one_by_the_clock()
    {
        Measurement one = Lines.Ours("W2_64", 1e-8, seconds: 7) with { ClockSeconds = 0.5 };
        Measurement two = one with { Threads = 2, ClockSeconds = 0.3 };
        Measurement product = Lines.Product(Measurement.Ours, "n=512-NN", 60) with { ClockSeconds = 0.008 };

        string table = Write([one, two, product, product with { Threads = 2, ClockSeconds = 0.006 }], [one, two with { ClockSeconds = 0.4 }]);

        Assert.That(table, Does.Contain("| W2-64 | 0.50 s | 0.35 s | 0.700 (0.600–0.800) |\n"));
        Assert.That(table, Does.Contain("| product n=512-NN | 8.0 ms | 6.0 ms | 0.750 (0.750–0.750) |\n"));
    }

    [Test]
    public void A_run_on_two_threads_alone_has_no_row() =>
        Assert.That(Write([Lines.Ours("W2_64", 1e-8, 1) with { Threads = 2 }]), Does.Not.Contain("two threads"));

    private static string Write(params Measurement[][] rounds) => RatioTable.Write(rounds, Lines.Machine);
}
