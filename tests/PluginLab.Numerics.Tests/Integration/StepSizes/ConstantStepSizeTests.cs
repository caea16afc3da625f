using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.StepSizes;

public sealed class ConstantStepSizeTests
{
    private static readonly ConstantStepSize Tenth = new(0.1);

    [Test]
    public void Knots_are_products_and_never_sums()
    {
        // 0.1 + 0.1 + 0.1 is 0.30000000000000004 and so is 3 · 0.1; their sums part later.
        double sum = 0;
        for (int n = 0; n < 100; n++)
        {
            StepPlan plan = Tenth.Plan(new StepPosition(0, 1000, sum, n, 0.1));
            Assert.That((plan.StepSize, plan.EndTime), Is.EqualTo((0.1, (n + 1) * 0.1)));
            sum += 0.1;
        }

        Assert.That(sum, Is.Not.EqualTo(100 * 0.1));
    }

    [TestCase(0.0, 0.25, 2, 0.2, 0.25, 0.05, TestName = "The last step is shortened")]
    [TestCase(0.0, 0.3, 2, 0.2, 0.3, 0.1, TestName = "A multiple to within rounding is reached by a whole step")]
    [TestCase(1.0, 0.75, 2, 0.8, 0.75, -0.05, TestName = "Backward")]
    public void The_last_step_ends_at_the_end(double start, double end, long accepted, double time, double expectedEnd, double expectedSize)
    {
        StepPlan plan = Tenth.Plan(new StepPosition(start, end, time, accepted, 0.1));

        Assert.That((plan.IsLast, plan.EndTime), Is.EqualTo((true, expectedEnd)));
        Assert.That(plan.StepSize, Is.EqualTo(expectedSize).Within(1e-15));
    }

    [Test]
    public void Every_step_is_accepted() =>
        Assert.That(Tenth.Decide(new StepAttempt(0.1, double.NaN, 0, StepHistory.None)), Is.EqualTo(new StepDecision(true, 0.1)));

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_size_that_is_not_positive_and_finite_is_refused(double size) => Assert.That(
        () => new ConstantStepSize(size, "learning rate"), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("The learning rate must be finite and positive."));
}
