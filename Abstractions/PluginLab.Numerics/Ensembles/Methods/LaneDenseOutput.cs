using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>The solution within a step in lanes, each at its own time. Work space for one thread.</summary>
internal sealed class LaneDenseOutput
{
    private readonly DenseOutput denseOutput;
    private readonly LaneMethod method;
    private readonly LaneMemory length = new(1);
    private readonly LaneMemory weights;

    public LaneDenseOutput(LaneMethod method, DenseOutput denseOutput)
    {
        (this.method, this.denseOutput) = (method, denseOutput);
        weights = new LaneMemory(denseOutput.Slopes.Length);
    }

    /// <summary>Prepares for a step that was taken; its room for stages is overwritten.</summary>
    public void Start(LaneStep step)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            length.Vectors(0)[half] = step.Vectors(LaneStep.EndTimeRow)[half] - step.Vectors(LaneStep.TimeRow)[half];
        }

        method.TakeExtraStages(step, length.Vectors(0));
    }

    /// <summary>The states at times within the step, exactly those at its ends at their times.</summary>
    /// <param name="step">The step.</param>
    /// <param name="times">A time for each lane.</param>
    /// <param name="states">Receives a state for each lane; may be <see cref="LaneStep.Work"/>.</param>
    public void Interpolate(LaneStep step, ReadOnlySpan<Vector512<double>> times, Span<Vector512<double>> states)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            weights.Vectors(0)[half] = (times[half] - step.Vectors(LaneStep.TimeRow)[half]) / length.Vectors(0)[half];
        }

        denseOutput.Weigh(weights.Slice(0)[0], weights.Slice(0, denseOutput.Slopes.Length));
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Interpolate(half, step, times[half], states);
        }
    }

    private void Interpolate(int half, LaneStep step, Vector512<double> time, Span<Vector512<double>> states)
    {
        Vector512<double> isStart = Vector512.Equals(time, step.Vectors(LaneStep.TimeRow)[half]);
        Vector512<double> isEnd = Vector512.Equals(time, step.Vectors(LaneStep.EndTimeRow)[half]);
        for (int i = half; i < states.Length; i += LaneMemory.VectorsPerRow)
        {
            Vector512<double> within = Vector512.FusedMultiplyAdd(length.Vectors(0)[half], SumAt(half, i, step), step.Start[i]);
            states[i] = Vector512.ConditionalSelect(isStart, step.Start[i], Vector512.ConditionalSelect(isEnd, step.End[i], within));
        }
    }

    /// <summary>Σ_i b_i(θ) k_i in one component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> SumAt(int half, int index, LaneStep step)
    {
        ReadOnlySpan<Vector512<double>> slopes = step.Slopes;
        int[] which = denseOutput.Slopes;
        ReadOnlySpan<Vector512<double>> factors = weights.Vectors(0, which.Length);
        int length = LaneMemory.VectorsPerRow * step.Dimension;
        Vector512<double> sum = factors[half] * slopes[(which[0] * length) + index];
        for (int i = 1; i < which.Length; i++)
        {
            sum = Vector512.FusedMultiplyAdd(factors[(i * LaneMemory.VectorsPerRow) + half], slopes[(which[i] * length) + index], sum);
        }

        return sum;
    }
}
