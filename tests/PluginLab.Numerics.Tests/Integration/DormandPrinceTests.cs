using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class DormandPrinceTests
{
    [Test]
    public void The_error_falls_with_the_tolerance()
    {
        double[] tolerances = [1e-4, 1e-6, 1e-8, 1e-10, 1e-12];

        double[] errors = [.. tolerances.Select(LargestError)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors, Is.Ordered.Descending);
            Assert.That(errors.Zip(tolerances, (error, tolerance) => error / tolerance), Is.All.LessThan(20));
        }
    }

    [Test]
    public void Reference_accuracy_is_reached_with_reference_tolerances() => Assert.That(LargestError(1e-12), Is.LessThan(1e-10));

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

    private static double LargestError(double tolerance)
    {
        Trajectory trajectory = StepIntegrators.DormandPrince5(tolerance, tolerance / 100).Solve(TestProblems.Oscillator(10), SaveAt.EquallySpaced(0, 10, 201)).Trajectory;
        return trajectory.Times.Select((time, i) => Math.Abs(trajectory.State(i)[0] - Math.Cos(time))).Max();
    }
}
