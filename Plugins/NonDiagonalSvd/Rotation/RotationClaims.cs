using PluginLab.Experiments;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>What the notes say about rotating a problem into the basis of its singular modes.</summary>
internal static class RotationClaims
{
    /// <summary>Id of the claim on gradient descent.</summary>
    public const string DescentId = "note0-22-descent-twin";

    /// <summary>Id of the claim on the flow.</summary>
    public const string FlowId = "note0-22-flow-twin";

    /// <summary>Id of the claim on momentum.</summary>
    public const string MomentumId = "note0-22-momentum-twin";

    /// <summary>Id of the claim on sign descent.</summary>
    public const string SignId = "note0-22-sign-descent";

    private const double FlowTolerance = 1e-8;
    private const double DescentTolerance = 1e-12;
    private const double StartOfTolerance = 1e-3;
    private const double IdentityTolerance = 1e-13;
    private const string Section = "Note 0, section 'Non-diagonal case', statement ";
    private const string OneMode = "a target with one entry has no basis to change";

    /// <summary>The claims of a run.</summary>
    /// <param name="twins">The twins by method.</param>
    /// <param name="identityDeviation">What <see cref="ChangeOfBasis"/> measured.</param>
    /// <param name="standardDeviation">σ of the start: rounding errors grow with the weights, by about 1/σ.</param>
    /// <param name="isSingleEntry">Whether the target is 1 × 1.</param>
    public static IEnumerable<Claim> Of(RotationTwins twins, double identityDeviation, double standardDeviation, bool isSingleEntry)
    {
        double descentTolerance = DescentToleranceFor(standardDeviation);
        string? notApplicable = isSingleEntry ? OneMode : null;
        yield return Exact(
            FlowId, "22",
            "The flow on $\\Sigma = U S V^\\top$ is the flow on the diagonal $S$ seen in another basis: $M(t) = U \\overline{M}(t) V^\\top$. Measured: largest entry of the difference over the run, over $s_1$ because the tolerances of an integrator are relative.",
            twins.Flow.Largest, FlowTolerance, notApplicable);
        yield return Exact(
            DescentId, "22",
            "Gradient descent on $\\Sigma$ is gradient descent on $S$ seen in another basis, step by step. Measured: largest entry of $M - U \\overline{M} V^\\top$ over the run, over $s_1$ because rounding grows with the entries of $M$.",
            twins.Descent.Largest, descentTolerance, notApplicable);
        yield return Exact(
            MomentumId, "22",
            "So is gradient descent with momentum, a heavy ball of $\\beta = 0.9$. Measured: largest entry of $M - U \\overline{M} V^\\top$ over the run, over $s_1$.",
            twins.Momentum.Largest, descentTolerance, notApplicable);
        yield return Exact(
            "note0-24-change-of-basis", "24",
            "With $W_e = U \\overline{W}_e$ and $W_d = \\overline{W}_d V^\\top$ the derivatives obey $W_e' = U \\overline{W}_e'$ and $W_d' = \\overline{W}_d' V^\\top$ at every state. "
                + "Measured: largest relative difference over 8 random states.",
            identityDeviation, IdentityTolerance, notApplicable);
        yield return SignDescent(twins.Sign.Largest, descentTolerance, notApplicable);
    }

    /// <summary>What rounding may add up to in a run of gradient descent: 1e-12 from starts of 1e-3 on, and more as the start is smaller and has farther to grow.</summary>
    public static double DescentToleranceFor(double standardDeviation) => DescentTolerance * Math.Max(1, StartOfTolerance / standardDeviation);

    private static Claim Exact(string id, string statement, string text, double measured, double tolerance, string? notApplicable) => new()
    {
        Id = id,
        Statement = text,
        Source = Section + statement,
        Predicted = 0,
        Measured = measured,
        Uncertainty = 0,
        Bound = Bound.AtMost(tolerance),
        Expected = Verdict.Supported,
        NotApplicable = notApplicable,
        Control = Controls.OneWeightFaster,
    };

    private static Claim SignDescent(double measured, double tolerance, string? notApplicable) => new()
    {
        Id = SignId,
        Statement = "Linear networks are completely rotationally invariant: sign descent, too, does on $\\Sigma$ what it does on $S$. Measured: largest entry of $M - U \\overline{M} V^\\top$ over the run, over $s_1$.",
        Source = Section + "22, read for any optimizer",
        Predicted = 0,
        Measured = measured,
        Uncertainty = 0,
        Bound = Bound.AtMost(tolerance),
        Expected = Verdict.Refuted,
        CorrectedForm = "The loss is invariant under rotations; training is only if its rule is: gradient flow, gradient descent and momentum are, sign descent and Adam, which treat each weight by itself, are not.",
        Control = Controls.GradientInPlaceOfSigns,
        NotApplicable = notApplicable,
    };
}
