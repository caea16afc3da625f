using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.StepSizes;

public sealed class AdaptiveStepSizeTests
{
    private const int ErrorOrder = 4;

    // Powers are good to four digits.
    private const double PowerAccuracy = 2e-4;
    private static readonly AdaptiveStepSize Controller = new(new ErrorTolerance(1e-6, 1e-9));

    [TestCase(0.0, true, 5.0, TestName = "No error: the largest increase")]
    [TestCase(1.0, true, 0.9, TestName = "An error equal to the tolerance: accepted, a little smaller")]
    [TestCase(32.0, false, 0.45, TestName = "32 times the tolerance: rejected, half as long with a margin")]
    [TestCase(1e9, false, 0.2, TestName = "A huge error: the largest decrease")]
    [TestCase(double.NaN, false, 0.2, TestName = "NaN: the largest decrease")]
    [TestCase(double.PositiveInfinity, false, 0.2, TestName = "An infinite error: the largest decrease")]
    public void The_error_ratio_decides_acceptance_and_the_next_step_size(double errorRatio, bool isAccepted, double factor)
    {
        StepDecision decision = Controller.Decide(new StepAttempt(0.1, errorRatio, ErrorOrder, StepHistory.None));

        Assert.That(decision.IsAccepted, Is.EqualTo(isAccepted));
        Assert.That(decision.NextStepSize, Is.EqualTo(factor * 0.1).Within(0.1 * PowerAccuracy));
    }

    [Test]
    public void A_growing_error_shortens_the_next_step_and_a_falling_one_lengthens_it()
    {
        double Factor(double previous) => Controller.Decide(new StepAttempt(1, 0.5, ErrorOrder, new StepHistory(previous, 1, 0, FollowsRejection: false))).NextStepSize;

        Assert.That(Factor(0.25), Is.LessThan(Factor(0.5)));
        Assert.That(Factor(1), Is.GreaterThan(Factor(0.5)));
    }

    [Test]
    public void Each_kind_of_control_is_its_formula([Values(0.01, 0.3, 1)] double newest, [Values(0.02, 0.9)] double previous, [Values(0.05, 0.7)] double earlier)
    {
        foreach (ControlGains gains in new[] { ControlGains.Integral, ControlGains.ProportionalIntegral, ControlGains.ProportionalIntegralDerivative })
        {
            AdaptiveStepSize controller = new(new ErrorTolerance(1e-6, 1e-9), gains);
            double exact = gains.Safety * Math.Pow(newest, -gains.Newest / 5) * Math.Pow(previous, -gains.Previous / 5) * Math.Pow(earlier, -gains.Earlier / 5);

            double next = controller.Decide(new StepAttempt(1, newest, ErrorOrder, new StepHistory(previous, earlier, 0, FollowsRejection: false))).NextStepSize;

            Assert.That(next, Is.EqualTo(exact).Within(PowerAccuracy * exact), gains.Name);
        }
    }

    [TestCase(0.25, 1.0, TestName = "The error grew: it is expected to go on growing")]
    [TestCase(1.0, 2.0, TestName = "The step shrank and the error did not: it is expected to shrink on")]
    [TestCase(2.0, 1.0, TestName = "The error fell: no more than integral control")]
    public void Predictive_control_is_the_smaller_of_its_formula_and_of_integral_control(double previous, double previousStep)
    {
        const double Newest = 1.0;
        AdaptiveStepSize controller = new(new ErrorTolerance(1e-6, 1e-9), ControlGains.Predictive);
        double integral = Math.Pow(Newest, -1 / 5.0);
        double predicted = Math.Pow(Newest, -2 / 5.0) * Math.Pow(previous, 1 / 5.0) / previousStep;

        double next = controller.Decide(new StepAttempt(1, Newest, ErrorOrder, new StepHistory(previous, 1, previousStep, FollowsRejection: false))).NextStepSize;

        Assert.That(next, Is.EqualTo(0.9 * Math.Min(integral, predicted)).Within(PowerAccuracy));
    }

    [Test]
    public void Before_a_second_step_predictive_control_is_integral_control()
    {
        StepAttempt first = new(0.1, 0.25, ErrorOrder, StepHistory.None);

        Assert.That(
            new AdaptiveStepSize(Controller.Tolerance, ControlGains.Predictive).Decide(first),
            Is.EqualTo(new AdaptiveStepSize(Controller.Tolerance, ControlGains.Integral).Decide(first)));
    }

    [Test]
    public void Every_kind_of_control_but_the_predictive_settles_where_integral_control_does()
    {
        // At a constant error e the step stays as it is where θ e^(−Σb/k) = 1. Proportional–integral control keeps the usual safety factor, and settles lower.
        static double Settled(ControlGains gains) => Math.Pow(gains.Safety, (ErrorOrder + 1) / (gains.Newest + gains.Previous + gains.Earlier));

        Assert.That(Settled(ControlGains.ProportionalIntegralDerivative), Is.EqualTo(Settled(ControlGains.Integral)).Within(0.1).Percent);
    }

    [TestCase(0.0, 10.0, 3.0, 4.0, 2.0, 5.0, false, TestName = "Forward")]
    [TestCase(10.0, 0.0, 3.0, 4.0, 2.0, 1.0, false, TestName = "Backward")]
    [TestCase(0.0, 10.0, 8.0, 4.0, 2.0, 10.0, true, TestName = "The last step may be of the largest size")]
    [TestCase(0.0, 10.0, 7.9921875, 4.0, 2.0, 9.9921875, false, TestName = "The last step is not stretched beyond it")]
    public void No_step_is_longer_than_the_largest(double start, double end, double time, double proposed, double largest, double stepEnd, bool isLast)
    {
        StepPlan plan = new AdaptiveStepSize(Controller.Tolerance) { LargestStep = largest }.Plan(new StepPosition(start, end, time, AcceptedSteps: 7, proposed));

        Assert.That((plan.EndTime, plan.IsLast), Is.EqualTo((stepEnd, isLast)));
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    public void A_largest_step_that_is_not_positive_is_refused(double largest) => Assert.That(
        () => new AdaptiveStepSize(Controller.Tolerance) { LargestStep = largest }, Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("must be positive"));

    [Test]
    public void The_history_moves_on_with_accepted_steps_alone()
    {
        StepHistory history = new(0.2, 0.3, 5, FollowsRejection: false);

        Assert.That(history.After(new StepAttempt(6, 0.1, ErrorOrder, history), new StepDecision(true, 1)), Is.EqualTo(new StepHistory(0.1, 0.2, 6, FollowsRejection: false)));
        Assert.That(history.After(new StepAttempt(6, 7, ErrorOrder, history), new StepDecision(false, 1)), Is.EqualTo(new StepHistory(0.2, 0.3, 5, FollowsRejection: true)));
    }

    [Test]
    public void A_step_never_grows_right_after_a_rejection()
    {
        StepDecision decision = Controller.Decide(new StepAttempt(0.1, 0.001, ErrorOrder, StepHistory.None with { FollowsRejection = true }));

        Assert.That(decision, Is.EqualTo(new StepDecision(true, 0.1)));
    }

    [FsCheck.NUnit.Property]
    public bool The_next_step_lies_between_a_fifth_and_five_times_the_last(double errorRatio, double previous)
    {
        StepDecision decision = Controller.Decide(new StepAttempt(1, Math.Abs(errorRatio), ErrorOrder, new StepHistory(Math.Abs(previous), 1, 0, FollowsRejection: false)));

        return decision.NextStepSize is >= 0.2 and <= 5 || double.IsNaN(previous) || double.IsInfinity(previous);
    }

    [TestCase(0.0, 10.0, 3.0, 1.0, 4.0, false, TestName = "Forward")]
    [TestCase(10.0, 0.0, 3.0, 1.0, 2.0, false, TestName = "Backward")]
    [TestCase(0.0, 10.0, 9.5, 1.0, 10.0, true, TestName = "The last step ends at the end")]
    [TestCase(0.0, 10.0, 8.995, 1.0, 10.0, true, TestName = "A last step is stretched rather than followed by a sliver")]
    public void A_step_is_planned_from_the_proposal(double start, double end, double time, double proposed, double stepEnd, bool isLast)
    {
        StepPlan plan = Controller.Plan(new StepPosition(start, end, time, AcceptedSteps: 7, proposed));

        Assert.That(plan, Is.EqualTo(new StepPlan(stepEnd - time, stepEnd, isLast, KnotTolerance: 0)));
    }

    [Test]
    public void Time_advances_by_exactly_the_step_size()
    {
        StepPlan plan = Controller.Plan(new StepPosition(0, 1e6, Time: 1e5 / 3, AcceptedSteps: 1, ProposedStepSize: 1e-7 / 3));

        Assert.That(plan.EndTime - (1e5 / 3), Is.EqualTo(plan.StepSize).And.Not.EqualTo(1e-7 / 3));
    }
}
