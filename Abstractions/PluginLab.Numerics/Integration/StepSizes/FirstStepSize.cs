using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>The automatic choice of the first step size.</summary>
/// <remarks>Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.4, "starting step size". Costs one evaluation of the right-hand side.</remarks>
internal static class FirstStepSize
{
    /// <summary>Norms of state and slope below this say nothing.</summary>
    internal const double SmallNorm = 1e-5;

    /// <summary>The step size where nothing is known.</summary>
    internal const double Fallback = 1e-6;

    /// <summary>A step size with which an explicit step loses about a hundredth of the tolerance; positive, at most the length of the interval.</summary>
    /// <param name="stepper">Evaluates the right-hand side.</param>
    /// <param name="tolerance">What errors are measured against.</param>
    /// <param name="errorOrder">Order q of the error estimate.</param>
    /// <param name="start">The initial knot, complete.</param>
    /// <param name="trial">Work space; overwritten.</param>
    /// <param name="endTime">End of the interval.</param>
    public static double Choose(IStepper stepper, ErrorTolerance tolerance, int errorOrder, Knot start, Knot trial, double endTime)
    {
        double length = Math.Abs(endTime - start.Time);
        double stateNorm = tolerance.ErrorRatio(start.State, start.State, start.State);
        double slopeNorm = tolerance.ErrorRatio(start.Derivative, start.State, start.State);
        double guess = Math.Min(stateNorm < SmallNorm || slopeNorm < SmallNorm ? Fallback : 0.01 * (stateNorm / slopeNorm), length);

        TakeEulerStep(stepper, start, trial, endTime > start.Time ? guess : -guess);
        double curvatureNorm = tolerance.ErrorRatio(Difference(trial.Derivative, start.Derivative), start.State, start.State) / guess;
        double steepest = Math.Max(slopeNorm, curvatureNorm);
        double chosen = Math.Min(Math.Min(100 * guess, Refine(guess, steepest, errorOrder)), length);
        return double.IsFinite(steepest) && chosen > 0 ? chosen : Math.Min(Fallback, length);
    }

    private static double Refine(double guess, double steepest, int errorOrder) => steepest <= 1e-15
        ? Math.Max(Fallback, 1e-3 * guess)
        : StepArithmetic.Exp2(StepArithmetic.Log2(0.01 / steepest) / (errorOrder + 1));

    private static void TakeEulerStep(IStepper stepper, Knot start, Knot trial, double stepSize)
    {
        trial.Time = start.Time + stepSize;
        for (int k = 0; k < start.State.Length; k++)
        {
            trial.State[k] = Math.FusedMultiplyAdd(stepSize, start.Derivative[k], start.State[k]);
        }

        stepper.EvaluateDerivative(trial);
    }

    private static Span<double> Difference(Span<double> value, ReadOnlySpan<double> reference)
    {
        for (int k = 0; k < value.Length; k++)
        {
            value[k] -= reference[k];
        }

        return value;
    }
}
