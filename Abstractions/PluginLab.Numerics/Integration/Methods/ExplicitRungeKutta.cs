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
    private readonly StageRow coarseErrorWeights;
    private readonly StageRow[] extraRows;
    private readonly DenseOutput denseOutput;

    /// <summary>Creates the method of a tableau.</summary>
    public ExplicitRungeKutta(ButcherTableau tableau)
    {
        ArgumentNullException.ThrowIfNull(tableau);
        Tableau = tableau;
        rows = [.. tableau.StageWeights.Select(row => new StageRow(row))];
        weights = new StageRow(tableau.Weights);
        errorWeights = new StageRow(tableau.ErrorWeights);
        coarseErrorWeights = new StageRow(tableau.CoarseErrorWeights);
        extraRows = [.. tableau.ExtraStages.Select(stage => new StageRow(stage.Weights))];
        denseOutput = new DenseOutput(tableau);
    }

    /// <inheritdoc/>
    public string Name => Tableau.Name;

    /// <inheritdoc/>
    public int ErrorOrder => Tableau.ErrorOrder;

    /// <summary>The coefficients.</summary>
    internal ButcherTableau Tableau { get; }

    /// <inheritdoc/>
    public IStepper CreateStepper(IDynamicsSystem system, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new Stepper(this, system);
    }

    private sealed class Stepper : IStepper, IStabilityGauge
    {
        private const int MostTimesAtOnce = 8;
        private readonly ExplicitRungeKutta method;
        private readonly IDynamicsSystem system;

        // The stages, after them the derivative at the end of the step unless that is the last stage, and the extra stages. The first is the derivative at the start.
        private readonly WorkVector[] slopes;
        private readonly int endSlope;
        private readonly StageRow[] denseOutputRows;

        // After a step, the state at which the last stage before its end was taken.
        private readonly WorkVector stageState;
        private bool hasExtraStages;

        public Stepper(ExplicitRungeKutta method, IDynamicsSystem system)
        {
            (this.method, this.system) = (method, system);
            stageState = new WorkVector(system.Dimension);
            endSlope = method.denseOutput.EndSlope;
            denseOutputRows = [.. Enumerable.Range(0, MostTimesAtOnce).Select(_ => new StageRow(method.denseOutput.Slopes))];
            slopes = new WorkVector[method.denseOutput.SlopeCount];
            for (int i = 1; i < slopes.Length; i++)
            {
                if (i != endSlope)
                {
                    slopes[i] = new WorkVector(system.Dimension);
                }
            }
        }

        public long DerivativeEvaluations { get; private set; }

        public void EvaluateDerivative(Knot knot) => Evaluate(knot.Time, knot.State, knot.Derivative);

        public void Advance(Knot start, double stepSize, Knot end)
        {
            slopes[0] = start.DerivativeVector;
            for (int i = 1; i < endSlope; i++)
            {
                WeightedSum.Step(method.rows[i], slopes, start.State, stepSize, stageState.Span);
                double node = method.Tableau.Nodes[i];
                Evaluate(node == 1 ? end.Time : Math.FusedMultiplyAdd(node, stepSize, start.Time), stageState.Span, slopes[i].Span);
            }

            WeightedSum.Step(method.weights, slopes, start.State, stepSize, end.State);
            slopes[endSlope] = end.DerivativeVector;
            EvaluateDerivative(end);
            hasExtraStages = method.extraRows.Length == 0;
        }

        public double EstimateError(Knot start, Knot end, double stepSize, ErrorTolerance tolerance)
        {
            double error = ScaledNorm.Of(tolerance, method.errorWeights, slopes, stepSize, start.State, end.State);
            return method.coarseErrorWeights.Count == 0
                ? error
                : StepArithmetic.CorrectError(error, ScaledNorm.Of(tolerance, method.coarseErrorWeights, slopes, stepSize, start.State, end.State));
        }

        public void Interpolate(Knot start, Knot end, double time, Span<double> state)
        {
            if (time == start.Time || time == end.Time)
            {
                (time == start.Time ? start : end).State.CopyTo(state);
                return;
            }

            Interpolate(start, end, new ReadOnlySpan<double>(in time), state);
        }

        public void Interpolate(Knot start, Knot end, ReadOnlySpan<double> times, Span<double> states)
        {
            double stepSize = end.Time - start.Time;
            if (!hasExtraStages)
            {
                TakeExtraStages(start, stepSize);
            }

            for (int first = 0; first < times.Length; first += denseOutputRows.Length)
            {
                ReadOnlySpan<StageRow> rows = denseOutputRows.AsSpan(0, Math.Min(denseOutputRows.Length, times.Length - first));
                for (int i = 0; i < rows.Length; i++)
                {
                    method.denseOutput.Weigh((times[first + i] - start.Time) / stepSize, Real.Cast(rows[i].Weights.AsSpan()));
                }

                WeightedSum.StepAll(rows, slopes, start.State, stepSize, states.Slice(first * start.State.Length, rows.Length * start.State.Length));
            }
        }

        /// <remarks>The test of DOPRI5 and DOP853: |h| ‖k_s − k_{s−1}‖ / ‖u_s − u_{s−1}‖ for the last two stages, both at the end of the step.</remarks>
        public double MeasureStability(Knot end, double stepSize)
        {
            if (endSlope < 2 || method.Tableau.Nodes[endSlope - 1] != 1)
            {
                return 0;
            }

            double slopeDistance = VectorScan.SquaredDistance(end.Derivative, slopes[endSlope - 1].Span);
            double stateDistance = VectorScan.SquaredDistance(end.State, stageState.Span);
            return stateDistance > 0 ? Math.Abs(stepSize) * Math.Sqrt(slopeDistance / stateDistance) / method.Tableau.StabilityInterval : 0;
        }

        private void TakeExtraStages(Knot start, double stepSize)
        {
            for (int j = 0; j < method.extraRows.Length; j++)
            {
                WeightedSum.Step(method.extraRows[j], slopes, start.State, stepSize, stageState.Span);
                double node = method.Tableau.ExtraStages[j].Node;
                Evaluate(Math.FusedMultiplyAdd(node, stepSize, start.Time), stageState.Span, slopes[endSlope + 1 + j].Span);
            }

            hasExtraStages = true;
        }

        private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            system.EvaluateDerivative(time, state, derivative);
            DerivativeEvaluations++;
        }
    }
}
