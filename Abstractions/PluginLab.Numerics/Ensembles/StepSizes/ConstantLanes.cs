using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary><see cref="ConstantStepSize"/> in lanes.</summary>
internal sealed class ConstantLanes(ConstantStepSize controller, double startTime, double direction) : ILaneController
{
    private readonly double stepSize = direction * controller.StepSize;

    public double KnotTolerance => controller.KnotTolerance;

    public int Start(LaneStep step, LaneProgress progress)
    {
        progress.Vectors(LaneProgress.RejectedErrorRatio).Clear();
        progress.Vectors(LaneProgress.AcceptedSteps).Clear();
        return 0;
    }

    public uint Plan(LaneStep step, LaneProgress progress)
    {
        Vector512<double> size = Vector512.Create(stepSize);
        uint last = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> end = progress.Vectors(LaneProgress.IntervalEnd)[half];
            Vector512<double> next = Vector512.Create(startTime) + ((progress.Vectors(LaneProgress.AcceptedSteps)[half] + Vector512<double>.One) * size);
            Vector512<double> excess = Vector512.Create(direction) * (next - end);
            Vector512<double> isWithin = Vector512.LessThan(excess, Vector512.Create(-KnotTolerance));
            Vector512<double> isWhole = Vector512.LessThanOrEqual(excess, Vector512.Create(KnotTolerance));
            Vector512<double> rest = end - step.Vectors(LaneStep.TimeRow)[half];
            step.Vectors(LaneStep.SizeRow)[half] = Vector512.ConditionalSelect(isWhole, size, rest);
            step.Vectors(LaneStep.EndTimeRow)[half] = Vector512.ConditionalSelect(isWithin, next, end);
            last |= LaneMask.Of(half, ~isWithin);
        }

        return last;
    }

    public uint Decide(LaneStep step, LaneProgress progress)
    {
        foreach (ref Vector512<double> accepted in progress.Vectors(LaneProgress.AcceptedSteps))
        {
            accepted += Vector512<double>.One;
        }

        return LaneMask.All;
    }

    public uint FindNonFinite(LaneStep step, uint accepted) => accepted & ~LaneMask.OfFinite(step.End);
}
