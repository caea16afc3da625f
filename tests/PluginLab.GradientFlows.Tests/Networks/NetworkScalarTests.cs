using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.GradientFlows.Tests.Networks;

/// <summary>Networks over lanes and duals are the networks over doubles.</summary>
public sealed class NetworkScalarTests
{
    private static readonly int[][] Shapes = [[3, 4], [1, 1, 1], [2, 2, 2], [3, 5, 3], [4, 2, 3, 5, 2], [17, 9, 33], [2, 300, 2], [300, 2, 3, 1], [40, 40, 40]];

    private static IEnumerable<TestCaseData> Networks() => Shapes
        .Select(widths => new TestCaseData(CreateNetwork(widths)).SetArgDisplayNames($"widths {string.Join(' ', widths)}"))
        .Append(new TestCaseData(new TiedLinearNetwork(SymmetricTarget(2), 3)).SetArgDisplayNames("tied, 2 by 3"))
        .Append(new TestCaseData(new TiedLinearNetwork(SymmetricTarget(19), 19)).SetArgDisplayNames("tied, 19 by 19"));

    [TestCaseSource(nameof(Networks))]
    public void Lanes_have_the_bits_of_doubles_for_every_state_and_target(IDynamicsSystem network)
    {
        var parametric = (IParametricSystem<double>)network;
        Lanes[] state = Drawn("state", network.Dimension), target = Scaled(parametric.DefaultParameters), derivative = new Lanes[network.Dimension];
        ((IParametricSystem<Lanes>)network).EvaluateDerivative(0, state, target, derivative);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            double[] single = new double[network.Dimension];
            parametric.EvaluateDerivative(0, [.. state.Select(x => x[lane])], [.. target.Select(x => x[lane])], single);
            Assert.That(derivative.Select(x => BitConverter.DoubleToInt64Bits(x[lane])), Is.EqualTo(single.Select(BitConverter.DoubleToInt64Bits)), $"lane {lane}");
        }
    }

    [TestCaseSource(nameof(Networks))]
    public void The_default_parameters_are_the_network_itself(IDynamicsSystem network)
    {
        var parametric = (IParametricSystem<double>)network;
        double[] state = State(network), derivative = new double[network.Dimension];
        parametric.EvaluateDerivative(0, state, [.. parametric.DefaultParameters], derivative);
        Assert.That(derivative, Is.EqualTo(LinearNetworkTests.Derivative(network, state)));
    }

    [Test]
    public void The_directional_derivative_of_two_layers_is_its_closed_form()
    {
        LinearNetwork network = CreateNetwork([4, 3, 5]);
        double[] state = State(network), direction = [.. new RandomNumbers(3, "direction").NextGaussians(network.Dimension)];
        (Matrix first, Matrix second) = (network.Layer(state, 1), network.Layer(state, 2));
        (Matrix moveFirst, Matrix moveSecond) = (network.Layer(direction, 1), network.Layer(direction, 2));
        Matrix error = network.Target.Subtract(first.Multiply(second));
        Matrix errorMoves = moveFirst.Multiply(second).Add(first.Multiply(moveSecond)).Scale(-1);

        double[] actual = DirectionalDerivative(network, state, direction);
        Matrix expectedFirst = errorMoves.Multiply(second.Transpose()).Add(error.Multiply(moveSecond.Transpose()));
        Matrix expectedSecond = moveFirst.Transpose().Multiply(error).Add(first.Transpose().Multiply(errorMoves));
        NetworkCase.AssertMatches(network.Layer(actual, 1), expectedFirst, 1e-14, "first layer");
        NetworkCase.AssertMatches(network.Layer(actual, 2), expectedSecond, 1e-14, "second layer");
    }

    [Test]
    public void The_directional_derivative_of_tied_layers_is_its_closed_form()
    {
        var network = new TiedLinearNetwork(SymmetricTarget(4), 3);
        double[] state = State(network), direction = [.. new RandomNumbers(4, "direction").NextGaussians(network.Dimension)];
        (Matrix weights, Matrix move) = (network.Weights(state), network.Weights(direction));
        Matrix error = network.Target.Subtract(weights.Multiply(weights.Transpose()));
        Matrix crossed = move.Multiply(weights.Transpose());
        Matrix expected = error.Multiply(move).Subtract(crossed.Add(crossed.Transpose()).Multiply(weights));
        NetworkCase.AssertMatches(network.Weights(DirectionalDerivative(network, state, direction)), expected, 1e-14, "weights");
    }

    [TestCaseSource(nameof(Networks))]
    public void The_Jacobian_of_a_gradient_flow_is_symmetric(IDynamicsSystem network)
    {
        double[] state = State(network), left = Gaussians("left", network.Dimension), right = Gaussians("right", network.Dimension);
        double[] ofRight = DirectionalDerivative(network, state, right), ofLeft = DirectionalDerivative(network, state, left);
        double scale = left.Zip(ofRight, (a, b) => Math.Abs(a * b)).Sum();
        Assert.That(left.Zip(ofRight, (a, b) => a * b).Sum(), Is.EqualTo(right.Zip(ofLeft, (a, b) => a * b).Sum()).Within(1e-12 * scale));
    }

    [TestCaseSource(nameof(Networks))]
    public void Second_duals_and_duals_of_lanes_carry_the_derivative_of_duals(IDynamicsSystem network)
    {
        double[] state = State(network), direction = Gaussians("direction", network.Dimension), single = DirectionalDerivative(network, state, direction);
        double[] parameters = [.. ((IParametricSystem<double>)network).DefaultParameters];
        Dual<Dual<Real>>[] second = new Dual<Dual<Real>>[network.Dimension];
        ((IParametricSystem<Dual<Dual<Real>>>)network).EvaluateDerivative(
            0, [.. state.Zip(direction, (x, v) => new Dual<Dual<Real>>(x, v))], [.. parameters.Select(p => (Dual<Dual<Real>>)p)], second);
        Dual<Lanes>[] lanes = new Dual<Lanes>[network.Dimension];
        ((IParametricSystem<Dual<Lanes>>)network).EvaluateDerivative(
            0, [.. state.Zip(direction, (x, v) => new Dual<Lanes>(x, v))], [.. parameters.Select(p => (Dual<Lanes>)p)], lanes);

        Assert.That(second.Select(x => x.Derivative.Value.Value), Is.EqualTo(single));
        Assert.That(lanes.Select(x => x.Derivative[Lanes.Count - 1]), Is.EqualTo(single));
    }

    [TestCaseSource(nameof(Networks))]
    public void The_value_of_a_dual_is_the_derivative_over_doubles(IDynamicsSystem network)
    {
        double[] state = State(network);
        Dual<Real>[] derivative = Evaluate(network, state, Gaussians("direction", network.Dimension));
        Assert.That(derivative.Select(x => x.Value.Value), Is.EqualTo(LinearNetworkTests.Derivative(network, state)));
    }

    private static double[] DirectionalDerivative(IDynamicsSystem network, double[] state, double[] direction) =>
        [.. Evaluate(network, state, direction).Select(x => x.Derivative.Value)];

    private static Dual<Real>[] Evaluate(IDynamicsSystem network, double[] state, double[] direction)
    {
        Dual<Real>[] derivative = new Dual<Real>[network.Dimension];
        var parametric = (IParametricSystem<Dual<Real>>)network;
        Dual<Real>[] moved = [.. state.Zip(direction, (x, v) => new Dual<Real>(x, v))];
        parametric.EvaluateDerivative(0, moved, [.. parametric.DefaultParameters.Select(p => (Dual<Real>)p)], derivative);
        return derivative;
    }

    private static LinearNetwork CreateNetwork(int[] widths) =>
        new(new Matrix(widths[0], widths[^1], Gaussians("target", widths[0] * widths[^1])), widths);

    private static Matrix SymmetricTarget(int size)
    {
        Matrix drawn = new(size, size, Gaussians("target", size * size));
        return drawn.Add(drawn.Transpose());
    }

    private static double[] State(IDynamicsSystem network) => Gaussians("state", network.Dimension);

    private static double[] Gaussians(string stream, int count) => new RandomNumbers(1, stream).NextGaussians(count);

    private static Lanes[] Drawn(string stream, int count)
    {
        double[] numbers = Gaussians(stream, count * Lanes.Count);
        return [.. Enumerable.Range(0, count).Select(i => Lanes.Create(numbers.AsSpan(i * Lanes.Count)))];
    }

    /// <summary>Another target in every lane, symmetric where the given one is.</summary>
    private static Lanes[] Scaled(IReadOnlyList<double> target)
    {
        Lanes factors = Drawn("factors", 1)[0];
        return [.. target.Select(entry => factors * entry)];
    }
}
