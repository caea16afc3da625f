using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Invariants;

public sealed class InvariantTests
{
    [Test]
    public void A_conserved_value_is_evaluated_with_time_state_and_parameters()
    {
        var invariant = Invariant.Conserved("energy", "$E$", (t, x, p) => t + x[0] - p[0], (_, x, _) => -x[0]);
        double[] value = new double[1];

        invariant.Evaluate(1, [5], [2], value);

        Assert.That((value[0], invariant.EvaluateScale(1, [5], [2]), invariant.Size, invariant.Kind), Is.EqualTo((4.0, 5.0, 1, InvariantKind.Conserved)));
    }

    [Test]
    public void What_never_grows_is_its_own_scale()
    {
        var invariant = Invariant.NonIncreasing("loss", "$L$", (_, x, _) => -3 * x[0]);

        Assert.That((invariant.EvaluateScale(0, [2], []), invariant.Kind), Is.EqualTo((6.0, InvariantKind.NonIncreasing)));
    }

    [TestCase("")]
    [TestCase(" ")]
    public void A_name_must_not_be_blank(string name) =>
        Assert.That(() => Invariant.NonIncreasing(name, "", (_, _, _) => 0), Throws.ArgumentException);

    [Test]
    public void A_vector_has_at_least_one_value() =>
        Assert.That(() => Invariant.ConservedVector("none", "", 0, (_, _, _, _) => { }, (_, _, _) => 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_system_written_once_takes_invariants_and_stays_the_same_function()
    {
        var plain = ParametricSystem.Create(new Decay(), 3);
        var invariant = Invariant.NonIncreasing("size", "$|x|$", (_, x, _) => Math.Abs(x[0]));
        ParametricSystem named = plain.WithInvariants(invariant);
        double[] derivative = new double[1];

        named.EvaluateDerivative(0, [2], derivative);

        Assert.That(derivative, Is.EqualTo([-6.0]));
        Assert.That((plain.Invariants.Count, named.Invariants.Single()), Is.EqualTo((0, invariant)));
    }

    [Test]
    public void The_flow_of_a_loss_follows_its_loss_for_the_parameters_of_each_trajectory()
    {
        GradientFlow flow = GradientFlow.FromLoss(new Distance(), 1, 1.0).WithInvariants(Invariant.Conserved("nothing", "", (_, _, _) => 0, (_, _, _) => 1));
        double[] loss = new double[1];

        flow.Invariants[0].Evaluate(0, [5], [2], loss);

        Assert.That(loss, Is.EqualTo([9.0]));
        Assert.That(flow.Invariants.Select(invariant => invariant.Name), Is.EqualTo(["loss", "nothing"]));
    }

    [TestCase(double.NaN, 1)]
    [TestCase(-1e-9, 1)]
    [TestCase(1, double.PositiveInfinity)]
    public void A_stated_tolerance_is_finite_and_not_negative(double relative, double absolute) =>
        Assert.That(() => SolveAccuracy.Within(relative, absolute), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("finite and at least 0"));

    private readonly struct Decay : IRightHandSide
    {
        public int Dimension => 1;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar> => derivative[0] = -parameters[0] * state[0];
    }

    private readonly struct Distance : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => (state[0] - parameters[0]) * (state[0] - parameters[0]);
    }
}
