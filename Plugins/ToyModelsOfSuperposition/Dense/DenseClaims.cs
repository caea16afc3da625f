using PluginLab.Experiments;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Dense;

/// <summary>What a toy model does with dense inputs.</summary>
internal static class DenseClaims
{
    private const string Source = "Elhage et al., Toy models of superposition, 2022, section 'Demonstrating superposition': dense features, as in principal component analysis";

    public static IEnumerable<Claim> Of(DenseStudy study) =>
    [
        new Claim
        {
            Id = "dense-top-features",
            Statement = $"On dense inputs the {NumberText.Of(study.Setting.HiddenWidth)} most important features get the squared norm 1 and all others 0 (largest distance).",
            Source = Source,
            Predicted = 0,
            Measured = study.LargestNormError,
            Uncertainty = 0,
            Bound = Bound.AtMost(1e-6),
            Expected = Verdict.Supported,
            NotApplicable = study.WhyNot,
            Control = Controls.ReversedImportances,
        },
        new Claim
        {
            Id = "dense-loss",
            Statement = "On dense inputs what remains of the loss is the variance of the features given up, $\\sum_{i > h} I_i/24$.",
            Source = Source,
            Predicted = study.PredictedLoss,
            Measured = study.Trained.Loss,
            Uncertainty = 0,
            Bound = Bound.Near(study.PredictedLoss, 1e-6),
            Expected = Verdict.Supported,
            NotApplicable = study.WhyNot,
            Control = Controls.ReversedImportances,
        },
    ];
}
