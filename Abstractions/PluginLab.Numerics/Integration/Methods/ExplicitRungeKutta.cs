using PluginLab.Dynamics;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>An explicit Runge–Kutta method.</summary>
public sealed class ExplicitRungeKutta : IStepMethod
{
    private readonly ButcherTableau tableau;
    private readonly double[] nodes;
    private readonly double[][] stageWeights;
    private readonly double[] weights;
    private readonly double[] errorWeights;
    private readonly double[] denseOutputWeights;

    /// <summary>Creates the method of a tableau.</summary>
    public ExplicitRungeKutta(ButcherTableau tableau)
    {
        ArgumentNullException.ThrowIfNull(tableau);
        this.tableau = tableau;
        nodes = [.. tableau.Nodes];
        stageWeights = [.. tableau.StageWeights.Select(row => row.ToArray())];
        weights = [.. tableau.Weights];
        errorWeights = [.. tableau.ErrorWeights];
        denseOutputWeights = [.. tableau.DenseOutputWeights];
    }

    /// <inheritdoc/>
    public string Name => tableau.Name;

    /// <inheritdoc/>
    public int ErrorOrder => tableau.ErrorOrder;

    /// <inheritdoc/>
    public IStepper CreateStepper(IDynamicsSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new Stepper(this, system);
    }

    private sealed class Stepper(ExplicitRungeKutta method, IDynamicsSystem system) : IStepper
    {
        private readonly int dimension = system.Dimension;
        private readonly bool isFirstSameAsLast = method.tableau.IsFirstSameAsLast;
        private readonly double[] stages = new double[method.nodes.Length * system.Dimension];
        private readonly double[] workState = new double[system.Dimension];

        public long DerivativeEvaluations { get; private set; }

        public void EvaluateDerivative(Knot knot) => Evaluate(knot.Time, knot.State, knot.Derivative);

        public void Advance(Knot start, double stepSize, Knot end, Span<double> errorEstimate)
        {
            start.Derivative.CopyTo(Stage(0));
            for (int i = 1; i < method.nodes.Length; i++)
            {
                WeightedSum.Evaluate(method.stageWeights[i], stages, workState);
                WeightedSum.ScaleAndAdd(start.State, stepSize, workState);
                double node = method.nodes[i];
                Evaluate(node == 1 ? end.Time : start.Time + (node * stepSize), workState, Stage(i));
            }

            if (isFirstSameAsLast)
            {
                workState.CopyTo(end.State);
                Stage(method.nodes.Length - 1).CopyTo(end.Derivative);
            }
            else
            {
                WeightedSum.Evaluate(method.weights, stages, end.State);
                WeightedSum.ScaleAndAdd(start.State, stepSize, end.State);
                EvaluateDerivative(end);
            }

            EstimateError(stepSize, errorEstimate);
        }

        public void Interpolate(Knot start, Knot end, double time, Span<double> state)
        {
            if (time == start.Time || time == end.Time)
            {
                (time == start.Time ? start : end).State.CopyTo(state);
                return;
            }

            double fraction = (time - start.Time) / (end.Time - start.Time);
            if (method.tableau.DenseOutputOrder == 1)
            {
                DenseOutput.Line(start, end, fraction, state);
                return;
            }

            DenseOutput.CubicHermite(start, end, fraction, state);
            if (method.denseOutputWeights.Length > 0)
            {
                double bump = fraction * (1 - fraction);
                WeightedSum.Evaluate(method.denseOutputWeights, stages, workState);
                WeightedSum.AddScaled((end.Time - start.Time) * bump * bump, workState, state);
            }
        }

        private Span<double> Stage(int index) => stages.AsSpan(index * dimension, dimension);

        private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            system.EvaluateDerivative(time, state, derivative);
            DerivativeEvaluations++;
        }

        private void EstimateError(double stepSize, Span<double> errorEstimate)
        {
            if (method.ErrorOrder == 0)
            {
                return;
            }

            WeightedSum.Evaluate(method.errorWeights, stages, errorEstimate);
            for (int k = 0; k < errorEstimate.Length; k++)
            {
                errorEstimate[k] *= stepSize;
            }
        }
    }
}
