using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Ratios;

/// <summary>Statements 46 and 47: the dynamics, what they conserve, and what the ratio tends to.</summary>
internal static class RatioClaims
{
    /// <summary>How far, relative, a final weight may be from its prediction.</summary>
    public const double FinalStateTolerance = 1e-6;

    private const string Section = "Note 1, section 'Quadratic nonlinearity', statement";
    private const double GradientTolerance = 1e-5;

    // In units of s^(1/3): each quadrant, and products below and above the target.
    private static readonly double[][] GradientStates = [[0.3, 0.7], [-0.5, 0.4], [0.8, -0.6], [-1.2, -0.9], [1.3, 0.9]];

    public static IEnumerable<Claim> Of(RatioStudy study) =>
    [
        Dynamics(study), Conserved(study), FinalState(study), SquareRootOfTwo(study), Equalize(study),
    ];

    private static Claim Dynamics(RatioStudy study)
    {
        Comparison gradient = Comparison.Worst(GradientStates.SelectMany(state => Gradients(study.Runs, [.. state.Select(weight => weight * study.Runs.WeightUnit)])));
        return new Claim
        {
            Id = "note1-46-dynamics",
            Statement = "$w_1' = 2(s - w_1^2w_2)w_1w_2$ and $w_2' = (s - w_1^2w_2)w_1^2$ descend the loss $(w_1^2w_2 - s)^2/2$: they equal its negative gradient by central differences (the component farthest off, over five states).",
            Source = $"{Section} 46",
            Predicted = gradient.Predicted,
            Measured = gradient.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(gradient.Predicted, GradientTolerance),
            Expected = Verdict.Supported,
            Control = Control.ScaledComponent(0, 1.1),
        };
    }

    private static Claim Conserved(RatioStudy study) => new()
    {
        Id = "note1-47-conserved",
        Statement = "$w_1^2 - 2w_2^2$ never changes: its largest change after any step from any start, in units of $s^{2/3}$ (or of itself, if it is larger), is rounding.",
        Source = $"{Section} 47",
        Predicted = 0,
        Measured = study.LargestDrift,
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-9),
        Expected = Verdict.Supported,
        Control = Control.ScaledComponent(0, 1.1),
    };

    private static Claim FinalState(RatioStudy study)
    {
        Comparison final = Comparison.Worst(study.Endings.Concat(study.SmallStarts).Concat(study.Sweep)
            .SelectMany(ending => ending.Weights));
        return new Claim
        {
            Id = "note1-47-final-state",
            Statement = "The flow ends at the root of $2w_2^3 + cw_2 = s$ with $w_1 = \\sqrt{2w_2^2 + c}$ and $c = w_1^2 - 2w_2^2$ of the start (the weight farthest off, over all starts).",
            Source = $"{Section} 47",
            Predicted = final.Predicted,
            Measured = final.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(final.Predicted, FinalStateTolerance),
            Expected = Verdict.Supported,
            Control = Control.ScaledComponent(0, 1.1),
        };
    }

    private static Claim SquareRootOfTwo(RatioStudy study) => new()
    {
        Id = "note1-47-ratio-tends-to-square-root-of-two",
        Statement = "From three starts of at most $0.03\\,s^{1/3}$, balanced or not, $w_1/w_2$ ends at $\\sqrt{2}$ (the one farthest off).",
        Source = $"{Section} 47",
        Predicted = Math.Sqrt(2),
        Measured = FarthestFromSquareRootOfTwo(study),
        Uncertainty = 0,
        Bound = Bound.Near(Math.Sqrt(2), 2e-3),
        Expected = Verdict.Supported,
        Control = Control.ScaledComponent(0, 1.1),
    };

    private static Claim Equalize(RatioStudy study) => new()
    {
        Id = "note1-47-weights-equalize",
        Statement = "As written: $w_1$ and $w_2$ tend to equalize, so that $w_1/w_2$ ends at 1 from small starts.",
        Source = $"{Section} 47",
        Predicted = 1,
        Measured = FarthestFromSquareRootOfTwo(study),
        Uncertainty = 0,
        Bound = Bound.Near(1, 2e-3),
        Expected = Verdict.Refuted,
        CorrectedForm = "$w_1/w_2 \\to \\sqrt{2}$, since $w_1^2 - 2w_2^2$ is conserved and small: it is $w_1/\\sqrt{2}$ and $w_2$ that equalize.",
        Control = Control.ScaledComponent(0, 0.5),
    };

    private static double FarthestFromSquareRootOfTwo(RatioStudy study) =>
        Comparison.Worst(study.SmallStarts.Select(ending => new Comparison(Math.Sqrt(2), ending.Ratio.Measured))).Measured;

    /// <summary>−∂ℒ/∂wᵢ by central differences beside what is integrated.</summary>
    private static IEnumerable<Comparison> Gradients(QuadraticRuns runs, double[] state)
    {
        Monomial monomial = runs.Quadratic;
        double[] derivative = runs.Solve.EvaluateDerivative(monomial, state);
        return state.Select((weight, i) =>
        {
            double step = 1e-5 * weight;
            double[] above = [.. state];
            double[] below = [.. state];
            (above[i], below[i]) = (weight + step, weight - step);
            return new Comparison((monomial.EvaluateLoss(below) - monomial.EvaluateLoss(above)) / (above[i] - below[i]), derivative[i]);
        });
    }
}
