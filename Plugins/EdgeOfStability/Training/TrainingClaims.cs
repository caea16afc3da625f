using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.EdgeOfStability.Training;

/// <summary>What gradient descent does on both sides of the edge of stability.</summary>
internal static class TrainingClaims
{
    private const string Source = "Cohen et al., Gradient descent on neural networks typically occurs at the edge of stability, ICLR 2021; two linear layers, exact";
    private const string CycleSource = "Note 1, section 'Learning rate', its to-do for d = 2, answered: y ← (1 + κ)y − κy³";

    private static readonly Control Faster = Control.ScaledRightHandSide(1.1);
    private static readonly Control Slower = Control.ScaledRightHandSide(0.9);
    private static readonly Control UnbalancedSpeeds = NetworkControls.ScaledLayer(0, 0.5);

    public static IEnumerable<Claim> Of(TrainingStudy study) => [BelowTheEdge(study), TwoCycle(study), OthersSettle(study), FlowEndsAbove(study), DescentEndsBelow(study)];

    private static Claim BelowTheEdge(TrainingStudy study)
    {
        double predicted = 2 * study.SingularValues[0];
        return new Claim
        {
            Id = "balanced-sharpness",
            Statement = $"From a small balanced start at $η = {NumberText.Of(TrainingStudy.FractionBelow)}/s_1$ descent ends at the flattest minimum, with sharpness $2 s_1$.",
            Source = Source,
            Predicted = predicted,
            Measured = study.Below.FinalSharpness,
            Uncertainty = 0,
            Bound = Bound.Near(predicted, 1e-5),
            Expected = Verdict.Supported,
            Control = UnbalancedSpeeds,
        };
    }

    private static Claim TwoCycle(TrainingStudy study)
    {
        var cycle = DescentCycle.OfDegreeTwo(study.Fraction);
        double[] predicted = [.. new[] { cycle.Low, cycle.High }.Select(y => study.SingularValues[0] * y * y)];
        IReadOnlyList<double> strength = study.Above.Product(new Entry(0, 0));
        double[] measured = study.Above.HasDiverged ? [double.NaN, double.NaN] : [.. strength.TakeLast(2).Order()];
        Comparison worst = Comparison.Worst(predicted.Zip(measured, (theory, found) => new Comparison(theory, found)));
        return new Claim
        {
            Id = "two-cycle",
            Statement = "Above the edge of mode 1, at $η = κ/s_1$, its strength ends in a cycle of period 2 between $s_1/(κr)$ and $s_1 r/κ$ with $r + 1/r = 1 + κ$ (the value farthest off).",
            Source = CycleSource,
            Predicted = worst.Predicted,
            Measured = worst.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(worst.Predicted, 1e-5),
            Expected = Verdict.Supported,
            NotApplicable = Neighbour(study),
            Control = Faster,
        };
    }

    private static Claim OthersSettle(TrainingStudy study)
    {
        double largest = study.SingularValues[0];
        Entry[] offDiagonal = [.. Entry.Pairs(study.SingularValues.Count).Where(entry => !entry.IsDiagonal)];
        return new Claim
        {
            Id = "pairs-below-their-edge-die-out",
            Statement = "While mode 1 oscillates, all $M_{ij}$ with $i \\ne j$, whose edges lie above $η$, die out (largest one at the end, over $s_1$).",
            Source = Source,
            Predicted = 0,
            Measured = Largest.Of(offDiagonal.Select(entry => study.Above.HasDiverged ? double.NaN : Math.Abs(study.Above.Product(entry)[^1]) / largest)),
            Uncertainty = 0,
            Bound = Bound.AtMost(1e-6),
            Expected = Verdict.Supported,
            NotApplicable = Neighbour(study) ?? Unfinished(study),
            Control = NetworkControls.CoupledTarget(0.1 * largest),
        };
    }

    private static Claim FlowEndsAbove(TrainingStudy study) => new()
    {
        Id = "unbalanced-sharpness",
        Statement = "From an unbalanced start the flow ends at a minimum $W_1 = \\text{diag}(a)$, $W_2 = \\text{diag}(b)$ with sharpness $\\max_i a_i^2 + \\max_j b_j^2$, an off-diagonal pair's where $i \\ne j$.",
        Source = "Note 1, section 'Learning rate', its to-do for unequal weights, answered for several modes: $\\lambda_{ij} = a_i^2 + b_j^2$",
        Predicted = study.PredictedFlowSharpness,
        Measured = study.FlowSharpness,
        Uncertainty = 0,
        Bound = Bound.Near(study.PredictedFlowSharpness, 0.01),
        Expected = Verdict.Supported,
        Control = NetworkControls.ScaledTarget(1.1),
    };

    /// <remarks>
    /// With x the deviation along the sharpest direction and a = ηλ/2 − 1 the sharpness beyond the edge, slow beside the alternation of x: x' = 2ax and, as deviations of either
    /// sign balance the weights, a' = −cx². So a² + cx²/2 is conserved, and from a(0) = μ with x near 0 descent ends at a = −μ up to O(μ²), for which 2μ² is admitted: with modes that are nearly equal several pairs share the edge. That is the case of a pair i ≠ j; a mode
    /// itself is also damped by its own cubic term, loses some of a² + cx²/2, and ends in between.
    /// </remarks>
    private static Claim DescentEndsBelow(TrainingStudy study)
    {
        double excess = study.Unbalanced.InitialStability - 1;
        return new Claim
        {
            Id = "settles-under-the-edge",
            Statement = $"Descent from beside that minimum, where the sharpness is {Rounded.Text(study.Unbalanced.InitialStability)} times $2/η$, cannot stay: it oscillates until the weights are balanced enough and settles under the edge, "
                + "at most as far below it as it started above (final sharpness over $2/η$).",
            Source = Source,
            Predicted = 1 - excess,
            Measured = study.Unbalanced.FinalStability,
            Uncertainty = 0,
            Bound = new Bound(1 - excess - (2 * excess * excess), 1),
            Expected = Verdict.Supported,
            Control = Slower,
        };
    }

    private static string? Neighbour(TrainingStudy study) => study.Fraction * (1 + (study.SingularValues[1] / study.SingularValues[0])) > 1.9
        ? "The edge of the pair of modes 1 and 2 lies too near this learning rate or below it: mode 1 does not oscillate alone."
        : null;

    /// <summary>The slowest pair shrinks by 1 − η(s_{n−1} + s_n) per step.</summary>
    private static string? Unfinished(TrainingStudy study) =>
        study.Above.LearningRate * (study.SingularValues[^1] + study.SingularValues[^2]) * study.Above.Steps.Count < 30
            ? "The weakest pair of modes does not settle within these steps."
            : null;
}
