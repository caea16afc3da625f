using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary><see cref="ConstantStepSize"/> in lanes.</summary>
internal sealed class ConstantLanes(ConstantStepSize controller, double startTime, double direction) : ILaneController
{
    private readonly double stepSize = direction * controller.StepSize;

    public double KnotTolerance { get; } = controller.KnotTolerance;

    public int Start(LaneStep step)
    {
        step.Memory.Vectors(LaneLayout.RejectedErrorRatio).Clear();
        step.Memory.Vectors(LaneLayout.AcceptedSteps).Clear();
        step.Memory.Vectors(LaneLayout.RejectedSteps).Clear();
        return 0;
    }

    public uint Plan(LaneStep step)
    {
        Vector512<double> size = Vector512.Create(stepSize);
        uint last = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            LaneHalf rows = step.Memory.Half(half);
            Vector512<double> end = rows[LaneLayout.IntervalEnd];
            Vector512<double> next = Vector512.Create(startTime) + ((rows[LaneLayout.AcceptedSteps] + Vector512<double>.One) * size);
            Vector512<double> excess = Vector512.Create(direction) * (next - end);
            Vector512<double> isWithin = Vector512.LessThan(excess, Vector512.Create(-KnotTolerance));
            Vector512<double> isWhole = Vector512.LessThanOrEqual(excess, Vector512.Create(KnotTolerance));
            rows[LaneLayout.Size] = Vector512.ConditionalSelect(isWhole, size, end - rows[LaneLayout.Time]);
            rows[LaneLayout.EndTime] = Vector512.ConditionalSelect(isWithin, next, end);
            last |= LaneMask.Of(half, ~isWithin);
        }

        return last;
    }

    public uint Decide(LaneStep step)
    {
        foreach (ref Vector512<double> accepted in step.Memory.Vectors(LaneLayout.AcceptedSteps))
        {
            accepted += Vector512<double>.One;
        }

        return LaneMask.All;
    }

    public uint FindNonFinite(LaneStep step, uint accepted) => accepted & ~LaneMask.OfFinite(step.End);
}
