using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class SignDescentTests
{
    // A power of two: sums of it are exact.
    private const double LearningRate = 1 / 16.0;
    private static readonly IIntegrator Descent = StepIntegrators.SignDescent(LearningRate);

    [Test]
    public void Every_component_moves_by_the_learning_rate_along_its_sign_and_rests_at_zero()
    {
        FunctionSystem signs = new(3, (_, _, dx) => (dx[0], dx[1], dx[2]) = (1e-200, -1e200, 0));

        double[] end = Descent.SolveToEnd(TestProblems.Problem(signs, [1, 2, 3], 5 * LearningRate));

        Assert.That(end, Is.EqualTo([1 + (5 * LearningRate), 2 - (5 * LearningRate), 3]));
    }

    [Test]
    public void Near_a_minimum_it_goes_to_and_fro_by_the_learning_rate()
    {
        InitialValueProblem bowl = TestProblems.Problem(new FunctionSystem(1, (_, x, dx) => dx[0] = -x[0]), [LearningRate / 4], 7 * LearningRate);

        Trajectory trajectory = Descent.Solve(bowl, SaveAt.EveryStep).Trajectory;

        Assert.That(
            trajectory.Component(0), Is.EqualTo(Enumerable.Range(0, 8).Select(n => n % 2 == 0 ? LearningRate / 4 : -3 * LearningRate / 4)));
    }

    [Test]
    public void Between_iterates_the_output_is_a_straight_line() =>
        Assert.That(Descent.Solve(TestProblems.Decay(1), SaveAt.Times([0.1])).Trajectory.State(0)[0], Is.EqualTo(0.9).Within(1e-15));

    [Test]
    public void Each_step_costs_one_gradient_and_the_start_one() =>
        Assert.That(Descent.Solve(TestProblems.Decay(1), SaveAt.End).Statistics, Is.EqualTo(new SolveStatistics(AcceptedSteps: 16, RejectedSteps: 0, DerivativeEvaluations: 17)));
}
