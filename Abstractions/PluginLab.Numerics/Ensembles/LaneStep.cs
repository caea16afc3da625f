using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;

namespace PluginLab.Numerics.Ensembles;

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
    private readonly int startRow;
    private readonly int slopeRow;
    private readonly int endRow;

    public LaneStep(int dimension, int parameterCount, int slopeCount)
    {
        (Dimension, ParameterCount, SlopeCount) = (dimension, parameterCount, slopeCount);
        startRow = ParameterRow + parameterCount;
        slopeRow = startRow + dimension;
        endRow = slopeRow + (slopeCount * dimension);
        memory = new LaneMemory(endRow + (2 * dimension));
    }

    /// <summary>Number of components of the state.</summary>
    public int Dimension { get; }

    /// <summary>Number of parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>How many slopes there are.</summary>
    public int SlopeCount { get; }

    /// <summary>Time at the start.</summary>
    public ref readonly Lanes Time => ref memory.Slice(TimeRow)[0];

    /// <summary>Time at the end.</summary>
    public ref readonly Lanes EndTime => ref memory.Slice(EndTimeRow)[0];

    /// <summary>Parameters p.</summary>
    public ReadOnlySpan<Lanes> Parameters => memory.Slice(ParameterRow, ParameterCount);

    /// <summary>State at the start.</summary>
    public Span<Vector512<double>> Start => memory.Vectors(startRow, Dimension);

    /// <summary>All slopes, one after another: the first is the derivative at the start, the last that at the end.</summary>
    public Span<Vector512<double>> Slopes => memory.Vectors(slopeRow, SlopeCount * Dimension);

    /// <summary>State at the end.</summary>
    public Span<Vector512<double>> End => memory.Vectors(endRow, Dimension);

    /// <summary>Room for the state of a stage.</summary>
    public Span<Vector512<double>> Work => memory.Vectors(endRow + Dimension, Dimension);

    /// <summary>One of the slopes.</summary>
    public Span<Vector512<double>> Slope(int index) => memory.Vectors(slopeRow + (index * Dimension), Dimension);

    /// <summary>A row as vectors.</summary>
    public Span<Vector512<double>> Vectors(int row) => memory.Vectors(row);

    /// <summary>The number in one lane of a row.</summary>
    public ref double Value(int row, int lane) => ref memory.Values(row)[lane];

    /// <summary>The time of a stage: that of the end for node 1.</summary>
    public ref readonly Lanes TimeOfStage(double node)
    {
        if (node == 1)
        {
            return ref EndTime;
        }

        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vectors(StageTimeRow)[half] = Vector512.FusedMultiplyAdd(Vector512.Create(node), Vectors(SizeRow)[half], Vectors(TimeRow)[half]);
        }

        return ref memory.Slice(StageTimeRow)[0];
    }

    /// <summary>Makes the end of the step the start of the next, in the given lanes.</summary>
    public void Accept(uint lanes)
    {
        LaneMask.Copy(lanes, Vectors(EndTimeRow), Vectors(TimeRow));
        LaneMask.Copy(lanes, End, Start);
        LaneMask.Copy(lanes, Slope(SlopeCount - 1), Slope(0));
    }

    /// <summary>Takes time, parameters, state and derivative at the start from a lane of another step.</summary>
    public void TakeStart(LaneStep source, int from, int to)
    {
        memory.Values(TimeRow)[to] = source.memory.Values(TimeRow)[from];
        ReadOnlySpan<double> given = source.memory.Values(ParameterRow, ParameterCount + (2 * Dimension));
        Span<double> taken = memory.Values(ParameterRow, ParameterCount + (2 * Dimension));
        for (int row = 0; row < taken.Length; row += Lanes.Count)
        {
            taken[row + to] = given[row + from];
        }
    }

    /// <summary>Sets one lane of the parameters.</summary>
    public void SetParameters(int lane, ReadOnlySpan<double> parameters) => Write(ParameterRow, lane, parameters);

    /// <summary>Sets one lane of the state at the start.</summary>
    public void SetStart(int lane, ReadOnlySpan<double> state) => Write(startRow, lane, state);

    /// <summary>Copies one lane of the state at the start.</summary>
    public void CopyStart(int lane, Span<double> state)
    {
        ReadOnlySpan<double> rows = memory.Values(startRow, Dimension);
        for (int k = 0; k < state.Length; k++)
        {
            state[k] = rows[(k * Lanes.Count) + lane];
        }
    }

    private void Write(int row, int lane, ReadOnlySpan<double> numbers)
    {
        Span<double> rows = memory.Values(row, numbers.Length);
        for (int k = 0; k < numbers.Length; k++)
        {
            rows[(k * Lanes.Count) + lane] = numbers[k];
        }
    }
}
