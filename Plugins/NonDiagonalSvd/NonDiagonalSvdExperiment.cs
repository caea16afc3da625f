using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Rank;
using PluginLab.Plugins.NonDiagonalSvd.RealData;
using PluginLab.Plugins.NonDiagonalSvd.Rotation;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>A two-layer linear network on a target that is not diagonal learns its singular modes as if it were, on drawn targets and on real data.</summary>
/// <remarks>
/// Source: note 0, section "Non-diagonal case"; Saxe, McClelland and Ganguli, ICLR 2014. With Σ = U S Vᵀ, We = U W̄e and Wd = W̄d Vᵀ the flow
/// dWe/dt = (Σ − We Wd) Wdᵀ, dWd/dt = Weᵀ(Σ − We Wd) is the flow of (W̄e, W̄d) on the diagonal S, so that mode i is half learned at
/// T_i = log(4s_i/|x_i^⊥|² − 1)/(2s_i) with x = UᵀWe + (Wd V)ᵀ at the start. From data Σ = XᵀY, with inputs whitened to XᵀX = I.
/// </remarks>
public sealed class NonDiagonalSvdExperiment : IExperiment
{
    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "non-diagonal-svd",
        Title = "Targets that are not diagonal, and real data",
        Question = "Does a linear network learn the singular modes of any target $\\Sigma = U S V^\\top$, at the times that the diagonal case predicts?",
        Parameters = SvdParameters.All,
        Constraints = SvdParameters.Constraints,
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double endTime = context.Get(SvdParameters.EndTime);
        LearningTask task = LearningTask.Of(context);

        LearningRun run = LearningRun.Solve(context, task, endTime, endTime);
        context.Progress?.Report(0.3);
        Findings[] findings =
        [
            Learning(run),
            .. task.Samples is null ? OfDrawnTargets(context, task) : [Data(context, run)],
            Rotation(context, run),
        ];

        return new()
        {
            Claims = [RepeatedData.Investigate(context, run), .. findings.SelectMany(part => part.Claims)],
            Figures = [.. findings.SelectMany(part => part.Figures)],
            Metrics = Metrics(run),
            Notes = RunNotes.Of(run),
        };
    }

    private static Findings Learning(LearningRun run)
    {
        Claim[] claims = [.. ModeClaims.Of(run)];
        return new(claims, [.. ModeFigures.Of(run, claims)]);
    }

    private static Findings[] OfDrawnTargets(ExperimentContext context, LearningTask task) =>
        [GaussianStartStudy.Investigate(context, task), Shapes.Investigate(context), Nilpotent.Investigate(context), TiedZeroMode.Investigate(context), UntiedZeroMode.Investigate(context)];

    private static Findings Data(ExperimentContext context, LearningRun run)
    {
        DataRuns runs = DataRuns.Solve(context, run);
        IEnumerable<Figure?> ofLearning = [StageFigure.Of(run), ItemFigure.Of(run), ClassFigure.Of(run)];
        return new(
            DataClaims.Of(runs, context.Get(SvdParameters.InitialStandardDeviation)),
            [.. ofLearning.OfType<Figure>(), .. DataFigures.Of(run, runs)]);
    }

    private static Findings Rotation(ExperimentContext context, LearningRun run)
    {
        // Not the basis of the run, which turns singular vectors within a block: there S is diagonal only as far as its values are equal.
        var basis = SingularBasis.Of(run.Task.Target);
        var twins = RotationTwins.Solve(context, run.Task, basis, run.EndTime);
        double identity = ChangeOfBasis.LargestDeviation(context, run.Task, basis);
        bool isSingleEntry = run.Task.Target.Values.Length == 1;
        return new(
            [.. RotationClaims.Of(twins, identity, context.Get(SvdParameters.InitialStandardDeviation), isSingleEntry)],
            [RotationFigure.Of(twins)]);
    }

    private static IReadOnlyList<Metric> Metrics(LearningRun run) => [.. Enumerable.Range(0, run.LearnableCount).SelectMany(mode => new[]
    {
        new Metric($"singular-value-{NumberText.Of(mode + 1)}", $"Singular value $s_{{{NumberText.Of(mode + 1)}}}$ of the target.", run.Basis.Values[mode]),
        new Metric($"half-time-{NumberText.Of(mode + 1)}", $"Flow time at which mode {NumberText.Of(mode + 1)} is half learned.", run.ModeTimes[mode]),
        new Metric($"predicted-half-time-{NumberText.Of(mode + 1)}", $"The prediction $T_{{{NumberText.Of(mode + 1)}}}$ for this start.", run.Prediction.Times[mode]),
    })];
}
