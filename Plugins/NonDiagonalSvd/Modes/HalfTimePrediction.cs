using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.NonDiagonalSvd.Modes;

/// <summary>When each mode reaches half of its singular value, by the formula, and how far the formula itself can be trusted.</summary>
internal sealed class HalfTimePrediction
{
    private HalfTimePrediction(IReadOnlyList<double> times, IReadOnlyList<double> formulaErrors) => (Times, FormulaErrors) = (times, formulaErrors);

    /// <summary>T_i = log(4s_i/|x_i^⊥|² − 1)/(2s_i); ∞ for a mode that never starts, NaN for one that starts above half.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Estimated relative errors of T_i that the start causes: modes that overlap in time, and a start that is not small.</summary>
    /// <remarks>
    /// The formula lets earlier modes be learned before a mode takes off. G(t) of the tied network from X/2 makes no such assumption; where it differs from
    /// s/2 at T_i, T_i is off by that difference over the slope s²/2 there. What does not grow, of relative size (|We_i|² + |Wd_i|²)/(2s_i), is beyond both.
    /// </remarks>
    public IReadOnlyList<double> FormulaErrors { get; }

    /// <summary>The prediction for the modes of a basis from a start.</summary>
    public static HalfTimePrediction Of(SingularBasis basis, Matrix encoder, Matrix decoder)
    {
        Matrix aligned = basis.AlignedRows(encoder, decoder);
        IReadOnlyList<double> squares = HalfTimes.PerpendicularSquares(basis.Values, aligned);
        double[] times = [.. basis.Values.Select((value, i) => HalfTimes.FromPerpendicularSquare(value, squares[i]))];
        var flow = RiccatiFlow.Tied(Matrix.Diagonal(basis.Values), aligned.Scale(0.5));
        Matrix first = basis.Left.Transpose().Multiply(encoder);
        Matrix second = basis.Right.Transpose().Multiply(decoder.Transpose());
        double[] errors = [.. times.Select((time, i) => double.IsFinite(time) && time > 0
            ? OverlapError(flow, i, basis.Values[i], time) + ((SquareOfRow(first, i) + SquareOfRow(second, i)) / (2 * basis.Values[i]))
            : double.PositiveInfinity)];
        return new(times, errors);
    }

    private static double OverlapError(RiccatiFlow flow, int mode, double singularValue, double time)
    {
        double half = singularValue / 2;
        return Math.Abs(flow.Gram(time)[mode, mode] - half) / (half * singularValue * time);
    }

    private static double SquareOfRow(Matrix matrix, int row) => matrix.Row(row).Sum(value => value * value);
}
