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

    /// <summary>Of errors between two states.</summary>
    /// <param name="rows">Holds all of them.</param>
    /// <param name="which">The first rows of error, state before and state after.</param>
    /// <param name="dimension">How many rows each has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Of(LaneHalf rows, (int Error, int Before, int After) which, int dimension)
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
                Vector512<double> scaled = Scale(Unsafe.Add(ref error, i), Unsafe.Add(ref before, i), Unsafe.Add(ref after, i));
                partialSum = Vector512.FusedMultiplyAdd(scaled, scaled, partialSum);
            }

            sum += partialSum;
        }

        return RootMeanSquare(sum, dimension);
    }

    /// <summary>Of the errors factor · Σ_i weights_i · slopes_i, which are formed as they are needed.</summary>
    /// <param name="memory">Holds all of them.</param>
    /// <param name="error">The sum.</param>
    /// <param name="which">The row of the factor, and the first rows of state before and state after.</param>
    /// <param name="dimension">How many rows a state has.</param>
    /// <param name="result">The row that receives the norm.</param>
    public void OfSum(LaneMemory memory, LaneSum error, (int Factor, int Before, int After) which, int dimension, int result)
    {
        if (dimension == 3)
        {
            OfThree(memory, error, which, result);
            return;
        }

        LaneHalf lower = memory.Half(0), upper = memory.Half(1);
        (Vector512<double> lowerFactor, Vector512<double> upperFactor) = (lower[which.Factor], upper[which.Factor]);
        Vector512<double> lowerSum = Vector512<double>.Zero, upperSum = Vector512<double>.Zero;
        for (int first = 0; first < Math.Min(dimension, PartialSums); first++)
        {
            Vector512<double> lowerPartial = Vector512<double>.Zero, upperPartial = Vector512<double>.Zero;
            for (int k = first; k < dimension; k += PartialSums)
            {
                error.At(memory, k, out Vector512<double> lowerError, out Vector512<double> upperError);
                Vector512<double> scaled = Scale(lowerFactor * lowerError, lower[which.Before + k], lower[which.After + k]);
                lowerPartial = Vector512.FusedMultiplyAdd(scaled, scaled, lowerPartial);
                scaled = Scale(upperFactor * upperError, upper[which.Before + k], upper[which.After + k]);
                upperPartial = Vector512.FusedMultiplyAdd(scaled, scaled, upperPartial);
            }

            lowerSum += lowerPartial;
            upperSum += upperPartial;
        }

        lower[result] = RootMeanSquare(lowerSum, dimension);
        upper[result] = RootMeanSquare(upperSum, dimension);
    }

    /// <summary>The same for three components, six chains of operations side by side: a sweep over products of three weights spends a fifth of its time here.</summary>
    private void OfThree(LaneMemory memory, LaneSum error, (int Factor, int Before, int After) which, int result)
    {
        LaneHalf lower = memory.Half(0), upper = memory.Half(1);
        error.AtThree(
            memory, out Vector512<double> a, out Vector512<double> b, out Vector512<double> c, out Vector512<double> d, out Vector512<double> e, out Vector512<double> f);
        a = Scale(lower[which.Factor] * a, lower[which.Before], lower[which.After]);
        b = Scale(upper[which.Factor] * b, upper[which.Before], upper[which.After]);
        c = Scale(lower[which.Factor] * c, lower[which.Before + 1], lower[which.After + 1]);
        d = Scale(upper[which.Factor] * d, upper[which.Before + 1], upper[which.After + 1]);
        e = Scale(lower[which.Factor] * e, lower[which.Before + 2], lower[which.After + 2]);
        f = Scale(upper[which.Factor] * f, upper[which.Before + 2], upper[which.After + 2]);
        lower[result] = RootMeanSquare((a * a) + (c * c) + (e * e), 3);
        upper[result] = RootMeanSquare((b * b) + (d * d) + (f * f), 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> RootMeanSquare(Vector512<double> sum, int count) => LaneArithmetic.SquareRoot(sum * Vector512.Create(1.0 / count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Scale(Vector512<double> error, Vector512<double> before, Vector512<double> after)
    {
        Vector512<double> size = LaneArithmetic.Larger(Vector512.Abs(before), Vector512.Abs(after));
        Vector512<double> scale = Vector512.FusedMultiplyAdd(Vector512.Create(relative), size, Vector512.Create(absolute));
        return error * LaneArithmetic.Reciprocal(scale);
    }
}
