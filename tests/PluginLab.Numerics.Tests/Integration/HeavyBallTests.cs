using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class HeavyBallTests
{
    private const double LearningRate = 0.1;
    private const double Momentum = 0.75;

    [Test]
    public void Saved_states_are_the_iterates_bit_for_bit()
    {
        (double x, double velocity) = (0.1, 0);
        List<double> iterates = [x];
        for (int n = 0; n < 200; n++)
        {
            velocity = Math.FusedMultiplyAdd(Momentum, velocity, x * (1 - x));
            x = Math.FusedMultiplyAdd(LearningRate, velocity, x);
            iterates.Add(x);
        }

        Trajectory trajectory = StepIntegrators.HeavyBall(LearningRate, Momentum)
            .Solve(TestProblems.Logistic(20), SaveAt.Times(Enumerable.Range(0, 201).Select(n => n * LearningRate))).Trajectory;

        Assert.That(trajectory.Component(0), Is.EqualTo(iterates));
    }

    [Test]
    public void Without_momentum_it_is_gradient_descent()
    {
        Trajectory ball = StepIntegrators.HeavyBall(LearningRate, 0).Solve(TestProblems.Oscillator(3.33), SaveAt.EveryStep).Trajectory;
        Trajectory descent = StepIntegrators.GradientDescent(LearningRate).Solve(TestProblems.Oscillator(3.33), SaveAt.EveryStep).Trajectory;

        Assert.That(ball.Component(0), Is.EqualTo(descent.Component(0)));
    }

    [Test]
    public void Between_iterates_the_output_is_a_straight_line_and_so_is_the_way_to_the_end()
    {
        IIntegrator ball = StepIntegrators.HeavyBall(LearningRate, Momentum);
        Trajectory trajectory = ball.Solve(TestProblems.Logistic(1), SaveAt.Times([0.3, 0.325, 0.4])).Trajectory;

        double expected = (0.75 * trajectory.State(0)[0]) + (0.25 * trajectory.State(2)[0]);
        Assert.That(trajectory.State(1)[0], Is.EqualTo(expected).Within(1e-15));
        Assert.That(ball.SolveToEnd(TestProblems.Logistic(0.325))[0], Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void Small_steps_follow_the_flow_faster_by_one_over_one_minus_the_momentum()
    {
        // After a start of some 1/(1 − β) steps, e^{−t/(1 − β)} to first order in the learning rate.
        double end = StepIntegrators.HeavyBall(1e-4, Momentum).SolveToEnd(TestProblems.Decay(0.5))[0];

        Assert.That(end, Is.EqualTo(Math.Exp(-0.5 / (1 - Momentum))).Within(0.2).Percent);
    }

    [Test]
    public void Above_two_and_twice_the_momentum_over_the_sharpness_it_diverges_and_below_it_converges()
    {
        InitialValueProblem bowl = TestProblems.Decay(4000);

        Assert.That(StepIntegrators.HeavyBall(1.99 * (1 + Momentum), Momentum).SolveToEnd(bowl)[0], Is.Zero.Within(1e-3));
        Assert.That(Math.Abs(StepIntegrators.HeavyBall(2.01 * (1 + Momentum), Momentum).SolveToEnd(bowl)[0]), Is.GreaterThan(1000));
    }

    [Test]
    public void Each_solve_starts_from_rest()
    {
        IIntegrator ball = StepIntegrators.HeavyBall(LearningRate, Momentum);

        double[] first = ball.SolveToEnd(TestProblems.Logistic(1));

        Assert.That(ball.SolveToEnd(TestProblems.Logistic(1)), Is.EqualTo(first));
    }

    [TestCase(-0.1)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void A_momentum_out_of_range_is_refused(double momentum) => Assert.That(
        () => StepIntegrators.HeavyBall(LearningRate, momentum), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("at least 0 and below 1"));
}
