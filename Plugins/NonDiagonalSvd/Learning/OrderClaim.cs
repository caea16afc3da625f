using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Modes;

namespace PluginLab.Plugins.NonDiagonalSvd.Learning;

/// <summary>What the notes say about the order in which modes are learned.</summary>
internal static class OrderClaim
{
    /// <summary>Its id.</summary>
    public const string Id = "note0-18-order";

    /// <summary>The claim of a run.</summary>
    public static Claim Of(LearningRun run)
    {
        double[] times = [.. run.ModeTimes.Select(time => double.IsNaN(time) ? double.PositiveInfinity : time)];
        return new Claim
        {
            Id = Id,
            Statement = "The modes are learned one after another, larger singular values first. Measured: pairs of different singular values that are half learned in the other order.",
            Source = "Note 0, section 'Summary of the dynamics', statement 18, in the singular basis of section 'Non-diagonal case'",
            Predicted = 0,
            Measured = Inversions(run.Basis, times),
            Uncertainty = 0,
            Bound = Bound.AtMost(0),
            Expected = Verdict.Supported,
            NotApplicable = run.Basis.Blocks.Count == 1
                ? "there is one singular value only, so that there is no order"
                : !AreApart(run)
                    ? "the singular values are too close, the start too large or too uneven, or the network too narrow, for all modes to be learned one by one"
                    : null,
            Control = Controls.ReversedSingularValues,
        };
    }

    /// <summary>Whether the predicted half-times lie within the run and, with their own errors, in the order of the singular values.</summary>
    private static bool AreApart(LearningRun run)
    {
        double[] earliest = [.. run.Prediction.Times.Zip(run.Prediction.FormulaErrors, (time, error) => time - (Math.Abs(time) * error))];
        double[] latest = [.. run.Prediction.Times.Zip(run.Prediction.FormulaErrors, (time, error) => time + (Math.Abs(time) * error))];
        return latest.All(time => time <= ModeClaims.LatestShareOfRun * run.EndTime)
            && run.Basis.Blocks.Zip(run.Basis.Blocks.Skip(1)).All(pair => pair.First.Modes.Max(mode => latest[mode]) < pair.Second.Modes.Min(mode => earliest[mode]));
    }

    private static int Inversions(SingularBasis basis, double[] times) =>
        (from earlier in basis.Blocks
         from later in basis.Blocks
         where earlier.First < later.First
         from i in earlier.Modes
         from j in later.Modes
         where !(times[i] < times[j])
         select i).Count();
}
