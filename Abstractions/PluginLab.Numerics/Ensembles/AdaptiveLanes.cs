using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles;

/// <summary><see cref="AdaptiveStepSize"/> in lanes.</summary>
internal sealed class AdaptiveLanes : ILaneController
{
    private static readonly double LogarithmOfOne = StepArithmetic.Log2(1);
    private static readonly double LogarithmOfSmallest = StepArithmetic.Log2(AdaptiveStepSize.SmallestEarlierErrorRatio);
    private readonly LaneMethod method;
    private readonly LaneFirstStepSize firstStepSize;
    private readonly LaneNorm norm;
    private readonly ControlGains gains;
    private readonly double direction;
    private readonly double largestStep;

    /// <summary>Creates the controller for a method and a direction of time, 1 or −1.</summary>
    public AdaptiveLanes(AdaptiveStepSize controller, LaneMethod method, double direction)
    {
        (this.method, this.direction, gains, largestStep) = (method, direction, controller.Gains, controller.LargestStep);
        norm = new LaneNorm(controller.Tolerance);
        firstStepSize = new LaneFirstStepSize(method, norm, direction);
    }

    public int Start(LaneStep step, LaneProgress progress)
    {
        progress.Vectors(LaneProgress.RejectedErrorRatio).Clear();
        progress.Vectors(LaneProgress.PreviousLogarithm).Fill(Vector512.Create(LogarithmOfOne));
        progress.Vectors(LaneProgress.EarlierLogarithm).Fill(Vector512.Create(LogarithmOfOne));
        progress.Vectors(LaneProgress.LargestFactor).Fill(Vector512.Create(AdaptiveStepSize.LargestFactor));
        firstStepSize.Choose(step, progress);
        return 1;
    }

    public uint Plan(LaneStep step, LaneProgress progress)
    {
        uint last = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> time = step.Vectors(LaneStep.TimeRow)[half];
            Vector512<double> proposed = Vector512.Min(progress.Vectors(LaneProgress.ProposedStepSize)[half], Vector512.Create(largestStep));
            Vector512<double> end = progress.Vectors(LaneProgress.IntervalEnd)[half];
            Vector512<double> remaining = end - time;
            Vector512<double> next = time + (Vector512.Create(direction) * proposed);
            Vector512<double> reach = Vector512.Min(Vector512.Create(AdaptiveStepSize.LastStepStretch) * proposed, Vector512.Create(largestStep));
            Vector512<double> isLast = Vector512.GreaterThanOrEqual(reach, Vector512.Abs(remaining));
            step.Vectors(LaneStep.SizeRow)[half] = Vector512.ConditionalSelect(isLast, remaining, next - time);
            step.Vectors(LaneStep.EndTimeRow)[half] = Vector512.ConditionalSelect(isLast, end, next);
            last |= LaneMask.Of(half, isLast);
        }

        return last;
    }

    public uint Decide(LaneStep step, LaneProgress progress)
    {
        method.SumErrors(step);
        uint accepted = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> size = step.Vectors(LaneStep.SizeRow)[half];
            Vector512<double> ratio = norm.Of(half, size, step.Work, step.Start, step.End);
            accepted |= Decide(half, Vector512.Abs(size), ratio, progress);
        }

        return accepted;
    }

    public uint FindNonFinite(LaneStep step, uint accepted) => 0;

    private uint Decide(int half, Vector512<double> size, Vector512<double> ratio, LaneProgress progress)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> smallestFactor = Vector512.Create(AdaptiveStepSize.SmallestFactor);
        Vector512<double> isAccepted = Vector512.LessThanOrEqual(ratio, one);
        Vector512<double> isFinite = Vector512.LessThan(ratio, Vector512.Create(double.PositiveInfinity));
        Vector512<double> exponent = WeighErrors(half, isAccepted, ratio, progress);
        Vector512<double> safety = Vector512.ConditionalSelect(isAccepted, Vector512.Create(gains.Safety), Vector512.Create(AdaptiveStepSize.Safety));
        Vector512<double> factor = safety * LaneArithmetic.Exp2(-exponent / Vector512.Create(method.ErrorOrder + 1.0));
        ref Vector512<double> largest = ref progress.Vectors(LaneProgress.LargestFactor)[half];
        Vector512<double> limit = Vector512.ConditionalSelect(isAccepted, largest, one);
        factor = Vector512.ConditionalSelect(Vector512.GreaterThan(factor, limit), limit, factor);
        factor = Vector512.ConditionalSelect(Vector512.LessThan(factor, smallestFactor), smallestFactor, factor);
        progress.Vectors(LaneProgress.ProposedStepSize)[half] = Vector512.ConditionalSelect(isFinite, factor, smallestFactor) * size;
        largest = Vector512.ConditionalSelect(isAccepted, Vector512.Create(AdaptiveStepSize.LargestFactor), one);
        ref Vector512<double> rejected = ref progress.Vectors(LaneProgress.RejectedErrorRatio)[half];
        rejected = Vector512.ConditionalSelect(isAccepted, rejected, ratio);
        return LaneMask.Of(half, isAccepted);
    }

    /// <summary>The exponent of an attempt; remembers its error if it is accepted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> WeighErrors(int half, Vector512<double> isAccepted, Vector512<double> ratio, LaneProgress progress)
    {
        ref Vector512<double> previous = ref progress.Vectors(LaneProgress.PreviousLogarithm)[half];
        ref Vector512<double> earlier = ref progress.Vectors(LaneProgress.EarlierLogarithm)[half];
        Vector512<double> newest = LaneArithmetic.Log2(LaneArithmetic.Larger(ratio, Vector512.Create(AdaptiveStepSize.SmallestErrorRatio)));
        Vector512<double> weighed = (Vector512.Create(gains.Newest) * newest) + (Vector512.Create(gains.Previous) * previous);
        if (gains.Earlier != 0)
        {
            weighed += Vector512.Create(gains.Earlier) * earlier;
            earlier = Vector512.ConditionalSelect(isAccepted, previous, earlier);
        }

        Vector512<double> isSmall = Vector512.LessThan(ratio, Vector512.Create(AdaptiveStepSize.SmallestEarlierErrorRatio));
        Vector512<double> remembered = Vector512.ConditionalSelect(isSmall, Vector512.Create(LogarithmOfSmallest), newest);
        previous = Vector512.ConditionalSelect(isAccepted, remembered, previous);
        return Vector512.ConditionalSelect(isAccepted, weighed, newest);
    }
}
