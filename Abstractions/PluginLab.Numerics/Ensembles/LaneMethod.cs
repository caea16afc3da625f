using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Ensembles;

/// <summary>An explicit Runge–Kutta method in lanes, for one system: what <see cref="ExplicitRungeKutta"/> computes, with the same bits.</summary>
internal sealed class LaneMethod
{
    private readonly IParametricSystem<Lanes> system;
    private readonly double[] nodes;
    private readonly StageRow[] rows;
    private readonly StageRow weights;
    private readonly StageRow errorWeights;

    public LaneMethod(ButcherTableau tableau, IParametricSystem<Lanes> system)
    {
        this.system = system;
        nodes = [.. tableau.Nodes];
        rows = [.. tableau.StageWeights.Select(row => new StageRow(row))];
        weights = new StageRow(tableau.Weights);
        errorWeights = new StageRow(tableau.ErrorWeights);
        DefaultParameters = [.. system.DefaultParameters];
        ErrorOrder = tableau.ErrorOrder;
        SlopeCount = new DenseOutput(tableau).EndSlope + 1;
    }

    /// <summary>Order q of the error estimate; 0 for none.</summary>
    public int ErrorOrder { get; }

    /// <summary>How many slopes a step has: its stages, and the derivative at its end if that is no stage.</summary>
    public int SlopeCount { get; }

    /// <summary>Evaluations of the right-hand side in a step.</summary>
    public int EvaluationsPerStep => SlopeCount - 1;

    /// <summary>The parameters of the system itself.</summary>
    public double[] DefaultParameters { get; }

    /// <summary>Memory for a step.</summary>
    public LaneStep CreateStep() => new(system.Dimension, DefaultParameters.Length, SlopeCount);

    /// <summary>Evaluates the derivative at the start of a step, its first slope.</summary>
    public void EvaluateStart(LaneStep step) => Evaluate(step.Time, step, step.Start, step.Slope(0));

    /// <summary>Evaluates the derivative at the end of a step, its last slope.</summary>
    public void EvaluateEnd(LaneStep step) => Evaluate(step.EndTime, step, step.End, step.Slope(SlopeCount - 1));

    /// <summary>Takes one step in every lane.</summary>
    /// <param name="step">Its times, its start and its first slope are set; receives the other slopes and the end.</param>
    public void Advance(LaneStep step)
    {
        Span<Vector512<double>> work = step.Work;
        for (int i = 1; i < SlopeCount - 1; i++)
        {
            LaneSums.Step(rows[i], step.Slopes, step.Start, step.Vectors(LaneStep.SizeRow), work);
            Evaluate(step.TimeOfStage(nodes[i]), step, work, step.Slope(i));
        }

        LaneSums.Step(weights, step.Slopes, step.Start, step.Vectors(LaneStep.SizeRow), step.End);
        EvaluateEnd(step);
    }

    /// <summary>The error estimate of the step that was taken last over its size, into the room for stages.</summary>
    public void SumErrors(LaneStep step) => LaneSums.Sum(errorWeights, step.Slopes, step.Work);

    private void Evaluate(in Lanes time, LaneStep step, Span<Vector512<double>> state, Span<Vector512<double>> derivative) =>
        system.EvaluateDerivative(time, LaneMemory.AsLanes(state), step.Parameters, LaneMemory.AsLanes(derivative));
}
