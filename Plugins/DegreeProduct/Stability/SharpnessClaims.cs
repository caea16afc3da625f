using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>The to-do of note 1 on learning rates for any degree, answered: what holds below 2 over the sharpness, and what happens above.</summary>
internal static class SharpnessClaims
{
    private const string General = "Note 1, section 'Learning rate' of the general case, statement 44: the to-do answered";
    private const double SharpnessTolerance = 1e-8;
    private const double ImbalanceTolerance = 1e-12;
    private static readonly Bound JustBelow = new(0.95, 1);

    public static IEnumerable<Claim> Of(StabilityStudy study) =>
        [SmallStarts(study.SmallStarts), ClosedForm(study.SharpMinima), EdgeOfStability(study.SharpMinima), Catapult(study.SharpMinima), Imbalance(study.SharpMinima)];

    private static Claim SmallStarts(SmallStartsStudy study) => new()
    {
        Id = "note1-44-from-small-starts",
        Statement = $"Below the largest stable learning rate, $κ < 1$, descent from small equal weights converges at every degree: the number of {study.Count} runs, with $κ$ up to 0.95 and $ε/s$ from $10^{{-3}}$ to 0.45, that do not.",
        Source = General,
        Predicted = 0,
        Measured = study.Astray,
        Uncertainty = 0,
        Bound = Bound.AtMost(0),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Claim ClosedForm(SharpMinimaStudy study) => new()
    {
        Id = "note1-44-sharpness",
        Statement = "The sharpness of a minimum, by Hessian-vector products over dual numbers, is $s^2Σ_i 1/w_i^2$: largest relative error at the minima that descent reaches.",
        Source = General,
        Predicted = 0,
        Measured = Largest.Of(study.Paths.Append(study.Catapult).Select(path => path.ClosedFormError)),
        Uncertainty = 0,
        Bound = Bound.AtMost(SharpnessTolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Claim EdgeOfStability(SharpMinimaStudy study) => new()
    {
        Id = "note1-44-edge-of-stability",
        Statement = "Where the flow would end in a minimum sharper than $2/η$, descent on four weights settles in one just below it: final sharpness over $2/η$, the smallest of "
            + $"{study.PathsAtTheEdge.Count()} learning rates.",
        Source = General,
        Predicted = 1,
        Measured = study.PathsAtTheEdge.Select(path => path.FinalStability).MaxBy(stability => double.IsNaN(stability) ? double.PositiveInfinity : Math.Abs(stability - JustBelow.Upper)),
        Uncertainty = 0,
        Bound = JustBelow,
        Expected = Verdict.Supported,
        Control = Controls.FifthAsFast,
    };

    private static Claim Catapult(SharpMinimaStudy study) => new()
    {
        Id = "note1-30-catapult",
        Statement = "Descent on two weights leaves a minimum that is too sharp for its learning rate, and is caught by a flatter one: final sharpness over $2/η$, where that of the minimum beside which it starts is "
            + $"{Rounded.Text(SharpMinimaStudy.CatapultSharpness * study.Catapult.LearningRate / 2)}, is below 1.",
        Source = EqualPairClaims.Source,
        Predicted = 1,
        Measured = study.Catapult.FinalStability,
        Uncertainty = 0,
        Bound = Bound.AtMost(1),
        Expected = Verdict.Supported,
        Control = Controls.FifthAsFast,
    };

    private static Claim Imbalance(SharpMinimaStudy study) => new()
    {
        Id = "note1-30-imbalance",
        Statement = "Each step of descent on two weights takes $c = w_1^2 - w_2^2$, which the flow conserves, to $(1 - η^2e^2)c$ with $e = s - w_1w_2$: largest deviation of a step of that run, relative to $c$ at its start.",
        Source = EqualPairClaims.Source,
        Predicted = 0,
        Measured = study.ImbalanceError,
        Uncertainty = 0,
        Bound = Bound.AtMost(ImbalanceTolerance),
        Expected = Verdict.Supported,
        Control = Controls.FastFirst,
    };
}
