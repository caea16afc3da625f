using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>How <see cref="AdaptiveStepSize"/> weighs errors and step sizes of this and earlier steps, in lanes.</summary>
internal sealed class LaneErrorWeighing(ControlGains gains, int errorOrder)
{
    private readonly double newestGain = gains.Newest;
    private readonly double previousGain = gains.Previous;
    private readonly double earlierGain = gains.Earlier;
    private readonly double stepRatioGain = gains.StepRatio;
    private readonly double share = 1.0 / (errorOrder + 1);

    private static readonly double LogarithmOfOne = StepArithmetic.Log2(1);
    private static readonly double LogarithmOfSmallest = StepArithmetic.Log2(AdaptiveStepSize.SmallestEarlierErrorRatio);

    /// <summary>Sets the memory of solves that have not begun.</summary>
    public static void Start(LaneStep step)
    {
        step.Memory.Vectors(LaneLayout.PreviousLogarithm).Fill(Vector512.Create(LogarithmOfOne));
        step.Memory.Vectors(LaneLayout.EarlierLogarithm).Fill(Vector512.Create(LogarithmOfOne));
        step.Memory.Vectors(LaneLayout.PreviousSize).Clear();
    }

    /// <summary>log₂ of the factor that an attempt proposes, but for safety; remembers the attempt where it is accepted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> FindExponent(LaneHalf rows, Vector512<double> ratio, Vector512<double> isAccepted)
    {
        Vector512<double> newest = LaneArithmetic.Log2(LaneArithmetic.Larger(ratio, Vector512.Create(AdaptiveStepSize.SmallestErrorRatio)));
        Vector512<double> previous = rows[LaneLayout.PreviousLogarithm];
        Vector512<double> weighed = (Vector512.Create(newestGain) * newest) + (Vector512.Create(previousGain) * previous);
        if (earlierGain != 0)
        {
            ref Vector512<double> earlier = ref rows[LaneLayout.EarlierLogarithm];
            weighed += Vector512.Create(earlierGain) * earlier;
            earlier = Vector512.ConditionalSelect(isAccepted, previous, earlier);
        }

        Vector512<double> isSmall = Vector512.LessThan(ratio, Vector512.Create(AdaptiveStepSize.SmallestEarlierErrorRatio));
        Vector512<double> remembered = Vector512.ConditionalSelect(isSmall, Vector512.Create(LogarithmOfSmallest), newest);
        rows[LaneLayout.PreviousLogarithm] = Vector512.ConditionalSelect(isAccepted, remembered, previous);
        Vector512<double> exponent = Share(Vector512.ConditionalSelect(isAccepted, weighed, newest));
        return stepRatioGain == 0 ? exponent : Vector512.ConditionalSelect(isAccepted, Predict(rows, exponent, Share(newest), isAccepted), exponent);
    }

    /// <summary>The exponent of accepted steps where their sizes count: after the first one, and not more than integral control proposes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Predict(LaneHalf rows, Vector512<double> exponent, Vector512<double> integral, Vector512<double> isAccepted)
    {
        Vector512<double> size = Vector512.Abs(rows[LaneLayout.Size]);
        ref Vector512<double> previousSize = ref rows[LaneLayout.PreviousSize];
        Vector512<double> predicted = exponent - (Vector512.Create(stepRatioGain) * LaneArithmetic.Log2(size / previousSize));
        predicted = Vector512.ConditionalSelect(Vector512.GreaterThan(previousSize, Vector512<double>.Zero), predicted, integral);
        previousSize = Vector512.ConditionalSelect(isAccepted, size, previousSize);
        return Vector512.Min(predicted, integral);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Share(Vector512<double> logarithm) => -logarithm * Vector512.Create(share);
}
