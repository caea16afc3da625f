using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>One step in every lane: its times and sizes, the states at its ends and the slopes between them.</summary>
internal sealed class LaneStep
{
    /// <summary>Row of the time at the start.</summary>
    public const int TimeRow = 0;

    /// <summary>Row of the step size h; negative if time runs backward.</summary>
    public const int SizeRow = 1;

    /// <summary>Row of the time at the end.</summary>
    public const int EndTimeRow = 2;

    private const int StageTimeRow = 3;
    private const int ParameterRow = 4;
    private readonly LaneMemory memory;
    private readonly int slopeCount;
    private readonly int endSlope;
    private readonly int startRow;
    private readonly int slopeRow;
    private readonly int endRow;

    public LaneStep(int dimension, int parameterCount, DenseOutput denseOutput)
    {
        (Dimension, ParameterCount, slopeCount, endSlope) = (dimension, parameterCount, denseOutput.SlopeCount, denseOutput.EndSlope);
        startRow = ParameterRow + parameterCount;
        slopeRow = startRow + dimension;
        endRow = slopeRow + (slopeCount * dimension);
        memory = new LaneMemory(endRow + (2 * dimension));
    }

    /// <summary>Number of components of the state.</summary>
    public int Dimension { get; }

    /// <summary>Number of parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>Time at the start.</summary>
    public ref readonly Lanes Time => ref memory.Slice(TimeRow)[0];

    /// <summary>Time at the end.</summary>
    public ref readonly Lanes EndTime => ref memory.Slice(EndTimeRow)[0];

    /// <summary>Parameters p.</summary>
    public ReadOnlySpan<Lanes> Parameters => memory.Slice(ParameterRow, ParameterCount);

    /// <summary>State at the start.</summary>
    public Span<Vector512<double>> Start => memory.Vectors(startRow, Dimension);

    /// <summary>All slopes, one after another: the stages, the derivative at the end if that is no stage, and the extra stages. The first is the derivative at the start.</summary>
    public Span<Vector512<double>> Slopes => memory.Vectors(slopeRow, slopeCount * Dimension);

    /// <summary>State at the end.</summary>
    public Span<Vector512<double>> End => memory.Vectors(endRow, Dimension);

    /// <summary>Room for the state of a stage.</summary>
    public Span<Vector512<double>> Work => memory.Vectors(endRow + Dimension, Dimension);

    /// <summary>One of the slopes.</summary>
    public Span<Vector512<double>> Slope(int index) => memory.Vectors(slopeRow + (index * Dimension), Dimension);

    /// <summary>The derivative at the end.</summary>
    public Span<Vector512<double>> EndSlope => Slope(endSlope);

    /// <summary>A row as vectors.</summary>
    public Span<Vector512<double>> Vectors(int row) => memory.Vectors(row);

    /// <summary>The number in one lane of a row.</summary>
    public ref double Value(int row, int lane) => ref memory.Values(row)[lane];

    /// <summary>The time of a stage: that of the start plus a part of a length.</summary>
    public ref readonly Lanes TimeOfStage(double node, ReadOnlySpan<Vector512<double>> length)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vectors(StageTimeRow)[half] = Vector512.FusedMultiplyAdd(Vector512.Create(node), length[half], Vectors(TimeRow)[half]);
        }

        return ref memory.Slice(StageTimeRow)[0];
    }

    /// <summary>The lanes in which a step has a time between its ends.</summary>
    public uint FindDivisible()
    {
        uint lanes = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            (Vector512<double> start, Vector512<double> end) = (Vectors(TimeRow)[half], Vectors(EndTimeRow)[half]);
            Vector512<double> middle = end + (Vector512.Create(0.5) * (start - end));
            lanes |= LaneMask.Of(half, ~(Vector512.Equals(middle, start) | Vector512.Equals(middle, end)));
        }

        return lanes;
    }

    /// <summary>Makes the end of the step the start of the next, in the given lanes.</summary>
    public void Accept(uint lanes)
    {
        LaneMask.Copy(lanes, Vectors(EndTimeRow), Vectors(TimeRow));
        LaneMask.Copy(lanes, End, Start);
        LaneMask.Copy(lanes, EndSlope, Slope(0));
    }

    /// <summary>Takes time, parameters, state and derivative at the start from a lane of another step.</summary>
    public void TakeStart(LaneStep source, int from, int to)
    {
        memory.TakeLane(source.memory, from, to, (TimeRow, 1));
        memory.TakeLane(source.memory, from, to, (ParameterRow, ParameterCount + (2 * Dimension)));
    }

    /// <summary>Takes all of a step from a lane of another.</summary>
    public void TakeStep(LaneStep source, int from, int to) => memory.TakeLane(source.memory, from, to, (TimeRow, endRow + Dimension));

    /// <summary>Sets one lane of the parameters.</summary>
    public void SetParameters(int lane, ReadOnlySpan<double> parameters) => memory.SetLane(lane, ParameterRow, parameters);

    /// <summary>Sets one lane of the state at the start.</summary>
    public void SetStart(int lane, ReadOnlySpan<double> state) => memory.SetLane(lane, startRow, state);
}
