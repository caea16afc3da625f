using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>An explicit Runge–Kutta method in lanes, for one system: what <see cref="ExplicitRungeKutta"/> computes, with the same bits.</summary>
internal sealed class LaneMethod
{
    private readonly IParametricSystem<Lanes> system;
    private readonly double[] nodes;
    private readonly StageRow[] rows;
    private readonly StageRow weights;
    private readonly StageRow errorWeights;
    private readonly StageRow coarseErrorWeights;
    private readonly double[] extraNodes;
    private readonly StageRow[] extraRows;
    private readonly DenseOutput denseOutput;

    public LaneMethod(ButcherTableau tableau, IParametricSystem<Lanes> system)
    {
        this.system = system;
        nodes = [.. tableau.Nodes];
        rows = [.. tableau.StageWeights.Select(row => new StageRow(row))];
        weights = new StageRow(tableau.Weights);
        errorWeights = new StageRow(tableau.ErrorWeights);
        coarseErrorWeights = new StageRow(tableau.CoarseErrorWeights);
        extraNodes = [.. tableau.ExtraStages.Select(stage => stage.Node)];
        extraRows = [.. tableau.ExtraStages.Select(stage => new StageRow(stage.Weights))];
        DefaultParameters = [.. system.DefaultParameters];
        ErrorOrder = tableau.ErrorOrder;
        denseOutput = new DenseOutput(tableau);
    }

    /// <summary>Order q of the error estimate; 0 for none.</summary>
    public int ErrorOrder { get; }

    /// <summary>Whether a second estimate corrects the first.</summary>
    public bool HasCoarseErrorEstimate => coarseErrorWeights.Count > 0;

    /// <summary>Evaluations of the right-hand side in a step.</summary>
    public int EvaluationsPerStep => denseOutput.EndSlope;

    /// <summary>Evaluations of the right-hand side that dense output takes in a step.</summary>
    public int EvaluationsWithin => extraRows.Length;

    /// <summary>The parameters of the system itself.</summary>
    public double[] DefaultParameters { get; }

    /// <summary>Memory for a step.</summary>
    public LaneStep CreateStep() => new(system.Dimension, DefaultParameters.Length, denseOutput);

    /// <summary>Work space for dense output.</summary>
    public LaneDenseOutput CreateDenseOutput() => new(this, denseOutput);

    /// <summary>Evaluates the derivative at the start of a step, its first slope.</summary>
    public void EvaluateStart(LaneStep step) => Evaluate(step.Time, step, step.Start, step.Slope(0));

    /// <summary>Evaluates the derivative at the end of a step.</summary>
    public void EvaluateEnd(LaneStep step) => Evaluate(step.EndTime, step, step.End, step.EndSlope);

    /// <summary>Takes one step in every lane.</summary>
    /// <param name="step">Its times, its start and its first slope are set; receives the other slopes, but for the extra stages, and the end.</param>
    public void Advance(LaneStep step)
    {
        Span<Vector512<double>> work = step.Work;
        for (int i = 1; i < denseOutput.EndSlope; i++)
        {
            LaneSums.Step(rows[i], step.Slopes, step.Start, step.Vectors(LaneStep.SizeRow), work);
            Evaluate(nodes[i] == 1 ? ref step.EndTime : ref step.TimeOfStage(nodes[i], step.Vectors(LaneStep.SizeRow)), step, work, step.Slope(i));
        }

        LaneSums.Step(weights, step.Slopes, step.Start, step.Vectors(LaneStep.SizeRow), step.End);
        EvaluateEnd(step);
    }

    /// <summary>Takes the stages of the step that was taken last that only dense output needs.</summary>
    /// <param name="step">Receives them.</param>
    /// <param name="length">From its start to its end.</param>
    public void TakeExtraStages(LaneStep step, ReadOnlySpan<Vector512<double>> length)
    {
        for (int j = 0; j < extraRows.Length; j++)
        {
            LaneSums.Step(extraRows[j], step.Slopes, step.Start, length, step.Work);
            Evaluate(step.TimeOfStage(extraNodes[j], length), step, step.Work, step.Slope(denseOutput.EndSlope + 1 + j));
        }
    }

    /// <summary>The error estimate of the step that was taken last over its size, into the room for stages.</summary>
    public void SumErrors(LaneStep step) => LaneSums.Sum(errorWeights, step.Slopes, step.Work);

    /// <summary>The second error estimate of the step that was taken last over its size, into the room for stages.</summary>
    public void SumCoarseErrors(LaneStep step) => LaneSums.Sum(coarseErrorWeights, step.Slopes, step.Work);

    private void Evaluate(in Lanes time, LaneStep step, Span<Vector512<double>> state, Span<Vector512<double>> derivative) =>
        system.EvaluateDerivative(time, LaneMemory.AsLanes(state), step.Parameters, LaneMemory.AsLanes(derivative));
}
