using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Evidence.Stability;

/// <summary>The largest stable learning rate η at a minimum, found by bisection over runs of gradient descent.</summary>
/// <param name="Predicted">What theory says.</param>
/// <param name="Measured">The middle of the last bracket; NaN if the first, from 0.3 to 5 times the prediction, does not hold the change from stable to unstable.</param>
/// <param name="Uncertainty">Half the width of that bracket.</param>
public readonly record struct StableRate(double Predicted, double Measured, double Uncertainty)
{
    private const double Displacement = 1e-6;
    private const int Steps = 20_000;

    // Not the same factor to either side, so that no middle of a bracket is the prediction itself.
    private const double FirstLower = 0.3;
    private const double FirstUpper = 5;
    private const double BracketWidth = 5e-4;

    // The loss is quadratic in distances this small, and falls or grows by one factor a step once its sharpest direction prevails:
    // a loss that fell or grew so far has decided, and the rest of the steps is spared.
    private const double DecidedFall = 1e-6;
    private const double DecidedGrowth = 1e4;
    private const string Nearer = "nearer";
    private const string Farther = "farther";

    /// <summary>Measured over predicted.</summary>
    public double Quotient => Measured / Predicted;

    /// <summary>Uncertainty of <see cref="Quotient"/>.</summary>
    public double QuotientUncertainty => Uncertainty / Predicted;

    /// <summary>Bisects: η is stable if a start at (1 + 1e-6) times the minimum is nearer to it after 20 000 steps.</summary>
    /// <param name="context">Integrates, under a negative control if there is one.</param>
    /// <param name="flow">The flow whose Euler steps gradient descent takes.</param>
    /// <param name="minimum">A minimum of its loss.</param>
    /// <param name="predicted">2 over the sharpness there.</param>
    public static StableRate Find(ExperimentContext context, IGradientFlow flow, IReadOnlyList<double> minimum, double predicted)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(minimum);
        (double stable, double unstable) = (FirstLower * predicted, FirstUpper * predicted);
        if (!IsStable(context, flow, minimum, stable) || IsStable(context, flow, minimum, unstable))
        {
            return new(predicted, double.NaN, double.NaN);
        }

        while (unstable > (1 + BracketWidth) * stable)
        {
            double middle = Math.Sqrt(stable * unstable);
            (stable, unstable) = IsStable(context, flow, minimum, middle) ? (middle, unstable) : (stable, middle);
        }

        return new(predicted, (stable + unstable) / 2, (unstable - stable) / 2);
    }

    /// <summary>The one whose quotient is farthest from 1, before all others one that was not found.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static StableRate Worst(IEnumerable<StableRate> rates) =>
        rates.MaxBy(rate => double.IsNaN(rate.Quotient) ? double.PositiveInfinity : Math.Abs(rate.Quotient - 1) + rate.QuotientUncertainty);

    private static bool IsStable(ExperimentContext context, IGradientFlow flow, IReadOnlyList<double> minimum, double learningRate)
    {
        double[] start = [.. minimum.Select(weight => (1 + Displacement) * weight)];
        double loss = flow.EvaluateLoss(start);
        InitialValueProblem problem = new InitialValueProblem(flow, start, 0, Steps * learningRate).WithEvents(
        [
            EventFunction.Stop(Nearer, (_, state) => flow.EvaluateLoss(state), DecidedFall * loss),
            EventFunction.Stop(Farther, (_, state) => flow.EvaluateLoss(state), DecidedGrowth * loss),
        ]);
        Solution solution = context.SolveWith(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.End);
        return solution.Outcome switch
        {
            SolveOutcome.StoppedByEvent => !double.IsNaN(solution.EventTime(Nearer)),
            SolveOutcome.Completed => Distance(solution.Trajectory.LastState, minimum) < Distance(start, minimum),
            _ => false,
        };
    }

    private static double Distance(ReadOnlySpan<double> state, IReadOnlyList<double> minimum)
    {
        double sum = 0;
        for (int i = 0; i < state.Length; i++)
        {
            sum += (state[i] - minimum[i]) * (state[i] - minimum[i]);
        }

        return Math.Sqrt(sum);
    }
}
