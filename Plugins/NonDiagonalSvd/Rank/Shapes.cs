using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Learning;

namespace PluginLab.Plugins.NonDiagonalSvd.Rank;

/// <summary>Targets that are not square, not of full rank, or of larger rank than the network: four fixed cases, so that each shape is shown in every run.</summary>
internal static class Shapes
{
    private const double StandardDeviation = 1e-3;
    private const double ShownTime = 12;
    private const double EndTime = 30;
    private const double ReachTolerance = 1e-4;
    private const double ApproximationTolerance = 1e-6;
    private const string Source = "Note 0, section 'Non-diagonal case', statement 23 (some singular values might be 0)";

    private static readonly ShapeCase[] Cases =
    [
        new("wide", 3, 6, [4, 2, 1], 8),
        new("tall", 6, 3, [4, 2], 8),
        new("square", 5, 5, [4, 2], 8),
        new("bottleneck", 4, 4, [4, 2, 1, 0.5], 2),
    ];

    /// <summary>Trains all cases.</summary>
    public static Findings Investigate(ExperimentContext context)
    {
        (ShapeCase Shape, LearningRun Run)[] runs = [.. Cases.Select(shape => (shape, shape.Solve(context, StandardDeviation, ShownTime, EndTime)))];
        return new([.. runs.SelectMany(item => Claims(context, item.Shape, item.Run))], [ShapeFigure(runs)]);
    }

    private static IEnumerable<Claim> Claims(ExperimentContext context, ShapeCase shape, LearningRun run) => shape.IsBottleneck
        ? [BestApproximation(shape, run), FullTarget(context, shape, run)]
        : [ReachesTarget(shape, run)];

    private static Claim ReachesTarget(ShapeCase shape, LearningRun run) => new()
    {
        Id = $"note0-23-{shape.Slug}",
        Statement = $"A target that is {shape.Title} is learned like a square one of full rank. Measured: largest entry of $M - \\Sigma$ at $t = 30$; modes with singular value 0 stay at the size of the start.",
        Source = Source,
        Predicted = 0,
        Measured = Distance(run, shape.SingularValues.Count),
        Uncertainty = 0,
        Bound = Bound.AtMost(ReachTolerance),
        Expected = Verdict.Supported,
        Control = Controls.AnotherTarget,
    };

    private static Claim BestApproximation(ShapeCase shape, LearningRun run) => new()
    {
        Id = $"note0-23-{shape.Slug}",
        Statement = "A network of hidden width 2 learns the best approximation of rank 2 of a target of rank 4. Measured: largest entry of the difference at $t = 30$.",
        Source = "Eckart and Young, 1936; the case that note 0, section 'Non-diagonal case', leaves out",
        Predicted = 0,
        Measured = Distance(run, shape.LearnableRank),
        Uncertainty = 0,
        Bound = Bound.AtMost(ApproximationTolerance),
        Expected = Verdict.Supported,
        Control = Controls.AnotherTarget,
    };

    private static Claim FullTarget(ExperimentContext context, ShapeCase shape, LearningRun run) => new()
    {
        Id = $"note0-23-{shape.Slug}-reaches-target",
        Statement = "Every mode of the target is learned, also by a network of hidden width 2 from a target of rank 4. Measured: $\\lVert M - \\Sigma \\rVert$ at $t = 30$.",
        Source = "Note 0, section 'Summary of the dynamics', statement 20, in the singular basis of section 'Non-diagonal case'",
        Predicted = 0,
        Measured = run.FinalProduct.Subtract(LearnedTarget(context, run)).FrobeniusNorm(),
        Uncertainty = 0,
        Bound = Bound.AtMost(ReachTolerance),
        Expected = Verdict.Refuted,
        CorrectedForm = "Only the $h$ largest modes are; the distance that remains is $\\sqrt{s_3^2 + s_4^2} \\approx 1.118$ here.",
        Control = Controls.TargetOfLearnableRank,
    };

    /// <summary>The target of the system that was integrated, which a control may change.</summary>
    private static Matrix LearnedTarget(ExperimentContext context, LearningRun run) =>
        context.Create(run.Task.Network) is ILinearModel network ? network.Target : run.Task.Target;

    private static double Distance(LearningRun run, int rank) => run.FinalProduct.Subtract(run.Basis.Approximation(rank)).LargestMagnitude();

    private static Figure ShapeFigure(IReadOnlyList<(ShapeCase Shape, LearningRun Run)> runs) => new()
    {
        Id = "shapes",
        Title = "Any shape, any rank, any width",
        Subtitle = "Strengths $(U^\\top M V)_{ij}$; grey: all that is not a learned mode",
        Caption = "Rectangular and rank-deficient targets are learned mode by mode like any other, to "
            + $"{Wording.Number(runs.Where(item => !item.Shape.IsBottleneck).Max(item => Distance(item.Run, item.Shape.SingularValues.Count)))} at most; modes with singular value 0 stay at the size of the start. "
            + $"With two hidden units only the two largest of four modes are learned: the best approximation of rank 2, to {Wording.Number(Distance(runs[^1].Run, 2))}. One start each, standard deviation 0.001. Dashed: the logistic curve with half-time $T_i$.",
        AltText = "Four panels of mode strengths against time. In each the learned modes rise along logistic curves to their singular values, the largest first; all other entries stay near zero. In the panel with two hidden units two modes of four are never learned.",
        Size = new FigureSize(960, 640),
        Columns = 2,
        Panels = [.. runs.Select(item => Panel(item.Shape, item.Run))],
        ClaimIds = [.. Cases.Select(shape => $"note0-23-{shape.Slug}"), "note0-23-bottleneck-reaches-target"],
    };

    private static Panel Panel(ShapeCase shape, LearningRun run) => new()
    {
        Title = shape.Title,
        X = Axis.Linear("flow time $t$").Between(0, ShownTime),
        Y = Axis.Linear("strength").Between(-0.4, 4.6),
        Marks = [.. ModeMarks.Background(run, $"{shape.Slug}-"), .. ModeMarks.Strengths(run, $"{shape.Slug}-", shape.LearnableRank), .. ModeMarks.Theory(run, $"{shape.Slug}-", shape.LearnableRank)],
    };
}
