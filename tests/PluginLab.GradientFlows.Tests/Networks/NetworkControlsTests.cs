using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Networks;

public sealed class NetworkControlsTests
{
    private static readonly LinearNetwork Network = new(Matrix.Diagonal([3, -1]), [2, 3, 2]);
    private static readonly double[] State = new RandomNumbers(15, "controls").NextGaussians(Network.Dimension);

    [Test]
    public void A_changed_target_is_what_the_network_learns()
    {
        AssertSame(NetworkControls.NegatedTarget, new LinearNetwork(Matrix.Diagonal([-3, 1]), [2, 3, 2]));
        AssertSame(NetworkControls.ScaledTarget(1.5), new LinearNetwork(Matrix.Diagonal([4.5, -1.5]), [2, 3, 2]));
        AssertSame(NetworkControls.CoupledTarget(0.25), new LinearNetwork(Matrix.FromRows([[3, 0.25], [0.25, -1]]), [2, 3, 2]));
    }

    [Test]
    public void A_scaled_mode_moves_its_row_and_column_alone()
    {
        double[] force = LinearNetworkTests.Derivative(NetworkControls.ScaledMode(1, 0.5).Apply(Network), State);
        double[] expected = LinearNetworkTests.Derivative(Network, State);
        foreach (int k in (int[])[3, 4, 5, 7, 9, 11])
        {
            expected[k] *= 0.5;
        }

        Assert.That(force, Is.EqualTo(expected));
    }

    [Test]
    public void A_scaled_layer_moves_alone()
    {
        double[] force = LinearNetworkTests.Derivative(NetworkControls.ScaledLayer(1, 0.5).Apply(Network), State);
        double[] expected = [.. LinearNetworkTests.Derivative(Network, State).Select((value, k) => k < 6 ? value : 0.5 * value)];
        Assert.That(force, Is.EqualTo(expected));
        Assert.That(NetworkControls.ScaledLayer(2, 0.5).Apply(Network), Is.SameAs(Network));
    }

    [Test]
    public void A_scaled_mode_of_a_tied_network_is_a_row()
    {
        var tied = new TiedLinearNetwork(Matrix.Diagonal([3, -1]), 2);
        double[] state = [1, 2, 3, 4];
        double[] expected = LinearNetworkTests.Derivative(tied, state);
        Assert.That(LinearNetworkTests.Derivative(NetworkControls.ScaledMode(0, 0).Apply(tied), state), Is.EqualTo(new[] { 0, 0, expected[2], expected[3] }));
    }

    [Test]
    public void A_normalized_rate_divides_by_the_norm_of_the_target()
    {
        double[] force = LinearNetworkTests.Derivative(NetworkControls.NormalizedRate.Apply(Network), State);
        double[] expected = [.. LinearNetworkTests.Derivative(Network, State).Select(value => value / Math.Sqrt(10))];
        Assert.That(force, Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void A_normalized_rate_takes_the_norm_of_the_target_it_is_given()
    {
        double[] twice = Derivative(NetworkControls.NormalizedRate.Apply(Network), [6, 0, 0, -2]);
        double[] expected = [.. Derivative(Network, [6, 0, 0, -2]).Select(value => value / Math.Sqrt(40))];
        Assert.That(twice, Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void A_changed_target_is_that_of_each_trajectory_in_an_ensemble()
    {
        double[] targets = [2, 0, 0, 1, 3, 0.5, -0.5, -2];
        EnsembleSolution Solve(IDynamicsSystem system, IEnumerable<double> taught) => ((IEnsembleIntegrator)StepIntegrators.DormandPrince5(1e-8, 1e-10)).Integrate(
            new Ensemble(system, [.. State, .. State], 0, 1).WithParameters(taught), EnsembleOutput.FinalStates, CancellationToken.None);

        EnsembleSolution scaled = Solve(NetworkControls.ScaledTarget(1.5).Apply(Network), targets);
        EnsembleSolution coupled = Solve(NetworkControls.CoupledTarget(0.25).Apply(Network), targets);
        EnsembleSolution negated = Solve(NetworkControls.NegatedTarget.Apply(Network), targets);

        for (int i = 0; i < 2; i++)
        {
            Assert.That(scaled.FinalState(i).ToArray(), Is.EqualTo(Solve(Network, targets.Select(entry => 1.5 * entry)).FinalState(i).ToArray()));
            Assert.That(coupled.FinalState(i).ToArray(), Is.EqualTo(Solve(Network, targets.Select((entry, k) => k % 4 is 1 or 2 ? entry + 0.25 : entry)).FinalState(i).ToArray()));
            Assert.That(negated.FinalState(i).ToArray(), Is.EqualTo(Solve(Network, targets.Select(entry => -entry)).FinalState(i).ToArray()));
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_network_without_parameters_is_that_with_its_own(Control control)
    {
        IDynamicsSystem changed = control.Apply(Network);
        Assert.That(Derivative(changed, [.. ((IParametricSystem<double>)changed).DefaultParameters]), Is.EqualTo(LinearNetworkTests.Derivative(changed, State)), control.Mutation);
    }

    [TestCaseSource(nameof(All))]
    public void Under_a_control_lanes_hold_the_bits_of_doubles(Control control)
    {
        foreach (IDynamicsSystem network in (IDynamicsSystem[])[Network, new TiedLinearNetwork(Matrix.Diagonal([3, -1]), 6)])
        {
            IDynamicsSystem changed = control.Apply(network);
            double[] target = [2, 0.5, 0.5, -3];
            Lanes[] lanes = new Lanes[network.Dimension];
            ((IParametricSystem<Lanes>)changed).EvaluateDerivative(0, [.. State.Select(weight => (Lanes)weight)], [.. target.Select(entry => (Lanes)entry)], lanes);
            Assert.That(lanes.Select(lane => lane[Lanes.Count - 1]), Is.EqualTo(Derivative(changed, target)), control.Mutation);
        }
    }

    [Test]
    public void A_system_that_is_no_network_stays_as_it_is()
    {
        IDynamicsSystem other = DynamicsSystem.FromFunction(1, (_, x) => x);
        Assert.That(NetworkControls.NegatedTarget.Apply(other), Is.SameAs(other));
        Assert.That(NetworkControls.ScaledMode(0, 0).Apply(other), Is.SameAs(other));
        Assert.That(NetworkControls.NormalizedRate.Apply(other), Is.SameAs(other));
    }

    private static IEnumerable<Control> All =>
    [
        NetworkControls.NegatedTarget, NetworkControls.NormalizedRate, NetworkControls.ScaledTarget(1.5), NetworkControls.CoupledTarget(0.25), NetworkControls.ScaledMode(1, 0.5),
        NetworkControls.ScaledLayer(0, 0.5),
    ];

    private static double[] Derivative(IDynamicsSystem system, double[] target)
    {
        double[] derivative = new double[system.Dimension];
        ((IParametricSystem<double>)system).EvaluateDerivative(0, State, target, derivative);
        return derivative;
    }

    private static void AssertSame(Control control, LinearNetwork expected) =>
        Assert.That(LinearNetworkTests.Derivative(control.Apply(Network), State), Is.EqualTo(LinearNetworkTests.Derivative(expected, State)), control.Mutation);
}
