using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.StepSizes;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>An explicit Runge–Kutta method.</summary>
public sealed class ExplicitRungeKutta : IStepMethod
{
    private readonly StageRow[] rows;
    private readonly StageRow weights;
    private readonly StageRow errorWeights;
    private readonly DenseOutput denseOutput;

    /// <summary>Creates the method of a tableau.</summary>
    public ExplicitRungeKutta(ButcherTableau tableau)
    {
        ArgumentNullException.ThrowIfNull(tableau);
        Tableau = tableau;
        rows = [.. tableau.StageWeights.Select(row => new StageRow(row))];
        weights = new StageRow(tableau.Weights);
        errorWeights = new StageRow(tableau.ErrorWeights);
        denseOutput = new DenseOutput(tableau);
    }

    /// <inheritdoc/>
    public string Name => Tableau.Name;

    /// <inheritdoc/>
    public int ErrorOrder => Tableau.ErrorOrder;

    /// <summary>The coefficients.</summary>
    internal ButcherTableau Tableau { get; }

    /// <inheritdoc/>
    public IStepper CreateStepper(IDynamicsSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new Stepper(this, system);
    }

    private sealed class Stepper : IStepper
    {
        private readonly ExplicitRungeKutta method;
        private readonly IDynamicsSystem system;

        // The stages, and after them the derivative at the end of the step unless that is the last stage. The first is the derivative at the start.
        private readonly double[][] stages;
        private readonly StageRow denseOutputRow;
        private readonly double[] workState;

        public Stepper(ExplicitRungeKutta method, IDynamicsSystem system)
        {
            (this.method, this.system) = (method, system);
            workState = new double[system.Dimension];
            denseOutputRow = new StageRow(method.denseOutput.Slopes);
            stages = new double[method.denseOutput.SlopeCount][];
            for (int i = 1; i < stages.Length - 1; i++)
            {
                stages[i] = new double[system.Dimension];
            }
        }

        public long DerivativeEvaluations { get; private set; }

        public void EvaluateDerivative(Knot knot) => Evaluate(knot.Time, knot.State, knot.Derivative);

        public void Advance(Knot start, double stepSize, Knot end)
        {
            stages[0] = start.DerivativeArray;
            for (int i = 1; i < stages.Length - 1; i++)
            {
                WeightedSum.Step(method.rows[i], stages, start.State, stepSize, workState);
                double node = method.Tableau.Nodes[i];
                Evaluate(node == 1 ? end.Time : Math.FusedMultiplyAdd(node, stepSize, start.Time), workState, stages[i]);
            }

            WeightedSum.Step(method.weights, stages, start.State, stepSize, end.State);
            stages[^1] = end.DerivativeArray;
            EvaluateDerivative(end);
        }

        public double EstimateError(Knot start, Knot end, double stepSize, ErrorTolerance tolerance) =>
            ScaledNorm.Of(tolerance, method.errorWeights, stages, stepSize, start.State, end.State);

        public void Interpolate(Knot start, Knot end, double time, Span<double> state)
        {
            if (time == start.Time || time == end.Time)
            {
                (time == start.Time ? start : end).State.CopyTo(state);
                return;
            }

            method.denseOutput.Weigh((time - start.Time) / (end.Time - start.Time), denseOutputRow.Weights);
            WeightedSum.Step(denseOutputRow, stages, start.State, end.Time - start.Time, state);
        }

        private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            system.EvaluateDerivative(time, state, derivative);
            DerivativeEvaluations++;
        }
    }
}
