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

    // As for the twins: adaptive steps turn rounding into differences of the order of the integrator's tolerance.
    private const double FlowTolerance = 1e-8;
    private const string Source = "Note 0, section 'General setup', statement 4";
    private const string Measurement = " Measured: largest entry of the difference of the products over the run, over $s_1$.";

    /// <summary>The claims of a run.</summary>
    public static IReadOnlyList<Claim> Of(DataRuns runs, double standardDeviation) =>
    [
        Whitened(FlowId, "With whitened inputs $\\Sigma = X^\\top Y$ captures the problem completely: the flow on the data is the flow on $\\Sigma$.", runs.Flow, FlowTolerance),
        Whitened(DescentId, "Gradient descent on the data is gradient descent on $\\Sigma$ with the same learning rate, step by step.", runs.Descent, RotationClaims.DescentToleranceFor(standardDeviation)),
        Unwhitened(runs.Unwhitened),
    ];

    private static Claim Whitened(string id, string statement, DataRun run, double tolerance) => new()
    {
        Id = id,
        Statement = statement + Measurement,
        Source = Source,
        Predicted = 0,
        Measured = run.Largest,
        Uncertainty = 0,
        Bound = Bound.AtMost(tolerance),
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
