using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>The solution within a step in lanes, each at its own time. Work space for one thread.</summary>
internal sealed class LaneDenseOutput(LaneMethod method, DenseOutput denseOutput)
{
    private readonly LaneMemory weights = new(denseOutput.Slopes.Length);

    /// <summary>Prepares for a step that was taken; its room for stages is overwritten.</summary>
    public void Start(LaneStep step)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            LaneHalf rows = step.Memory.Half(half);
            rows[LaneLayout.Length] = rows[LaneLayout.EndTime] - rows[LaneLayout.Time];
        }

        method.TakeExtraStages(step);
    }

    /// <summary>The states at times within the step, exactly those at its ends at their times, into the room for stages.</summary>
    /// <param name="step">The step.</param>
    /// <param name="times">A time for each lane.</param>
    public void Interpolate(LaneStep step, ReadOnlySpan<Vector512<double>> times)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            LaneHalf rows = step.Memory.Half(half);
            weights.Half(half)[0] = (times[half] - rows[LaneLayout.Time]) / rows[LaneLayout.Length];
        }

        denseOutput.Weigh(weights.Row(0), weights.Rows(0, denseOutput.Slopes.Length));
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Interpolate(step.Memory.Half(half), weights.Half(half), step.Layout, times[half]);
        }
    }

    private void Interpolate(LaneHalf rows, LaneHalf factors, LaneLayout layout, Vector512<double> time)
    {
        Vector512<double> isStart = Vector512.Equals(time, rows[LaneLayout.Time]);
        Vector512<double> isEnd = Vector512.Equals(time, rows[LaneLayout.EndTime]);
        for (int k = 0; k < layout.Dimension; k++)
        {
            Vector512<double> start = rows[layout.Start + k];
            Vector512<double> within = Vector512.FusedMultiplyAdd(rows[LaneLayout.Length], SumAt(rows, factors, layout, k), start);
            rows[layout.Work + k] = Vector512.ConditionalSelect(isStart, start, Vector512.ConditionalSelect(isEnd, rows[layout.End + k], within));
        }
    }

    /// <summary>Σ_i b_i(θ) k_i in one component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> SumAt(LaneHalf rows, LaneHalf factors, LaneLayout layout, int component)
    {
        int[] slopes = denseOutput.Slopes;
        Vector512<double> sum = factors[0] * rows[layout.Slope(slopes[0]) + component];
        for (int i = 1; i < slopes.Length; i++)
        {
            sum = Vector512.FusedMultiplyAdd(factors[i], rows[layout.Slope(slopes[i]) + component], sum);
        }

        return sum;
    }
}
