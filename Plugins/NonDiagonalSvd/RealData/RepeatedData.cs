using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Learning;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>What XᵀX = I means: it is a sum over the data. With each datum given N times XᵀX = N·I, and time runs N times as fast.</summary>
internal static class RepeatedData
{
    private const int Copies = 5;
    private const double Tolerance = 1e-3;
    private const string Half = "half";

    /// <summary>Trains the network of a run on N copies of data that have its Σ, from its start.</summary>
    public static Claim Investigate(ExperimentContext context, LearningRun run)
    {
        bool isLearned = !double.IsNaN(run.ModeTimes[0]);
        return new()
        {
            Id = "note0-03-repeated-data",
            Statement = $"$X^\\top X = I$ is a sum over the data: with each datum given $N = {NumberText.Of(Copies)}$ times, $X^\\top X = N I$, time runs $N$ times as fast (half-time of mode 1 on $\\Sigma$ over that on the repeated data).",
            Source = "Note 0, section 'General setup', statement 3",
            Predicted = Copies,
            Measured = isLearned ? run.ModeTimes[0] / HalfTime(context, run) : double.NaN,
            Uncertainty = 0,
            Bound = Bound.Near(Copies, Tolerance),
            Expected = Verdict.Supported,
            NotApplicable = isLearned ? null : "mode 1 does not pass half of its singular value within the run, or starts beyond",
            Control = Controls.TargetInPlaceOfData,
        };
    }

    private static double HalfTime(ExperimentContext context, LearningRun run)
    {
        Matrix target = run.Task.Target;
        var inputs = Matrix.Create(Copies * target.Rows, target.Rows, (datum, j) => datum % target.Rows == j ? 1 : 0);
        var outputs = Matrix.Create(Copies * target.Rows, target.Columns, (datum, j) => target[datum % target.Rows, j]);
        DataNetwork network = new(inputs, outputs, run.Task.Widths);
        InitialValueProblem problem = new(network, run.Task.InitialState, 0, run.EndTime / Copies);
        return context.Solve(problem.WithEvent(EventFunction.Crossing(Half, run.Basis.Strength(run.Task.Network, 0, 0), run.Basis.Values[0] / 2)), SaveAt.End).EventTime(Half);
    }
}
