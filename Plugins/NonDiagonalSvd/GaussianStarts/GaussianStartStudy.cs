using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>The law of the half-times over Gaussian starts: of Σ = U S Vᵀ, of the diagonal S from other starts, and what the formula says of both.</summary>
/// <param name="Basis">U, S and V.</param>
/// <param name="Rotated">Half-times on Σ.</param>
/// <param name="Diagonal">Half-times on S, from starts that are independent of those.</param>
/// <param name="HiddenWidth">h.</param>
/// <param name="PredictedMeans">E T_i = [log(s_i/σ²) − ψ((h − i + 1)/2)]/(2s_i).</param>
internal sealed record GaussianStartStudy(SingularBasis Basis, HalfTimeSample Rotated, HalfTimeSample Diagonal, int HiddenWidth, IReadOnlyList<double> PredictedMeans)
{
    /// <summary>Number of modes that the network is wide enough to learn.</summary>
    public int ModeCount => PredictedMeans.Count;

    /// <summary>Trains on both from many starts.</summary>
    public static Findings Investigate(ExperimentContext context, LearningTask task)
    {
        var study = Solve(context, task);
        Claim[] claims = [.. GaussianStartClaims.Of(study)];
        return new(claims, [GaussianStartFigure.Of(study, claims), FanFigure.Of(study)]);
    }

    /// <summary>The times of a mode on both targets.</summary>
    public IReadOnlyList<double> AllTimes(int mode) => [.. Rotated.Times[mode], .. Diagonal.Times[mode]];

    /// <summary>Standard error of the mean of these times, by the law itself.</summary>
    public double StandardError(int mode) => HalfTimes.GaussianStandardDeviation(Basis.Values[mode], mode + 1, HiddenWidth) / Math.Sqrt(AllTimes(mode).Count);

    private static GaussianStartStudy Solve(ExperimentContext context, LearningTask task)
    {
        double standardDeviation = context.Get(SvdParameters.InitialStandardDeviation);
        var basis = SingularBasis.Of(task.Target);
        var own = SingularBasis.Of(basis.Diagonal);
        var rotated = HalfTimeSample.Solve(context, "law-rotated", task.Target, basis, task.HiddenWidth, standardDeviation);
        var diagonal = HalfTimeSample.Solve(context, "law-diagonal", basis.Diagonal, own, task.HiddenWidth, standardDeviation);
        return new(basis, rotated, diagonal, task.HiddenWidth, [.. Enumerable.Range(0, rotated.Times.Count).Select(mode => HalfTimes.GaussianMean(basis.Values[mode], mode + 1, task.HiddenWidth, standardDeviation))]);
    }
}
