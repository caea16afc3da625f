using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>The root mean square of errors over their tolerances, summed in a fixed order: component k goes to partial sum k mod 8.</summary>
/// <remarks>The quotients are good to five digits: see <see cref="StepArithmetic.Reciprocal"/>.</remarks>
internal struct ScaledNorm(ErrorTolerance tolerance)
{
    private const long ReciprocalBits = 0x7FDE600000000000;
    private readonly double absolute = Math.Max(tolerance.Absolute, ErrorTolerance.SmallestScale);
    private readonly double relative = tolerance.Relative;
    private Vector512<double> partialSums;

    /// <summary>Of given errors.</summary>
    public static double Of(ErrorTolerance tolerance, ReadOnlySpan<double> error, ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        ScaledNorm norm = new(tolerance);
        int width = Vector512<double>.Count;
        int k = 0;
        for (; k <= error.Length - width; k += width)
        {
            norm.Add(Vector512.Create(error.Slice(k, width)), Vector512.Create(before.Slice(k, width)), Vector512.Create(after.Slice(k, width)));
        }

        for (; k < error.Length; k++)
        {
            norm.Add(k % width, error[k], before[k], after[k]);
        }

        return norm.RootMeanSquare(error.Length);
    }

    /// <summary>Of the errors factor · Σ_i weights_i · stages_i, which are formed as they are needed.</summary>
    public static double Of(
        ErrorTolerance tolerance, StageRow row, double[][] stages, double factor, ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        ScaledNorm norm = new(tolerance);
        int width = Vector512<double>.Count;
        Vector512<double> factors = Vector512.Create(factor);
        int k = 0;
        for (; k <= before.Length - width; k += width)
        {
            norm.Add(factors * WeightedSum.SumAt(row, stages, k), Vector512.Create(before.Slice(k, width)), Vector512.Create(after.Slice(k, width)));
        }

        for (; k < before.Length; k++)
        {
            norm.Add(k % width, factor * WeightedSum.ComponentAt(row, stages, k), before[k], after[k]);
        }

        return norm.RootMeanSquare(before.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector512<double> error, Vector512<double> before, Vector512<double> after)
    {
        (Vector512<double> left, Vector512<double> right) = (Vector512.Abs(before), Vector512.Abs(after));
        Vector512<double> size = Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), left, right);
        Vector512<double> scale = Vector512.FusedMultiplyAdd(Vector512.Create(relative), size, Vector512.Create(absolute));
        Vector512<double> ratio = error * Reciprocal(scale);
        partialSums = Vector512.FusedMultiplyAdd(ratio, ratio, partialSums);
    }

    private void Add(int partialSum, double error, double before, double after)
    {
        (double left, double right) = (Math.Abs(before), Math.Abs(after));
        double scale = Math.FusedMultiplyAdd(relative, left > right ? left : right, absolute);
        double ratio = error * StepArithmetic.Reciprocal(scale);
        partialSums = partialSums.WithElement(partialSum, Math.FusedMultiplyAdd(ratio, ratio, partialSums[partialSum]));
    }

    private readonly double RootMeanSquare(int count)
    {
        double sum = partialSums[0];
        for (int k = 1; k < Vector512<double>.Count; k++)
        {
            sum += partialSums[k];
        }

        return Math.Sqrt(sum / count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Reciprocal(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> y = (Vector512.Create(ReciprocalBits) - x.AsInt64()).AsDouble();
        y = Vector512.FusedMultiplyAdd(y, Vector512.FusedMultiplyAdd(-x, y, one), y);
        return Vector512.FusedMultiplyAdd(y, Vector512.FusedMultiplyAdd(-x, y, one), y);
    }
}
