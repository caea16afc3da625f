using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.Methods;

public sealed class RungeKuttaChebyshevTests
{
    private const double OrderTolerance = 0.2;

    [Test]
    public void The_last_stage_is_at_the_end_of_the_step([Values(2, 3, 10, 150, 2000)] int stages)
    {
        ChebyshevStage stage = new(stages);
        for (int j = 2; j <= stages; j++)
        {
            stage.Advance();
        }

        Assert.That(stage.Node, Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void A_step_damps_every_mode_of_its_interval_of_stability([Values(2, 5, 20, 100)] int stages)
    {
        double length = 0.65 * ((stages * stages) - 1);

        double largest = Enumerable.Range(1, 1000).Max(i => Math.Abs(Amplify(stages, -length * i / 1000)));

        Assert.That(largest, Is.LessThan(1));
    }

    [Test]
    public void A_step_agrees_with_the_exponential_to_order_two([Values(2, 5, 20)] int stages)
    {
        double Error(double z) => Math.Abs(Amplify(stages, z) - Math.Exp(z));

        Assert.That(Math.Log2(Error(0.02) / Error(0.01)), Is.EqualTo(3).Within(OrderTolerance));
    }

    [Test]
    public void The_observed_order_is_two()
    {
        double Error(double step) => Math.Abs(
            new StepIntegrator(new RungeKuttaChebyshev2(), new ConstantStepSize(step), 100_000).SolveToEnd(TestProblems.Logistic(5))[0] - (1 / (1 + (9 * Math.Exp(-5)))));

        Assert.That(Math.Log2(Error(0.02) / Error(0.01)), Is.EqualTo(2).Within(OrderTolerance));
    }

    [Test]
    public void A_stiff_problem_takes_few_evaluations_and_meets_its_tolerance()
    {
        // x' = −λ(x − cos t) − sin t with x(0) = 1 has the solution cos t, whatever λ is.
        const double Stiffness = 1e6;
        FunctionSystem stiff = new(1, (t, x, dx) => dx[0] = (-Stiffness * (x[0] - Math.Cos(t))) - Math.Sin(t));

        Solution solution = Chebyshev(1e-6).Solve(TestProblems.Problem(stiff, [1], 10), SaveAt.EquallySpaced(0, 10, 11));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(solution.Trajectory.Component(0), Is.EqualTo(solution.Trajectory.Times.Select(Math.Cos)).Within(1e-5));
            Assert.That(stiff.Evaluations, Is.EqualTo(solution.Statistics.DerivativeEvaluations).And.LessThan(Stiffness / 5));
        }
    }

    [Test]
    public void The_spectral_radius_is_estimated_from_above([Values(1, 3, 17, 64)] int dimension)
    {
        FunctionSystem decays = new(dimension, (_, x, dx) =>
        {
            for (int k = 0; k < dx.Length; k++)
            {
                dx[k] = -(k + 1) * x[k];
            }
        });
        Knot knot = new(dimension);
        knot.State.Fill(1);
        decays.EvaluateDerivative(0, knot.State, knot.Derivative);

        double radius = new SpectralRadius(decays).Estimate(knot, fallback: 0, CancellationToken.None);

        Assert.That(radius, Is.InRange(dimension, 1.25 * dimension));
    }

    [Test]
    public void A_radius_that_cannot_be_told_is_that_of_before()
    {
        FunctionSystem edge = new(1, (_, x, dx) => dx[0] = x[0] > 1 ? double.NaN : 1);
        Knot knot = new(1);
        knot.State[0] = 1;
        knot.Derivative[0] = 1;

        Assert.That(new SpectralRadius(edge).Estimate(knot, fallback: 7, CancellationToken.None), Is.EqualTo(7));
    }

    [Test]
    public void A_long_step_of_many_stages_is_cancelled_within_it()
    {
        using CancellationTokenSource source = new();
        int calls = 0;
        FunctionSystem stiff = new(1, (_, x, dx) =>
        {
            dx[0] = -1e6 * x[0];
            if (++calls == 500)
            {
                source.Cancel();
            }
        });

        Solution solution = Chebyshev(1e-3).Integrate(TestProblems.Problem(stiff, [1], 1000), SaveAt.End, source.Token);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Cancelled));
        Assert.That(calls, Is.LessThan(505));
    }

    private static StepIntegrator Chebyshev(double tolerance) =>
        new(new RungeKuttaChebyshev2(), new AdaptiveStepSize(new ErrorTolerance(tolerance, 1e-3 * tolerance), ControlGains.Predictive), 1_000_000);

    /// <summary>R(z): by what a step of size 1 multiplies the state on x' = zx.</summary>
    private static double Amplify(int stages, double z)
    {
        ChebyshevStage stage = new(stages);
        (double earlier, double previous) = (1, 1 + (stage.FirstWeight * z));
        for (int j = 2; j <= stages; j++)
        {
            stage.Advance();
            double next = 1 - stage.PreviousState - stage.EarlierState + (stage.PreviousState * previous) + (stage.EarlierState * earlier)
                + (stage.PreviousSlope * z * previous) + (stage.FirstSlope * z);
            (earlier, previous) = (previous, next);
        }

        return previous;
    }
}
