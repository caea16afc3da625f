namespace PluginLab.Bench.Peers;

/// <summary>A goal: so many seconds for each second of a peer, at the same error.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Label">Its name on the page.</param>
/// <param name="Peer">The best packaged peer.</param>
/// <param name="PeerLabel">Its name on the page.</param>
/// <param name="Goal">The largest ratio that meets the goal.</param>
/// <param name="MostError">The largest error that counts.</param>
internal sealed record Bar(string Workload, string Label, string Peer, string PeerLabel, double Goal, double MostError)
{
    /// <summary>All goals of docs/performance.md but those of matrix products.</summary>
    public static IReadOnlyList<Bar> All { get; } =
    [
        new("W1P", "W1P", "boost", "Boost.odeint", 0.125, 2e-8),
        new("W1Q", "W1Q", "boost", "Boost.odeint", 0.125, 2e-8),
        new("W2_64", "W2-64", "boost", "Boost.odeint + OpenBLAS", 0.875, 1e-7),
        new("W2_256", "W2-256", "boost", "Boost.odeint + OpenBLAS", 0.82, 1e-7),
        new("W3_32", "W3", "sundials", "CVODE + OpenBLAS", 0.2, 2e-5),
    ];

    /// <summary>Compares in one round; null if one of both was not measured.</summary>
    public Comparison? Compare(IReadOnlyList<Measurement> round)
    {
        WorkPrecision peer = new(OneThread(round).Where(row => row.Peer == Peer));
        return FindOurs(round) is { } ours && peer.SecondsAt(ours.Error) is { } theirs ? new(ours.Error, ours.Seconds, theirs) : null;
    }

    /// <summary>PluginLab with the workload's own integrator on one thread in one round; null if it was not measured.</summary>
    public Measurement? FindOurs(IReadOnlyList<Measurement> round) =>
        OneThread(round).FirstOrDefault(row => row.Peer == Measurement.Ours && row.Tolerance == Measurement.Nominal);

    /// <summary>Whether the peer was measured in one round.</summary>
    public bool HasPeer(IReadOnlyList<Measurement> round) => OneThread(round).Any(row => row.Peer == Peer);

    /// <summary>Whether the median ratio meets the goal, in words; none of both where that cannot be said.</summary>
    /// <param name="comparisons">At least one.</param>
    public string Judge(IReadOnlyList<Comparison> comparisons) =>
        !comparisons.All(comparison => comparison.Error <= MostError) ? "error too large"
        : comparisons.Any(comparison => comparison.Peer.Kind != TimeKind.Measured) ? "undecided: the peer was not measured at this error"
        : Statistics.Median(comparisons.Select(comparison => comparison.Ratio)) <= Goal ? "met"
        : "missed";

    private IEnumerable<Measurement> OneThread(IReadOnlyList<Measurement> round) => round.Where(row => row.Workload == Workload && row.Threads == 1);
}

/// <summary>Both in one round.</summary>
/// <param name="Error">Our error.</param>
/// <param name="Seconds">Our seconds.</param>
/// <param name="Peer">What the peer needs for that error.</param>
internal sealed record Comparison(double Error, double Seconds, EqualErrorTime Peer)
{
    /// <summary>Our seconds for each of the peer's.</summary>
    public double Ratio => Seconds / Peer.Seconds;
}
