using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>How <see cref="AdaptiveStepSize"/> weighs errors and step sizes of this and earlier steps, in lanes.</summary>
internal sealed class LaneErrorWeighing(ControlGains gains, int errorOrder)
{
    private static readonly double LogarithmOfOne = StepArithmetic.Log2(1);
    private static readonly double LogarithmOfSmallest = StepArithmetic.Log2(AdaptiveStepSize.SmallestEarlierErrorRatio);

    /// <summary>Sets the memory of solves that have not begun.</summary>
    public static void Start(LaneProgress progress)
    {
        progress.Vectors(LaneProgress.PreviousLogarithm).Fill(Vector512.Create(LogarithmOfOne));
        progress.Vectors(LaneProgress.EarlierLogarithm).Fill(Vector512.Create(LogarithmOfOne));
        progress.Vectors(LaneProgress.PreviousStepSize).Clear();
    }

    /// <summary>log₂ of the factor that an attempt proposes, but for safety, in half of the lanes; remembers the attempt where it is accepted.</summary>
    public Vector512<double> FindExponent(int half, Vector512<double> isAccepted, Vector512<double> size, LaneProgress progress)
    {
        ref Vector512<double> previous = ref progress.Vectors(LaneProgress.PreviousLogarithm)[half];
        Vector512<double> ratio = progress.Vectors(LaneProgress.ErrorRatio)[half];
        Vector512<double> newest = LaneArithmetic.Log2(LaneArithmetic.Larger(ratio, Vector512.Create(AdaptiveStepSize.SmallestErrorRatio)));
        Vector512<double> weighed = (Vector512.Create(gains.Newest) * newest) + (Vector512.Create(gains.Previous) * previous);
        if (gains.Earlier != 0)
        {
            ref Vector512<double> earlier = ref progress.Vectors(LaneProgress.EarlierLogarithm)[half];
            weighed += Vector512.Create(gains.Earlier) * earlier;
            earlier = Vector512.ConditionalSelect(isAccepted, previous, earlier);
        }

        Vector512<double> isSmall = Vector512.LessThan(ratio, Vector512.Create(AdaptiveStepSize.SmallestEarlierErrorRatio));
        Vector512<double> remembered = Vector512.ConditionalSelect(isSmall, Vector512.Create(LogarithmOfSmallest), newest);
        previous = Vector512.ConditionalSelect(isAccepted, remembered, previous);
        Vector512<double> exponent = Share(Vector512.ConditionalSelect(isAccepted, weighed, newest));
        return gains.StepRatio == 0 ? exponent : Predict(exponent, Share(newest), isAccepted, size, ref progress.Vectors(LaneProgress.PreviousStepSize)[half]);
    }

    /// <summary>The exponent where the sizes of steps count: after the first accepted step, and not more than integral control proposes.</summary>
    private Vector512<double> Predict(
        Vector512<double> exponent, Vector512<double> integral, Vector512<double> isAccepted, Vector512<double> size, ref Vector512<double> previousSize)
    {
        Vector512<double> predicted = exponent - (Vector512.Create(gains.StepRatio) * LaneArithmetic.Log2(size / previousSize));
        predicted = Vector512.ConditionalSelect(Vector512.GreaterThan(previousSize, Vector512<double>.Zero), predicted, integral);
        previousSize = Vector512.ConditionalSelect(isAccepted, size, previousSize);
        return Vector512.ConditionalSelect(isAccepted, Vector512.Min(predicted, integral), exponent);
    }

    private Vector512<double> Share(Vector512<double> logarithm) => -logarithm / Vector512.Create(errorOrder + 1.0);
}
