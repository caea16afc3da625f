using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics;

public sealed class InitialValueProblemTests
{
    private static readonly IDynamicsSystem Rotation = DynamicsSystem.FromFunction(2, (_, x) => [x[1], -x[0]]);

    [Test]
    public void A_state_of_another_dimension_is_refused() => Assert.That(
        () => new InitialValueProblem(Rotation, [1], 0, 1),
        Throws.ArgumentException.With.Message.StartsWith("The initial state has 1 components; the system has dimension 2."));

    [Test]
    public void A_state_that_is_not_finite_is_refused() => Assert.That(
        () => new InitialValueProblem(Rotation, [1, double.NaN], 0, 1),
        Throws.ArgumentException.With.Message.StartsWith("The initial state has a component that is NaN or infinite."));

    [TestCase(0, double.PositiveInfinity)]
    [TestCase(double.NaN, 1)]
    public void An_interval_that_is_not_finite_is_refused(double start, double end) => Assert.That(
        () => new InitialValueProblem(Rotation, [1, 0], start, end), Throws.ArgumentException.With.Message.Contains("must have finite ends"));

    [Test]
    public void The_initial_state_is_copied()
    {
        double[] state = [1, 0];
        InitialValueProblem problem = new(Rotation, state, 0, 1);

        state[0] = 5;

        Assert.That(problem.InitialState.ToArray(), Is.EqualTo([1.0, 0.0]));
    }

    [Test]
    public void Events_are_added_to_a_copy_in_order()
    {
        InitialValueProblem plain = new(Rotation, [1, 0], 0, 1);
        InitialValueProblem watched = plain.WithEvent(EventFunction.Crossing("a", (_, x) => x[0], 0)).WithEvents([EventFunction.Stop("b", (_, x) => x[1], 0)]);

        Assert.That(watched.Events.Select(e => (e.Name, e.IsTerminal)), Is.EqualTo([("a", false), ("b", true)]));
        Assert.That(plain.Events, Is.Empty);
    }

    [Test]
    public void A_function_that_returns_another_number_of_components_is_told_so()
    {
        IDynamicsSystem wrong = DynamicsSystem.FromFunction(2, (_, _) => [1]);

        Assert.That(
            () => wrong.EvaluateDerivative(0, [1, 2], new double[2]),
            Throws.InvalidOperationException.With.Message.EqualTo("The right-hand side returned 1 components; the system has dimension 2."));
    }
}
