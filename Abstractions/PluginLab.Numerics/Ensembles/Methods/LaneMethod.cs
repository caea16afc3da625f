using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Ensembles.Methods;

/// <summary>An explicit Runge–Kutta method in lanes, for one system: what <see cref="ExplicitRungeKutta"/> computes, with the same bits.</summary>
internal sealed class LaneMethod
{
    private readonly RightHandSide rightHandSide;
    private readonly LaneLayout layout;
    private readonly Stage[] stages;
    private readonly LaneSum end;
    private readonly Stage[] extraStages;

    public LaneMethod(ButcherTableau tableau, IParametricSystem<Lanes> system)
    {
        rightHandSide = system.EvaluateDerivative;
        DenseOutput denseOutput = new(tableau);
        DefaultParameters = [.. system.DefaultParameters];
        layout = new LaneLayout(system.Dimension, DefaultParameters.Length, denseOutput);
        stages = [.. Enumerable.Range(1, denseOutput.EndSlope - 1).Select(i => new Stage(tableau.Nodes[i], Sum(tableau.StageWeights[i], layout.Work), layout.Slope(i)))];
        end = Sum(tableau.Weights, layout.End);
        (ErrorOverSize, CoarseErrorOverSize) = (Sum(tableau.ErrorWeights, layout.Work), Sum(tableau.CoarseErrorWeights, layout.Work));
        extraStages = [.. tableau.ExtraStages.Select((stage, j) => new Stage(stage.Node, Sum(stage.Weights, layout.Work), layout.Slope(denseOutput.EndSlope + 1 + j)))];
        (ErrorOrder, HasCoarseErrorEstimate) = (tableau.ErrorOrder, tableau.CoarseErrorWeights.Count > 0);
    }

    /// <summary>Order q of the error estimate; 0 for none.</summary>
    public int ErrorOrder { get; }

    /// <summary>Whether a second estimate corrects the first.</summary>
    public bool HasCoarseErrorEstimate { get; }

    /// <summary>Evaluations of the right-hand side in a step.</summary>
    public int EvaluationsPerStep => stages.Length + 1;

    /// <summary>Evaluations of the right-hand side that dense output takes in a step.</summary>
    public int EvaluationsWithin => extraStages.Length;

    /// <summary>The parameters of the system itself.</summary>
    public double[] DefaultParameters { get; }

    /// <summary>Memory for a step.</summary>
    public LaneStep CreateStep() => new(layout);

    /// <summary>Work space for dense output.</summary>
    public LaneDenseOutput CreateDenseOutput() => new(this, layout.DenseOutput);

    /// <summary>Evaluates the derivative at the start of a step, its first slope.</summary>
    public void EvaluateStart(LaneStep step) => Evaluate(step.Memory, LaneLayout.Time, layout.Start, layout.Slopes);

    /// <summary>Evaluates the derivative at the end of a step.</summary>
    public void EvaluateEnd(LaneStep step) => Evaluate(step.Memory, LaneLayout.EndTime, layout.End, layout.EndSlope);

    /// <summary>Takes one step in every lane, stage by stage in some sets of lanes: each hides the latency of the others.</summary>
    /// <param name="steps">Their times, their starts and their first slopes are set; receive the other slopes, but for the extra stages, and the ends.</param>
    public void Advance(ReadOnlySpan<LaneStep> steps)
    {
        foreach (Stage stage in stages)
        {
            foreach (LaneStep step in steps)
            {
                stage.Sum.Step(step.Memory, LaneLayout.Size);
                Evaluate(step.Memory, stage.Node == 1 ? LaneLayout.EndTime : SetTime(stage, step.Memory, LaneLayout.Size), layout.Work, stage.Slope);
            }
        }

        foreach (LaneStep step in steps)
        {
            end.Step(step.Memory, LaneLayout.Size);
            EvaluateEnd(step);
        }
    }

    /// <summary>Takes the stages of the step that was taken last that only dense output needs.</summary>
    /// <param name="step">Its <see cref="LaneLayout.Length"/> is set; receives them.</param>
    public void TakeExtraStages(LaneStep step)
    {
        foreach (Stage stage in extraStages)
        {
            stage.Sum.Step(step.Memory, LaneLayout.Length);
            Evaluate(step.Memory, SetTime(stage, step.Memory, LaneLayout.Length), layout.Work, stage.Slope);
        }
    }

    /// <summary>Σ_i weights_i · slopes_i: the error estimate of a step over its size.</summary>
    public LaneSum ErrorOverSize { get; }

    /// <summary>The second error estimate of a step over its size.</summary>
    public LaneSum CoarseErrorOverSize { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SetTime(Stage stage, LaneMemory memory, int lengthRow)
    {
        Vector512<double> node = Vector512.Create(stage.Node);
        LaneHalf lower = memory.Half(0);
        LaneHalf upper = memory.Half(1);
        lower[LaneLayout.StageTime] = Vector512.FusedMultiplyAdd(node, lower[lengthRow], lower[LaneLayout.Time]);
        upper[LaneLayout.StageTime] = Vector512.FusedMultiplyAdd(node, upper[lengthRow], upper[LaneLayout.Time]);
        return LaneLayout.StageTime;
    }

    private void Evaluate(LaneMemory memory, int time, int state, int slope) => rightHandSide(
        memory.Row(time), memory.Rows(state, layout.Dimension), memory.Rows(LaneLayout.Parameters, layout.ParameterCount), memory.Rows(slope, layout.Dimension));

    private LaneSum Sum(IReadOnlyList<double> weights, int result) => new(new StageRow(weights), (layout.Slopes, layout.Start, result), layout.Dimension);

    // Bound once: a call through the interface is looked up every time.
    private delegate void RightHandSide(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative);

    /// <param name="Node">Where in the step it lies.</param>
    /// <param name="Sum">Forms its state.</param>
    /// <param name="Slope">The first row of its slope.</param>
    private sealed record Stage(double Node, LaneSum Sum, int Slope);
}
