using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>The norm of <see cref="ScaledNorm"/> in lanes, with the same bits.</summary>
internal sealed class LaneNorm(ErrorTolerance tolerance)
{
    // How many partial sums the plain norm keeps.
    private const int PartialSums = 8;
    private const int VectorsPerRow = LaneMemory.VectorsPerRow;
    private readonly double absolute = Math.Max(tolerance.Absolute, ErrorTolerance.SmallestScale);
    private readonly double relative = tolerance.Relative;

    /// <summary>Of the errors factor · error between two states.</summary>
    /// <param name="rows">Holds all of them.</param>
    /// <param name="factor">One for each lane.</param>
    /// <param name="which">The first rows of error, state before and state after.</param>
    /// <param name="dimension">How many rows each has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Of(LaneHalf rows, Vector512<double> factor, (int Error, int Before, int After) which, int dimension)
    {
        ref Vector512<double> error = ref rows[which.Error];
        ref Vector512<double> before = ref rows[which.Before];
        ref Vector512<double> after = ref rows[which.After];
        nint end = (nint)dimension * VectorsPerRow;
        Vector512<double> sum = Vector512<double>.Zero;
        for (nint first = 0; first < Math.Min(end, PartialSums * VectorsPerRow); first += VectorsPerRow)
        {
            Vector512<double> partialSum = Vector512<double>.Zero;
            for (nint i = first; i < end; i += PartialSums * VectorsPerRow)
            {
                Vector512<double> scaled = Scale(factor * Unsafe.Add(ref error, i), Unsafe.Add(ref before, i), Unsafe.Add(ref after, i));
                partialSum = Vector512.FusedMultiplyAdd(scaled, scaled, partialSum);
            }

            sum += partialSum;
        }

        return Vector512.Sqrt(sum / Vector512.Create((double)dimension));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Scale(Vector512<double> error, Vector512<double> before, Vector512<double> after)
    {
        Vector512<double> size = LaneArithmetic.Larger(Vector512.Abs(before), Vector512.Abs(after));
        Vector512<double> scale = Vector512.FusedMultiplyAdd(Vector512.Create(relative), size, Vector512.Create(absolute));
        return error * LaneArithmetic.Reciprocal(scale);
    }
}
