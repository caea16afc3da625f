using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>One step in every lane: its times and sizes, the states at its ends, the slopes between them, and what the controller remembers.</summary>
/// <param name="layout">Which row holds what.</param>
internal sealed class LaneStep(LaneLayout layout)
{
    /// <summary>Which row holds what.</summary>
    public LaneLayout Layout => layout;

    /// <summary>The rows.</summary>
    public LaneMemory Memory { get; } = new(layout.RowCount);

    /// <summary>Parameters p.</summary>
    public ReadOnlySpan<Lanes> Parameters => Memory.Rows(LaneLayout.Parameters, layout.ParameterCount);

    /// <summary>State at the start.</summary>
    public Span<Vector512<double>> Start => Memory.Vectors(layout.Start, layout.Dimension);

    /// <summary>State at the end.</summary>
    public Span<Vector512<double>> End => Memory.Vectors(layout.End, layout.Dimension);

    /// <summary>Room for the state of a stage.</summary>
    public Span<Vector512<double>> Work => Memory.Vectors(layout.Work, layout.Dimension);

    /// <summary>The derivative at the start.</summary>
    public Span<Vector512<double>> FirstSlope => Memory.Vectors(layout.Slopes, layout.Dimension);

    /// <summary>Time at the start.</summary>
    public Span<Vector512<double>> Time => Memory.Vectors(LaneLayout.Time);

    /// <summary>Time at the end.</summary>
    public Span<Vector512<double>> EndTime => Memory.Vectors(LaneLayout.EndTime);

    /// <summary>The number in one lane of a row.</summary>
    public ref double this[int row, int lane] => ref Memory.Values(row)[lane];

    /// <summary>The lanes in which a step has a time between its ends.</summary>
    public uint FindDivisible()
    {
        uint lanes = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            (Vector512<double> start, Vector512<double> end) = (Time[half], EndTime[half]);
            Vector512<double> middle = end + (Vector512.Create(0.5) * (start - end));
            lanes |= LaneMask.Of(half, ~(Vector512.Equals(middle, start) | Vector512.Equals(middle, end)));
        }

        return lanes;
    }

    /// <summary>Makes the end of the step the start of the next, in the given lanes.</summary>
    public void Accept(uint lanes)
    {
        Accept(Memory.Half(0), LaneMask.Vector(0, lanes));
        Accept(Memory.Half(1), LaneMask.Vector(1, lanes));
    }

    /// <summary>Takes over a lane of another solve that has not begun.</summary>
    public void TakeStart(LaneStep source, int from, int to) =>
        Memory.TakeLane(source.Memory, from, to, (LaneLayout.Time, layout.Slope(1) - LaneLayout.Time));

    /// <summary>Takes over a lane of another step.</summary>
    public void TakeStep(LaneStep source, int from, int to) => Memory.TakeLane(source.Memory, from, to, (0, layout.Work));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accept(LaneHalf rows, Vector512<double> isAccepted)
    {
        rows[LaneLayout.Time] = Vector512.ConditionalSelect(isAccepted, rows[LaneLayout.EndTime], rows[LaneLayout.Time]);
        LaneMask.Copy(isAccepted, ref rows[layout.End], ref rows[layout.Start], layout.Dimension);
        LaneMask.Copy(isAccepted, ref rows[layout.EndSlope], ref rows[layout.Slopes], layout.Dimension);
    }
}
