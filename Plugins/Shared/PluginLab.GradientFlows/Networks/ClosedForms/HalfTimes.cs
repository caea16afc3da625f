using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;
using PluginLab.Numerics.SpecialFunctions;

namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>When each mode of a two-layer network reaches half of its target, from a small start that is neither balanced nor aligned.</summary>
/// <remarks>
/// Only x_i = We_i + sgn(s_i) Wd_i grows. Modes learned earlier remove their directions, so that mode i starts from x_i^⊥, which is x_i(0) minus its
/// projection on x_1(0), …, x_{i−1}(0), in the order of falling |s|: T_i = log(4|s_i|/|x_i^⊥|² − 1) / (2|s_i|), up to terms of the order of the start
/// squared and as long as the modes are learned one after another. Source: note 0, section "Summary of the dynamics", last statement, made exact.
/// </remarks>
public static class HalfTimes
{
    /// <summary>The rows x_i = We_i + sgn(s_i) Wd_i of a start.</summary>
    /// <param name="targets">s_i, of either sign, not zero.</param>
    /// <param name="encoder">We, with row i for mode i.</param>
    /// <param name="decoder">Wd, with column i for mode i.</param>
    public static Matrix AlignedRows(IReadOnlyList<double> targets, Matrix encoder, Matrix decoder)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        return Matrix.Create(targets.Count, encoder.Columns, (i, j) => encoder[i, j] + (Math.Sign(targets[i]) * decoder[j, i]));
    }

    /// <summary>The rows x_i^⊥, in the order of the modes; zero for modes beyond the hidden width.</summary>
    /// <param name="targets">s_i; modes of larger |s| project first, equal ones in the order given.</param>
    /// <param name="alignedRows">x_i as rows.</param>
    public static Matrix PerpendicularRows(IReadOnlyList<double> targets, Matrix alignedRows)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(alignedRows);
        double[][] rows = [.. targets.Select(_ => new double[alignedRows.Columns])];
        List<double[]> directions = [];
        foreach (int mode in Enumerable.Range(0, targets.Count).OrderByDescending(i => Math.Abs(targets[i])).Take(alignedRows.Columns))
        {
            rows[mode] = [.. alignedRows.Row(mode)];

            // The second pass removes what rounding left of the first.
            foreach (double[] direction in directions.Concat(directions))
            {
                double component = VectorUpdate.Dot(rows[mode], direction);
                rows[mode] = [.. rows[mode].Zip(direction, (x, d) => x - (component * d))];
            }

            double length = Math.Sqrt(VectorUpdate.Dot(rows[mode], rows[mode]));
            directions.Add([.. rows[mode].Select(x => length == 0 ? 0 : x / length)]);
        }

        return Matrix.FromRows(rows);
    }

    /// <summary>|x_i^⊥|² for each mode, in the order of the modes; 0 for modes beyond the hidden width.</summary>
    /// <param name="targets">s_i; modes of larger |s| project first, equal ones in the order given.</param>
    /// <param name="alignedRows">x_i as rows.</param>
    public static IReadOnlyList<double> PerpendicularSquares(IReadOnlyList<double> targets, Matrix alignedRows)
    {
        Matrix rows = PerpendicularRows(targets, alignedRows);
        return [.. Enumerable.Range(0, rows.Rows).Select(i => rows.Row(i).Sum(x => x * x))];
    }

    /// <summary>T = log(4|s|/|x^⊥|² − 1) / (2|s|); ∞ for x^⊥ = 0, NaN where the start is above half of the target.</summary>
    public static double FromPerpendicularSquare(double target, double perpendicularSquare) =>
        TiedMode.HalfTime(Math.Abs(target), perpendicularSquare / 4);

    /// <summary>The mean E T_i = [log(|s_i|/σ²) − ψ((h − i + 1)/2)] / (2|s_i|) over Gaussian starts of standard deviation σ → 0.</summary>
    /// <param name="target">s_i.</param>
    /// <param name="rank">i, counted from 1 in the order of falling |s|.</param>
    /// <param name="hiddenWidth">h ≥ i; below, the mode is never learned and the mean is ∞.</param>
    /// <param name="standardDeviation">σ.</param>
    public static double GaussianMean(double target, int rank, int hiddenWidth, double standardDeviation) => rank > hiddenWidth
        ? double.PositiveInfinity
        : (Math.Log(Math.Abs(target) / (standardDeviation * standardDeviation)) - GammaFunction.Digamma((hiddenWidth - rank + 1) / 2.0)) / (2 * Math.Abs(target));

    /// <summary>The standard deviation √ψ′((h − i + 1)/2) / (2|s_i|) of T_i over Gaussian starts of any σ → 0: log|x_i^⊥|² is that of χ² with h − i + 1 degrees of freedom.</summary>
    /// <param name="target">s_i.</param>
    /// <param name="rank">i, counted from 1 in the order of falling |s|.</param>
    /// <param name="hiddenWidth">h ≥ i.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mode is beyond the hidden width, so that it is never learned.</exception>
    public static double GaussianStandardDeviation(double target, int rank, int hiddenWidth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, hiddenWidth);
        int degrees = hiddenWidth - rank + 1;

        // ψ′(1/2) = π²/2, ψ′(1) = π²/6 and ψ′(x + 1) = ψ′(x) − 1/x².
        double trigamma = degrees % 2 == 1 ? Math.PI * Math.PI / 2 : Math.PI * Math.PI / 6;
        for (double x = degrees % 2 == 1 ? 0.5 : 1; x < degrees / 2.0; x++)
        {
            trigamma -= 1 / (x * x);
        }

        return Math.Sqrt(trigamma) / (2 * Math.Abs(target));
    }
}
