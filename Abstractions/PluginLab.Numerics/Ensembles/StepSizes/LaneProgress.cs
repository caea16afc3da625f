using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>Where the solve in every lane stands: the end of its interval, and what its controller remembers of its steps.</summary>
internal sealed class LaneProgress
{
    /// <summary>Row of the end of the interval of integration.</summary>
    public const int IntervalEnd = 0;

    /// <summary>Row of the size proposed by the last decision.</summary>
    public const int ProposedStepSize = 1;

    /// <summary>Row of the error ratio of the last rejected step; 0 before the first.</summary>
    public const int RejectedErrorRatio = 2;

    /// <summary>Row of log₂ of the error ratio of the last accepted step.</summary>
    public const int PreviousLogarithm = 3;

    /// <summary>Row of log₂ of that of the accepted step before it.</summary>
    public const int EarlierLogarithm = 4;

    /// <summary>Row of the factor by which the next step may be longer at most, if this one is accepted.</summary>
    public const int LargestFactor = 5;

    /// <summary>Row of the number of accepted steps; only a controller that asks for it counts them.</summary>
    public const int AcceptedSteps = 6;

    /// <summary>Row of the error ratio of the step that was taken last.</summary>
    public const int ErrorRatio = 7;

    /// <summary>Row of the size of the last accepted step; 0 before the first.</summary>
    public const int PreviousStepSize = 8;

    private const int Rows = 9;
    private readonly LaneMemory memory = new(Rows);

    /// <summary>A row as vectors.</summary>
    public Span<Vector512<double>> Vectors(int row) => memory.Vectors(row);

    /// <summary>The number in one lane of a row.</summary>
    public ref double Value(int row, int lane) => ref memory.Values(row)[lane];

    /// <summary>Takes over a lane of another solve.</summary>
    public void Take(LaneProgress source, int from, int to) => memory.TakeLane(source.memory, from, to, (0, Rows));
}
