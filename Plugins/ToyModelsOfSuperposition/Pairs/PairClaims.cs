using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>Two features in one neuron: opposite vectors when sparse, one feature alone when dense.</summary>
internal static class PairClaims
{
    /// <summary>In half brackets: the measured bracket, which holds the threshold, fits; the rest is for the kick, ten times smaller.</summary>
    private const double BoundOverResolution = 2.5;

    private const string Source = "Elhage et al., Toy models of superposition, 2022, section 'Superposition as a phase change'";

    public static IEnumerable<Claim> Of(PairStudy study) =>
    [
        new Claim
        {
            Id = "antipodal-pair",
            Statement = "Two sparse features share one neuron as an antipodal pair: $w_1 w_2 = -1$.",
            Source = Source,
            Predicted = -1,
            Measured = study.SparseProduct,
            Uncertainty = 0,
            Bound = Bound.Within(-1, 0.05),
            Expected = Verdict.Supported,
            Control = Controls.NoRectifier,
        },
        new Claim
        {
            Id = "dense-single-feature",
            Statement = "Dense, the neuron belongs to the more important feature: $w_2^2 = 0$.",
            Source = Source,
            Predicted = 0,
            Measured = study.Best[^1].SquaredNorms[1],
            Uncertainty = 0,
            Bound = Bound.AtMost(1e-6),
            Expected = Verdict.Supported,
            NotApplicable = study.WhyNotDense,
            Control = Controls.ReversedImportances,
        },
        new Claim
        {
            Id = "phase-change",
            Statement = $"The neuron stays with feature 1 alone down to the density at which the ReLU makes a second, opposite feature pay, here for $I_2/I_1 = {Rounded.Text(study.Change.RelativeImportance)}$.",
            Source = Source + "; the density by linear stability of the dedicated solution, at the points of the quadrature",
            Predicted = study.Change.Predicted,
            Measured = study.Change.Measured.Middle,
            Uncertainty = study.Change.Measured.HalfWidth,
            Bound = Bound.Within(study.Change.Predicted, BoundOverResolution * PhaseChange.Resolution),
            Expected = Verdict.Supported,
            NotApplicable = study.WhyNoChange,
            Control = Controls.NoRectifier,
        },
    ];
}
