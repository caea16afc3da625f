using System.Runtime.CompilerServices;
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

    public int Start(LaneStep step)
    {
        step.Memory.Vectors(LaneLayout.RejectedErrorRatio).Clear();
        step.Memory.Vectors(LaneLayout.RejectedSteps).Clear();
        step.Memory.Vectors(LaneLayout.LargestFactor).Fill(Vector512.Create(AdaptiveStepSize.LargestFactor));
        LaneErrorWeighing.Start(step);
        firstStepSize.Choose(step);
        return 1;
    }

    public uint Plan(LaneStep step) => LaneMask.Of(0, Plan(step.Memory.Half(0))) | LaneMask.Of(1, Plan(step.Memory.Half(1)));

    public uint Decide(LaneStep step)
    {
        EstimateErrors(step);
        return LaneMask.Of(0, Decide(step.Memory.Half(0))) | LaneMask.Of(1, Decide(step.Memory.Half(1)));
    }

    public uint FindNonFinite(LaneStep step, uint accepted) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Smaller(Vector512<double> left, Vector512<double> right) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), right, left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Plan(LaneHalf rows)
    {
        Vector512<double> largest = Vector512.Create(largestStep);
        Vector512<double> proposed = Smaller(rows[LaneLayout.ProposedSize], largest);
        (Vector512<double> time, Vector512<double> end) = (rows[LaneLayout.Time], rows[LaneLayout.IntervalEnd]);
        Vector512<double> remaining = end - time;
        Vector512<double> next = time + (Vector512.Create(direction) * proposed);
        Vector512<double> reach = Smaller(Vector512.Create(AdaptiveStepSize.LastStepStretch) * proposed, largest);
        Vector512<double> isLast = Vector512.GreaterThanOrEqual(reach, Vector512.Abs(remaining));
        rows[LaneLayout.Size] = Vector512.ConditionalSelect(isLast, remaining, next - time);
        rows[LaneLayout.EndTime] = Vector512.ConditionalSelect(isLast, end, next);
        return isLast;
    }

    private void EstimateErrors(LaneStep step)
    {
        Norm(step, method.ErrorOverSize, LaneLayout.ErrorRatio);
        if (!method.HasCoarseErrorEstimate)
        {
            return;
        }

        Norm(step, method.CoarseErrorOverSize, LaneLayout.CoarseErrorRatio);
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            LaneHalf rows = step.Memory.Half(half);
            rows[LaneLayout.ErrorRatio] = LaneArithmetic.CorrectError(rows[LaneLayout.ErrorRatio], rows[LaneLayout.CoarseErrorRatio]);
        }
    }

    private void Norm(LaneStep step, LaneSum error, int result)
    {
        LaneLayout layout = step.Layout;
        norm.OfSum(step.Memory, error, (LaneLayout.Size, layout.Start, layout.End), layout.Dimension, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Decide(LaneHalf rows)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> smallest = Vector512.Create(AdaptiveStepSize.SmallestFactor);
        Vector512<double> ratio = rows[LaneLayout.ErrorRatio];
        Vector512<double> isAccepted = Vector512.LessThanOrEqual(ratio, one);
        Vector512<double> margin = Vector512.ConditionalSelect(isAccepted, Vector512.Create(safety), Vector512.Create(AdaptiveStepSize.Safety));
        Vector512<double> limit = Vector512.ConditionalSelect(isAccepted, rows[LaneLayout.LargestFactor], one);
        Vector512<double> factor = Smaller(margin * LaneArithmetic.Exp2(errors.FindExponent(rows, ratio, isAccepted)), limit);
        Vector512<double> isUsable = Vector512.LessThan(ratio, Vector512.Create(double.PositiveInfinity)) & Vector512.GreaterThanOrEqual(factor, smallest);
        rows[LaneLayout.ProposedSize] = Vector512.ConditionalSelect(isUsable, factor, smallest) * Vector512.Abs(rows[LaneLayout.Size]);
        rows[LaneLayout.LargestFactor] = Vector512.ConditionalSelect(isAccepted, Vector512.Create(AdaptiveStepSize.LargestFactor), one);
        rows[LaneLayout.RejectedErrorRatio] = Vector512.ConditionalSelect(isAccepted, rows[LaneLayout.RejectedErrorRatio], ratio);
        rows[LaneLayout.RejectedSteps] += Vector512.AndNot(one, isAccepted);
        return isAccepted;
    }
}
