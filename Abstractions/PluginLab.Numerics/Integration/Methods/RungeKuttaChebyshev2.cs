using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.StepSizes;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>The damped Runge–Kutta–Chebyshev method of order 2, for stiff problems whose Jacobian has real negative eigenvalues, such as gradient flows near a minimum.</summary>
/// <remarks>
/// A step of s stages is stable up to h times the spectral radius of 0.65 (s² − 1): s is chosen for each step, and the spectral radius estimated now and then.
/// Error estimate 0.8 (x_n − x_{n+1}) + 0.4 h (f_n + f_{n+1}); dense output is the cubic Hermite polynomial, of order 3.
/// Source: Sommeijer, Shampine and Verwer, J. Comput. Appl. Math. 88 (1997), 315–326.
/// </remarks>
public sealed class RungeKuttaChebyshev2 : IStepMethod
{
    // Rounding errors grow with s²: beyond this the last digits that a tolerance of 1e-10 asks for are lost.
    private const int MostStages = 2000;

    // s ≥ 1 + √(1.54 h ρ + 1): the interval of stability is 2/3 (s² − 1)(1 − 2ε/15) long.
    private const double StagesPerRadius = 1.54;
    private const double LargestStepTimesRadius = (((MostStages - 1.0) * (MostStages - 1)) - 1) / StagesPerRadius;

    /// <inheritdoc/>
    public string Name => "Runge–Kutta–Chebyshev 2";

    /// <inheritdoc/>
    public int ErrorOrder => 2;

    /// <inheritdoc/>
    public IStepper CreateStepper(IDynamicsSystem system, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new Stepper(system, cancellationToken);
    }

    private sealed class Stepper : IStepper, IStepLimiter
    {
        private const int StepsPerEstimate = 25;
        private readonly IDynamicsSystem system;
        private readonly CancellationToken cancellationToken;
        private readonly SpectralRadius radius;

        // x, Y_{j−1}, Y_{j−2}, F_{j−1} and F₀, weighed by the stage; then the room for Y_j.
        private readonly WorkVector[] vectors = new WorkVector[5];
        private readonly StageRow stageRow = new([0, 1, 2, 3, 4]);
        private readonly StageRow firstRow = new([1.0]);

        // x_n, x_{n+1}, f_n and f_{n+1}.
        private readonly WorkVector[] ends = new WorkVector[4];
        private readonly StageRow endRow = new([0, 1, 2, 3]);
        private readonly WorkVector[] first = new WorkVector[1];
        private readonly WorkVector[] states;
        private readonly WorkVector slope;
        private ChebyshevStage firstStage;
        private double spectralRadius;
        private double estimatedAt = double.NaN;
        private double attemptedFrom = double.NaN;
        private int stepsSinceEstimate = StepsPerEstimate;
        private long evaluations;

        public Stepper(IDynamicsSystem system, CancellationToken cancellationToken)
        {
            (this.system, this.cancellationToken) = (system, cancellationToken);
            radius = new SpectralRadius(system);
            states = [new WorkVector(system.Dimension), new WorkVector(system.Dimension), new WorkVector(system.Dimension)];
            slope = new WorkVector(system.Dimension);
        }

        public long DerivativeEvaluations => evaluations + radius.DerivativeEvaluations;

        public void EvaluateDerivative(Knot knot) => Evaluate(knot.Time, knot.State, knot.Derivative);

        public double LimitStepSize(Knot start, double proposed)
        {
            bool isRejected = start.Time == attemptedFrom;
            if ((stepsSinceEstimate >= StepsPerEstimate || isRejected) && start.Time != estimatedAt)
            {
                spectralRadius = radius.Estimate(start, spectralRadius, cancellationToken);
                (stepsSinceEstimate, estimatedAt) = (0, start.Time);
            }

            stepsSinceEstimate += isRejected ? 0 : 1;
            attemptedFrom = start.Time;
            return Math.Min(proposed, LargestStepTimesRadius / spectralRadius);
        }

        public void Advance(Knot start, double stepSize, Knot end)
        {
            int stages = CountStages(Math.Abs(stepSize));
            if (stages != firstStage.Stages)
            {
                firstStage = new ChebyshevStage(stages);
            }

            ChebyshevStage stage = firstStage;
            (vectors[0], vectors[3], vectors[4], first[0]) = (start.StateVector, slope, start.DerivativeVector, start.DerivativeVector);
            (WorkVector earlier, WorkVector previous, WorkVector free) = (start.StateVector, states[0], states[1]);
            WeightedSum.Step(firstRow, first, start.State, stage.FirstWeight * stepSize, previous.Span);
            for (int j = 2; j <= stages && !cancellationToken.IsCancellationRequested; j++)
            {
                Evaluate(Math.FusedMultiplyAdd(stage.Node, stepSize, start.Time), previous.Span, slope.Span);
                stage.Advance();
                WorkVector next = j == stages ? end.StateVector : free;
                (vectors[1], vectors[2]) = (previous, earlier);
                Weigh(stage, stepSize);
                WeightedSum.Combine(stageRow, vectors, next.Span);
                free = j == 2 ? states[2] : earlier;
                (earlier, previous) = (previous, next);
            }

            EvaluateDerivative(end);
        }

        public double EstimateError(Knot start, Knot end, double stepSize, ErrorTolerance tolerance)
        {
            Connect(start, end);
            (endRow.Weights[0], endRow.Weights[1], endRow.Weights[2], endRow.Weights[3]) = (0.8, -0.8, 0.4 * stepSize, 0.4 * stepSize);
            return ScaledNorm.Of(tolerance, endRow, ends, 1, start.State, end.State);
        }

        public void Interpolate(Knot start, Knot end, double time, Span<double> state)
        {
            if (time == start.Time || time == end.Time)
            {
                (time == start.Time ? start : end).State.CopyTo(state);
                return;
            }

            double h = end.Time - start.Time;
            double fraction = (time - start.Time) / h;
            double rest = 1 - fraction;
            double progress = fraction * fraction * (3 - (2 * fraction));
            Connect(start, end);
            (endRow.Weights[0], endRow.Weights[1]) = (1 - progress, progress);
            (endRow.Weights[2], endRow.Weights[3]) = (h * fraction * rest * rest, -h * fraction * fraction * rest);
            WeightedSum.Combine(endRow, ends, state);
        }

        private int CountStages(double stepSize)
        {
            double stages = 1 + Math.Sqrt((StagesPerRadius * stepSize * spectralRadius) + 1);
            return stages < MostStages ? Math.Max(2, (int)stages) : MostStages;
        }

        private void Weigh(ChebyshevStage stage, double stepSize)
        {
            double[] weights = stageRow.Weights;
            weights[0] = 1 - stage.PreviousState - stage.EarlierState;
            weights[1] = stage.PreviousState;
            weights[2] = stage.EarlierState;
            weights[3] = stepSize * stage.PreviousSlope;
            weights[4] = stepSize * stage.FirstSlope;
        }

        private void Connect(Knot start, Knot end) =>
            (ends[0], ends[1], ends[2], ends[3]) = (start.StateVector, end.StateVector, start.DerivativeVector, end.DerivativeVector);

        private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            system.EvaluateDerivative(time, state, derivative);
            evaluations++;
        }
    }
}
