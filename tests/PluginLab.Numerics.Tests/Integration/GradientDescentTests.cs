using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class GradientDescentTests
{
    private const double LearningRate = 0.1;
    private static readonly IIntegrator Descent = StepIntegrators.GradientDescent(LearningRate);

    [Test]
    public void Saved_states_are_the_iterates_bit_for_bit()
    {
        double x = 0.1;
        List<double> iterates = [x];
        for (int n = 0; n < 200; n++)
        {
            x += LearningRate * (x * (1 - x));
            iterates.Add(x);
        }

        Trajectory trajectory = Descent.Solve(TestProblems.Logistic(20), SaveAt.Times(Enumerable.Range(0, 201).Select(n => n * LearningRate))).Trajectory;

        Assert.That(trajectory.Component(0), Is.EqualTo(iterates));
    }

    [TestCase(0.3, TestName = "0.3 is not 3 · 0.1 in doubles")]
    [TestCase(0.3 + 5e-11, TestName = "Half of a billionth of a step late")]
    [TestCase(0.3 - 5e-11, TestName = "Half of a billionth of a step early")]
    public void A_time_within_rounding_of_a_multiple_means_the_iterate(double time)
    {
        Solution steps = Descent.Solve(TestProblems.Logistic(1), SaveAt.EveryStep);

        Trajectory inside = Descent.Solve(TestProblems.Logistic(1), SaveAt.Times([time])).Trajectory;
        Trajectory atEnd = Descent.Solve(TestProblems.Logistic(time), SaveAt.Times([time])).Trajectory;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((inside.Times[0], inside.State(0)[0]), Is.EqualTo((time, steps.Trajectory.State(3)[0])));
            Assert.That((atEnd.Times[0], atEnd.State(0)[0]), Is.EqualTo((time, steps.Trajectory.State(3)[0])));
        }
    }

    [Test]
    public void Between_iterates_the_output_is_a_straight_line()
    {
        Trajectory trajectory = Descent.Solve(TestProblems.Logistic(1), SaveAt.Times([0.3, 0.325, 0.4])).Trajectory;

        double expected = (0.75 * trajectory.State(0)[0]) + (0.25 * trajectory.State(2)[0]);
        Assert.That(trajectory.State(1)[0], Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void An_end_between_two_iterates_lies_on_that_line_too()
    {
        double end = Descent.SolveToEnd(TestProblems.Logistic(0.325))[0];

        Assert.That(end, Is.EqualTo(Descent.Solve(TestProblems.Logistic(1), SaveAt.Times([0.325])).Trajectory.State(0)[0]).Within(1e-15));
    }

    [Test]
    public void Each_step_costs_one_gradient_and_the_start_one()
    {
        SolveStatistics work = Descent.Solve(TestProblems.Logistic(1), SaveAt.End).Statistics;

        Assert.That(work, Is.EqualTo(new SolveStatistics(AcceptedSteps: 10, RejectedSteps: 0, DerivativeEvaluations: 11)));
    }

    [Test]
    public void Above_two_over_the_sharpness_it_diverges_and_below_it_converges()
    {
        InitialValueProblem bowl = TestProblems.Decay(2000);

        Assert.That(StepIntegrators.GradientDescent(1.99).SolveToEnd(bowl)[0], Is.Zero.Within(1e-3));
        Assert.That(Math.Abs(StepIntegrators.GradientDescent(2.01).SolveToEnd(bowl)[0]), Is.GreaterThan(1000));
    }
}
