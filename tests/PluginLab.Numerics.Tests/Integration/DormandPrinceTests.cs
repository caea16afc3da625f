using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class DormandPrinceTests
{
    [TestCase(5, 20)]
    [TestCase(8, 100)]
    public void The_error_falls_with_the_tolerance(int order, double mostTolerances)
    {
        double[] tolerances = [1e-4, 1e-6, 1e-8, 1e-10, 1e-12];

        double[] errors = [.. tolerances.Select(tolerance => LargestError(order, tolerance))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors, Is.Ordered.Descending);
            Assert.That(errors.Zip(tolerances, (error, tolerance) => error / tolerance), Is.All.LessThan(mostTolerances));
        }
    }

    [TestCase(5)]
    [TestCase(8)]
    public void Reference_accuracy_is_reached_with_reference_tolerances(int order) => Assert.That(LargestError(order, 1e-12), Is.LessThan(1e-10));

    [Test]
    public void Order_eight_takes_fewer_evaluations_than_order_five_where_much_accuracy_is_asked_for()
    {
        long Evaluations(int order) => Create(order, 1e-11, 1e-13).Solve(TestProblems.Oscillator(10), SaveAt.End).Statistics.DerivativeEvaluations;

        Assert.That(Evaluations(8), Is.LessThan(Evaluations(5) / 2));
    }

    [Test]
    public void Order_eight_costs_twelve_evaluations_an_attempt_two_at_the_start_and_three_where_dense_output_is_asked_for()
    {
        IIntegrator integrator = StepIntegrators.DormandPrince8(new AdaptiveStepSize(new ErrorTolerance(1e-6, 1e-9), ControlGains.Integral));
        SolveStatistics toEnd = integrator.Solve(TestProblems.Stiff(1), SaveAt.End).Statistics;
        SolveStatistics dense = integrator.Solve(TestProblems.Stiff(1), SaveAt.Times([0.5, 0.500001, 0.75, 1])).Statistics;

        Assert.That(toEnd.RejectedSteps, Is.Positive);
        Assert.That(toEnd.DerivativeEvaluations, Is.EqualTo(2 + (12 * (toEnd.AcceptedSteps + toEnd.RejectedSteps))));
        Assert.That(dense, Is.EqualTo(toEnd with { DerivativeEvaluations = toEnd.DerivativeEvaluations + (2 * 3) }));
    }

    [Test]
    public void Each_attempt_costs_six_evaluations_and_the_start_two()
    {
        SolveStatistics work = StepIntegrators.DormandPrince5(1e-9, 1e-12).Solve(TestProblems.Stiff(1), SaveAt.End).Statistics;

        Assert.That(work.RejectedSteps, Is.Positive);
        Assert.That(work.DerivativeEvaluations, Is.EqualTo(2 + (6 * (work.AcceptedSteps + work.RejectedSteps))));
    }

    [Test]
    public void A_stiff_problem_is_solved_in_steps_that_stability_allows()
    {
        Solution solution = StepIntegrators.DormandPrince5(1e-6, 1e-9).Solve(TestProblems.Stiff(1), SaveAt.End);

        // The stability interval of the method is 3.3 long: 1000 / 3.3 steps at least, and not many times that.
        double exact = ((1e6 * Math.Cos(1)) + (1000 * Math.Sin(1))) / (1e6 + 1);
        Assert.That(solution.Trajectory.LastState[0], Is.EqualTo(exact).Within(1e-5));
        Assert.That(solution.Statistics.AcceptedSteps, Is.InRange(300, 600));
    }

    private static IIntegrator Create(int order, double relative, double absolute) => order == 5
        ? StepIntegrators.DormandPrince5(relative, absolute)
        : StepIntegrators.DormandPrince8(new AdaptiveStepSize(new ErrorTolerance(relative, absolute)));

    private static double LargestError(int order, double tolerance)
    {
        Trajectory trajectory = Create(order, tolerance, tolerance / 100).Solve(TestProblems.Oscillator(10), SaveAt.EquallySpaced(0, 10, 201)).Trajectory;
        return trajectory.Times.Select((time, i) => Math.Abs(trajectory.State(i)[0] - Math.Cos(time))).Max();
    }
}
