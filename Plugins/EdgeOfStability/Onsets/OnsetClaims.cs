using PluginLab.Experiments;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>Each pair of modes has its own largest stable learning rate, 2/λ_ij.</summary>
internal static class OnsetClaims
{
    /// <summary>How far, relative, an onset may be from its prediction.</summary>
    public const double Tolerance = 1e-5;

    private const double SpectrumTolerance = 1e-9;
    private const string TwoLayerSource = "Note 1, section 'Learning rate', its to-do for several modes, answered: 2/λ with the Hessian of two layers";
    private const string DepthSource = "Note 1, section 'Learning rate', its to-do for general d, answered for several modes";

    private static readonly Control Faster = Control.ScaledRightHandSide(1.1);

    public static IEnumerable<Claim> Of(OnsetStudy study) =>
    [
        Onset(
            "off-diagonal-onset",
            "At the balanced minimum of two layers the entry $M_{ij}$ of the product, once off its target, grows exactly when $η > 2/(s_i + s_j)$ (the pair farthest off).",
            TwoLayerSource,
            study.TwoLayers.Where(onset => !onset.Entry.IsDiagonal)),
        Onset(
            "diagonal-onset",
            "The strength of mode $i$ itself grows away from $s_i$ exactly when $η > 1/s_i$ (the mode farthest off).",
            TwoLayerSource,
            study.TwoLayers.Where(onset => onset.Entry.IsDiagonal)),
        Onset(
            "onset-by-depth",
            "At any depth $L$ the onset is $2/\\lambda_{ij}$ with $\\lambda_{ij} = \\sum_{l=0}^{L-1} s_i^{2l/L} s_j^{2(L-1-l)/L}$ (the pair farthest off, depths 1 to 5).",
            DepthSource,
            study.ByDepth),
        Spectrum(study.Spectrum),
    ];

    private static Claim Onset(string id, string statement, string source, IEnumerable<PairOnset> onsets)
    {
        PairOnset worst = onsets.MaxBy(onset => double.IsNaN(onset.Onset.Measured) ? double.PositiveInfinity : onset.Onset.RelativeError)!;
        return new Claim
        {
            Id = id,
            Statement = statement,
            Source = source,
            Predicted = worst.Onset.Predicted,
            Measured = worst.Onset.Measured,
            Uncertainty = worst.Bracket.HalfWidth,
            Bound = Bound.Near(worst.Onset.Predicted, Tolerance),
            Expected = Verdict.Supported,
            Control = Faster,
        };
    }

    private static Claim Spectrum(HessianSpectrum spectrum) => new()
    {
        Id = "hessian-spectrum",
        Statement = $"At depth {NumberText.Of(spectrum.Network.Depth)} the Hessian at the balanced minimum has the eigenvalues $\\lambda_{{ij}}$ and otherwise only zeros (largest distance over the sharpness).",
        Source = DepthSource,
        Predicted = 0,
        Measured = spectrum.LargestError,
        Uncertainty = 0,
        Bound = Bound.AtMost(SpectrumTolerance),
        Expected = Verdict.Supported,
        Control = Faster,
    };
}
