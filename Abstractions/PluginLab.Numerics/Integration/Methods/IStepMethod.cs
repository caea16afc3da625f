using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>A one-step method: immutable settings, shared between solves and threads.</summary>
public interface IStepMethod
{
    /// <summary>Name in reports.</summary>
    string Name { get; }

    /// <summary>Order q of the embedded error estimate, which is O(h^{q+1}) per step; 0 if the method has none.</summary>
    int ErrorOrder { get; }

    /// <summary>Creates a stepper with work space for one solve.</summary>
    /// <param name="system">The right-hand side.</param>
    /// <param name="cancellationToken">
    /// Cancels the solve. A stepper with many stages looks at it within a step, and may then leave the end of that step unfinished: the solve drops it.
    /// </param>
    IStepper CreateStepper(IDynamicsSystem system, CancellationToken cancellationToken);
}

/// <summary>A one-step method with work space for one solve. Not thread-safe.</summary>
public interface IStepper
{
    /// <summary>Evaluations of the right-hand side so far.</summary>
    long DerivativeEvaluations { get; }

    /// <summary>Writes the derivative of a knot whose time and state are set.</summary>
    void EvaluateDerivative(Knot knot);

    /// <summary>Takes one step.</summary>
    /// <param name="start">The start of the step, complete.</param>
    /// <param name="stepSize">Step size h; negative if time runs backward.</param>
    /// <param name="end">The end of the step: its time is set; receives state and derivative.</param>
    void Advance(Knot start, double stepSize, Knot end);

    /// <summary>Estimates the local error of the step that was taken last, over its tolerance: 1 is just acceptable, NaN or infinite never is.</summary>
    /// <param name="start">The start of that step.</param>
    /// <param name="end">Its end.</param>
    /// <param name="stepSize">Its size h.</param>
    /// <param name="tolerance">What the error is measured against.</param>
    /// <returns>The ratio; 0 if <see cref="IStepMethod.ErrorOrder"/> is 0.</returns>
    double EstimateError(Knot start, Knot end, double stepSize, ErrorTolerance tolerance);

    /// <summary>Dense output: the solution at a time within the step that was taken last.</summary>
    /// <param name="start">The start of that step.</param>
    /// <param name="end">The end of that step.</param>
    /// <param name="time">A time between the two.</param>
    /// <param name="state">Receives the state; exactly that of a knot at its time.</param>
    void Interpolate(Knot start, Knot end, double time, Span<double> state);

    /// <summary>Dense output at several times, with the bits that each has by itself.</summary>
    /// <param name="start">The start of that step.</param>
    /// <param name="end">The end of that step.</param>
    /// <param name="times">Times between the two, neither of which is among them.</param>
    /// <param name="states">Receives the states, one after another.</param>
    void Interpolate(Knot start, Knot end, ReadOnlySpan<double> times, Span<double> states)
    {
        ArgumentNullException.ThrowIfNull(start);
        int dimension = start.State.Length;
        for (int i = 0; i < times.Length; i++)
        {
            Interpolate(start, end, times[i], states.Slice(i * dimension, dimension));
        }
    }
}

/// <summary>A stepper that can tell how near a step came to the bound of stability.</summary>
public interface IStabilityGauge
{
    /// <summary>The size of the step that was taken last over the largest stable one, by the Lipschitz constant that its stages show; 0 where they show none.</summary>
    /// <param name="end">The end of that step.</param>
    /// <param name="stepSize">Its size h.</param>
    double MeasureStability(Knot end, double stepSize);
}

/// <summary>A stepper that cannot take steps of any size.</summary>
public interface IStepLimiter
{
    /// <summary>The largest step size up to a proposed one that can be taken from a knot; positive. Asked before every attempt of a step.</summary>
    /// <param name="start">The start of the step, complete.</param>
    /// <param name="proposed">Size that the controller proposed; positive.</param>
    double LimitStepSize(Knot start, double proposed);
}
