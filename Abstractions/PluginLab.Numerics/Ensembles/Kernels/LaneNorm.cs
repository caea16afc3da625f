using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>The norm of <see cref="ScaledNorm"/> in lanes, with the same bits.</summary>
internal sealed class LaneNorm(ErrorTolerance tolerance)
{
    // How many partial sums the plain norm keeps.
    private const int PartialSums = 8;
    private readonly double absolute = Math.Max(tolerance.Absolute, ErrorTolerance.SmallestScale);
    private readonly double relative = tolerance.Relative;

    /// <summary>Of the errors factor · error between two states, in half of the lanes.</summary>
    /// <param name="half">0 or 1.</param>
    /// <param name="factor">One for each lane.</param>
    /// <param name="error">One row per component.</param>
    /// <param name="before">The state before; one row per component.</param>
    /// <param name="after">The state after.</param>
    public Vector512<double> Of(
        int half, Vector512<double> factor, ReadOnlySpan<Vector512<double>> error, ReadOnlySpan<Vector512<double>> before, ReadOnlySpan<Vector512<double>> after)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int first = half; first < error.Length && first < PartialSums * LaneMemory.VectorsPerRow; first += LaneMemory.VectorsPerRow)
        {
            Vector512<double> partialSum = Vector512<double>.Zero;
            for (int i = first; i < error.Length; i += PartialSums * LaneMemory.VectorsPerRow)
            {
                Vector512<double> scaled = Scale(factor * error[i], before[i], after[i]);
                partialSum = Vector512.FusedMultiplyAdd(scaled, scaled, partialSum);
            }

            sum += partialSum;
        }

        return Vector512.Sqrt(sum / Vector512.Create((double)(error.Length / LaneMemory.VectorsPerRow)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Scale(Vector512<double> error, Vector512<double> before, Vector512<double> after)
    {
        Vector512<double> size = LaneArithmetic.Larger(Vector512.Abs(before), Vector512.Abs(after));
        Vector512<double> scale = Vector512.FusedMultiplyAdd(Vector512.Create(relative), size, Vector512.Create(absolute));
        return error * LaneArithmetic.Reciprocal(scale);
    }
}
