using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary><see cref="AdaptiveStepSize"/> in lanes.</summary>
internal sealed class AdaptiveLanes : ILaneController
{
    private readonly LaneMethod method;
    private readonly LaneFirstStepSize firstStepSize;
    private readonly LaneErrorWeighing errors;
    private readonly LaneNorm norm;
    private readonly double safety;
    private readonly double direction;
    private readonly double largestStep;

    /// <summary>Creates the controller for a method and a direction of time, 1 or −1.</summary>
    public AdaptiveLanes(AdaptiveStepSize controller, LaneMethod method, double direction)
    {
        (this.method, this.direction, safety, largestStep) = (method, direction, controller.Gains.Safety, controller.LargestStep);
        errors = new LaneErrorWeighing(controller.Gains, method.ErrorOrder);
        norm = new LaneNorm(controller.Tolerance);
        firstStepSize = new LaneFirstStepSize(method, norm, direction);
    }

    public double KnotTolerance => 0;

    public int Start(LaneStep step, LaneProgress progress)
    {
        progress.Vectors(LaneProgress.RejectedErrorRatio).Clear();
        progress.Vectors(LaneProgress.LargestFactor).Fill(Vector512.Create(AdaptiveStepSize.LargestFactor));
        LaneErrorWeighing.Start(progress);
        firstStepSize.Choose(step, progress);
        return 1;
    }

    public uint Plan(LaneStep step, LaneProgress progress)
    {
        Vector512<double> largest = Vector512.Create(largestStep);
        uint last = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> time = step.Vectors(LaneStep.TimeRow)[half];
            Vector512<double> proposed = Smaller(progress.Vectors(LaneProgress.ProposedStepSize)[half], largest);
            Vector512<double> end = progress.Vectors(LaneProgress.IntervalEnd)[half];
            Vector512<double> remaining = end - time;
            Vector512<double> next = time + (Vector512.Create(direction) * proposed);
            Vector512<double> reach = Smaller(Vector512.Create(AdaptiveStepSize.LastStepStretch) * proposed, largest);
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
        Span<Vector512<double>> ratios = progress.Vectors(LaneProgress.ErrorRatio);
        for (int half = 0; half < ratios.Length; half++)
        {
            ratios[half] = norm.Of(half, step.Vectors(LaneStep.SizeRow)[half], step.Work, step.Start, step.End);
        }

        if (method.HasCoarseErrorEstimate)
        {
            CorrectErrors(step, ratios);
        }

        uint accepted = 0;
        for (int half = 0; half < ratios.Length; half++)
        {
            accepted |= Decide(half, Vector512.Abs(step.Vectors(LaneStep.SizeRow)[half]), progress);
        }

        return accepted;
    }

    public uint FindNonFinite(LaneStep step, uint accepted) => 0;

    private static Vector512<double> Smaller(Vector512<double> left, Vector512<double> right) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), right, left);

    private void CorrectErrors(LaneStep step, Span<Vector512<double>> ratios)
    {
        method.SumCoarseErrors(step);
        for (int half = 0; half < ratios.Length; half++)
        {
            Vector512<double> coarse = norm.Of(half, step.Vectors(LaneStep.SizeRow)[half], step.Work, step.Start, step.End);
            ratios[half] = LaneArithmetic.CorrectError(ratios[half], coarse);
        }
    }

    private uint Decide(int half, Vector512<double> size, LaneProgress progress)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> ratio = progress.Vectors(LaneProgress.ErrorRatio)[half];
        Vector512<double> isAccepted = Vector512.LessThanOrEqual(ratio, one);
        Vector512<double> exponent = errors.FindExponent(half, isAccepted, size, progress);
        Vector512<double> margin = Vector512.ConditionalSelect(isAccepted, Vector512.Create(safety), Vector512.Create(AdaptiveStepSize.Safety));
        ref Vector512<double> largest = ref progress.Vectors(LaneProgress.LargestFactor)[half];
        Vector512<double> factor = Smaller(margin * LaneArithmetic.Exp2(exponent), Vector512.ConditionalSelect(isAccepted, largest, one));
        Vector512<double> smallest = Vector512.Create(AdaptiveStepSize.SmallestFactor);
        Vector512<double> isUsable = Vector512.LessThan(ratio, Vector512.Create(double.PositiveInfinity)) & Vector512.GreaterThanOrEqual(factor, smallest);
        progress.Vectors(LaneProgress.ProposedStepSize)[half] = Vector512.ConditionalSelect(isUsable, factor, smallest) * size;
        largest = Vector512.ConditionalSelect(isAccepted, Vector512.Create(AdaptiveStepSize.LargestFactor), one);
        ref Vector512<double> rejected = ref progress.Vectors(LaneProgress.RejectedErrorRatio)[half];
        rejected = Vector512.ConditionalSelect(isAccepted, rejected, ratio);
        return LaneMask.Of(half, isAccepted);
    }
}
