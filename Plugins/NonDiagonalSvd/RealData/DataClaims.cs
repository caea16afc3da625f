using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Rotation;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>What the notes say about Σ = XᵀY standing for the data.</summary>
internal static class DataClaims
{
    /// <summary>Id of the claim on the flow.</summary>
    public const string FlowId = "note0-04-flow-on-data";

    /// <summary>Id of the claim on descent.</summary>
    public const string DescentId = "note0-04-descent-on-data";

    /// <summary>Id of the claim on inputs that are not whitened.</summary>
    public const string UnwhitenedId = "note0-04-unwhitened";

    /// <summary>Id of the claim on descent against the flow.</summary>
    public const string AgainstFlowId = "note0-04-descent-against-flow";

    // The second order in η, at a hundredth of the largest stable learning rate and over half-times of some ten time scales 1/s.
    private const double HalvingTolerance = 0.05;

    // As for the twins: adaptive steps turn rounding into differences of the order of the integrator's tolerance.
    private const double FlowTolerance = 1e-8;
    private const string Source = "Note 0, section 'General setup', statement 4";
    private const string Measurement = " Measured: largest entry of the difference of the products over the run, over $s_1$.";

    /// <summary>The claims of a run.</summary>
    public static IReadOnlyList<Claim> Of(DataRuns runs, double standardDeviation) =>
    [
        Whitened(FlowId, "With whitened inputs $\\Sigma = X^\\top Y$ captures the problem completely: the flow on the data is the flow on $\\Sigma$.", runs.Flow, FlowTolerance, runs.IsIdentity),
        Whitened(DescentId, "Gradient descent on the data is gradient descent on $\\Sigma$ with the same learning rate, step by step.", runs.Descent, RotationClaims.DescentToleranceFor(standardDeviation), runs.IsIdentity),
        AgainstFlow(runs.AgainstFlow),
        Unwhitened(runs.Unwhitened),
    ];

    private static Claim Whitened(string id, string statement, DataRun run, double tolerance, bool isIdentity) => new()
    {
        Id = id,
        Statement = statement + Measurement,
        Source = Source,
        Predicted = 0,
        Measured = run.Largest,
        Uncertainty = 0,
        Bound = Bound.AtMost(tolerance),
        Expected = Verdict.Supported,
        NotApplicable = isIdentity ? "the inputs are the identity, so that the outputs are $\\Sigma$ itself" : null,
        Control = Controls.TargetAloneFaster,
    };

    private static Claim AgainstFlow(DescentAgainstFlow runs) => new()
    {
        Id = AgainstFlowId,
        Statement = "Gradient descent on the data differs from the flow of $\\Sigma$ by $O(\\eta)$: half the learning rate halves the difference. Measured: largest entry of the difference of the products over the run, over that at half the learning rate.",
        Source = $"{Source}; order of Euler's method",
        Predicted = 2,
        Measured = runs.Ratio,
        Uncertainty = 0,
        Bound = Bound.Near(2, HalvingTolerance),
        Expected = Verdict.Supported,
        Control = Controls.TargetAloneFaster,
    };

    private static Claim Unwhitened(DataRun? run) => new()
    {
        Id = UnwhitenedId,
        Statement = "$\\Sigma = X^\\top Y$ captures the problem completely, also when the inputs are not whitened." + Measurement,
        Source = $"{Source}, without the whitening it assumes",
        Predicted = 0,
        Measured = run?.Largest ?? double.NaN,
        Uncertainty = 0,
        Bound = Bound.AtMost(FlowTolerance),
        Expected = Verdict.Refuted,
        CorrectedForm = "With $X^\\top X = C$ the flow is that of $\\Sigma - C M$: it ends at $C^{-1} \\Sigma$, and the modes stay apart only if $C$ commutes with $\\Sigma \\Sigma^\\top$.",
        Control = Controls.TargetInPlaceOfData,
        NotApplicable = run is null ? "the inputs are white as they are given" : null,
    };
}
