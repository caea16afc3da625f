using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>Which row of the memory of a <see cref="LaneStep"/> holds what.</summary>
/// <param name="Dimension">Number of components of the state.</param>
/// <param name="ParameterCount">Number of parameters.</param>
/// <param name="DenseOutput">Says how many slopes there are.</param>
internal sealed record LaneLayout(int Dimension, int ParameterCount, DenseOutput DenseOutput)
{
    /// <summary>Time at the end of the step.</summary>
    public const int EndTime = 0;

    /// <summary>Step size h; negative if time runs backward.</summary>
    public const int Size = 1;

    /// <summary>From the start to the end of the step.</summary>
    public const int Length = 2;

    /// <summary>Time of a stage.</summary>
    public const int StageTime = 3;

    /// <summary>Error ratio of the step.</summary>
    public const int ErrorRatio = 4;

    /// <summary>Second error ratio of the step, which corrects the first.</summary>
    public const int CoarseErrorRatio = 5;

    /// <summary>Time at the start of the step. From here on to the first slope all belongs to a solve that has not begun.</summary>
    public const int Time = 6;

    /// <summary>End of the interval of integration.</summary>
    public const int IntervalEnd = 7;

    /// <summary>Size proposed by the last decision.</summary>
    public const int ProposedSize = 8;

    /// <summary>Error ratio of the last rejected step; 0 before the first.</summary>
    public const int RejectedErrorRatio = 9;

    /// <summary>log₂ of the error ratio of the last accepted step.</summary>
    public const int PreviousLogarithm = 10;

    /// <summary>log₂ of that of the accepted step before it.</summary>
    public const int EarlierLogarithm = 11;

    /// <summary>Size of the last accepted step; 0 before the first.</summary>
    public const int PreviousSize = 12;

    /// <summary>The factor by which the next step may be longer at most, if this one is accepted.</summary>
    public const int LargestFactor = 13;

    /// <summary>Number of accepted steps; only a controller that asks for it counts them.</summary>
    public const int AcceptedSteps = 14;

    /// <summary>Number of rejected steps.</summary>
    public const int RejectedSteps = 15;

    /// <summary>Parameters p.</summary>
    public const int Parameters = 16;

    /// <summary>State at the start.</summary>
    public int Start { get; } = Parameters + ParameterCount;

    /// <summary>All slopes: the stages, the derivative at the end if that is no stage, and the extra stages. The first is the derivative at the start.</summary>
    public int Slopes { get; } = Parameters + ParameterCount + Dimension;

    /// <summary>The slope at the end.</summary>
    public int EndSlope { get; } = Parameters + ParameterCount + ((1 + DenseOutput.EndSlope) * Dimension);

    /// <summary>State at the end.</summary>
    public int End { get; } = Parameters + ParameterCount + ((1 + DenseOutput.SlopeCount) * Dimension);

    /// <summary>Room for the state of a stage.</summary>
    public int Work { get; } = Parameters + ParameterCount + ((2 + DenseOutput.SlopeCount) * Dimension);

    /// <summary>Number of rows.</summary>
    public int RowCount { get; } = Parameters + ParameterCount + ((3 + DenseOutput.SlopeCount) * Dimension);

    /// <summary>One of the slopes.</summary>
    public int Slope(int index) => Slopes + (index * Dimension);
}
