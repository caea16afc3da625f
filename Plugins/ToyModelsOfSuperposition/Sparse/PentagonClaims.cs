using PluginLab.Experiments;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>Five sparse features in a plane make a pentagon.</summary>
internal static class PentagonClaims
{
    private const string Source = "Elhage et al., Toy models of superposition, 2022, sections 'Demonstrating superposition' and 'The geometry of superposition'";
    private const double Tolerance = 1e-6;

    /// <summary>The claims; not applicable where there is no such model.</summary>
    public static IEnumerable<Claim> Of(PentagonStudy? study, string? whyNot) =>
    [
        Near(study, whyNot, "pentagon-angles", "Five equally important sparse features in two hidden neurons end at the corners of a regular pentagon: neighbours are $72\\degree$ apart, at the best of the starts (the angle farthest off).", 72, study?.WorstAngle),
        Near(study, whyNot, "pentagon-norms", "Their vectors have one length: the squared norm of the best regular pentagon (the one farthest off).", study?.Predicted.SquaredNorm, study?.WorstNorm),
        Near(study, whyNot, "pentagon-loss", "Their loss is that of the best regular pentagon.", study?.Predicted.Loss, study?.Best.Loss),
        Near(study, whyNot, "pentagon-dimensionality", "Each feature has two fifths of a dimension: $D_i = \\lVert w_i \\rVert^4/\\sum_j (w_i \\cdot w_j)^2 = 2/5$ (the one farthest off).", 0.4, study?.WorstDimensionality),
        BetterThanTopFeatures(study, whyNot),
    ];

    private static Claim BetterThanTopFeatures(PentagonStudy? study, string? whyNot)
    {
        Claim claim = Near(
            study,
            whyNot,
            "pentagon-against-top-features",
            "The pentagon costs less than half of what it costs to keep two features: its loss over that of the solution that is best on dense inputs.",
            study?.Predicted.Loss / study?.TopLoss,
            study?.Best.Loss / study?.TopLoss);
        return claim with { Bound = Bound.AtMost(0.5) };
    }

    private static Claim Near(PentagonStudy? study, string? whyNot, string id, string statement, double? predicted, double? measured) => new()
    {
        Id = id,
        Statement = statement,
        Source = Source,
        Predicted = predicted ?? double.NaN,
        Measured = measured ?? double.NaN,
        Uncertainty = 0,
        Bound = Bound.Near(predicted ?? 0, Tolerance),
        Expected = Verdict.Supported,
        NotApplicable = whyNot,
        Control = Controls.NoRectifier,
    };
}
