using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.Methods;

/// <summary>The cubic Hermite output of the Runge–Kutta–Chebyshev method, on x' = cos t · x with the solution e^{sin t}.</summary>
public sealed class RungeKuttaChebyshevOutputTests
{
    private const double OrderTolerance = 0.2;
    private const double EndTime = 3;

    [Test]
    public void Between_exact_knots_the_output_is_of_order_three()
    {
        double largestOfLong = ErrorBetweenExactKnots(1 / 16.0), largestOfShort = ErrorBetweenExactKnots(1 / 32.0);

        // Its local error is of one order more.
        Assert.That(Math.Log2(largestOfLong / largestOfShort), Is.EqualTo(4).Within(OrderTolerance));
    }

    [Test]
    public void A_cubic_is_met_exactly()
    {
        // x' = 3t² − 4t + 1 has the solution t³ − 2t² + t.
        FunctionSystem cubic = new(1, (t, _, dx) => dx[0] = (3 * t * t) - (4 * t) + 1);
        IStepper stepper = new RungeKuttaChebyshev2().CreateStepper(cubic, CancellationToken.None);
        (Knot start, Knot end) = (new Knot(1), new Knot(1) { Time = 2 });
        end.State[0] = 2;
        stepper.EvaluateDerivative(start);
        stepper.EvaluateDerivative(end);
        double[] times = [0, 0.3, 1, 1.7, 2], states = new double[times.Length];
        for (int i = 0; i < times.Length; i++)
        {
            stepper.Interpolate(start, end, times[i], states.AsSpan(i, 1));
        }

        Assert.That(states, Is.EqualTo(times.Select(t => (t * t * t) - (2 * t * t) + t)).Within(1e-14));
    }

    [Test]
    public void At_saved_times_between_steps_the_error_falls_with_the_order_of_the_method()
    {
        double Error(double step) => LargestError(new StepIntegrator(new RungeKuttaChebyshev2(), new ConstantStepSize(step), 100_000), Between(step));

        Assert.That(Math.Log2(Error(1 / 64.0) / Error(1 / 128.0)), Is.EqualTo(2).Within(OrderTolerance));
    }

    [TestCase(1e-3)]
    [TestCase(1e-5)]
    [TestCase(1e-7)]
    public void With_adaptive_steps_saved_times_are_as_good_as_the_steps_around_them(double tolerance)
    {
        StepIntegrator integrator = new(new RungeKuttaChebyshev2(), new AdaptiveStepSize(new ErrorTolerance(tolerance, tolerance), ControlGains.Predictive), 100_000);
        double atSteps = LargestError(integrator, SaveAt.EveryStep);

        double atSavedTimes = LargestError(integrator, SaveAt.EquallySpaced(0, EndTime, 1000));

        // The interpolation adds an error of higher order than that of a step, which the tolerance bounds.
        Assert.That(atSavedTimes, Is.LessThan(atSteps + tolerance));
    }

    private static SaveAt Between(double step) => SaveAt.Times(Enumerable.Range(0, (int)(EndTime / step)).Select(i => (i + 0.4) * step));

    private static double LargestError(StepIntegrator integrator, SaveAt saveAt)
    {
        Trajectory trajectory = integrator.Solve(TestProblems.Driven(EndTime), saveAt).Trajectory;
        return trajectory.Times.Select((time, i) => Math.Abs(trajectory.State(i)[0] - Math.Exp(Math.Sin(time)))).Max();
    }

    private static double ErrorBetweenExactKnots(double step)
    {
        IStepper stepper = new RungeKuttaChebyshev2().CreateStepper(TestProblems.Driven(1).System, CancellationToken.None);
        (Knot start, Knot end) = (Exact(stepper, 0.5), Exact(stepper, 0.5 + step));
        double[] state = new double[1];
        return Enumerable.Range(1, 63).Max(i =>
        {
            double time = start.Time + (i * step / 64);
            stepper.Interpolate(start, end, time, state);
            return Math.Abs(state[0] - Math.Exp(Math.Sin(time)));
        });
    }

    private static Knot Exact(IStepper stepper, double time)
    {
        Knot knot = new(1) { Time = time };
        knot.State[0] = Math.Exp(Math.Sin(time));
        stepper.EvaluateDerivative(knot);
        return knot;
    }
}
