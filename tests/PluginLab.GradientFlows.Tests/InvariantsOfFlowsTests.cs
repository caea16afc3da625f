using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests;

/// <summary>What the flows say that they conserve, against their right-hand sides at random states.</summary>
public sealed class InvariantsOfFlowsTests
{
    private const int States = 50;

    // Conserved values are quadratic: the central difference along the right-hand side is exact but for rounding, which a step of one leaves small.
    private const double Step = 1;
    private const double Rounding = 1e-12;

    private static readonly Matrix Target = Matrix.FromRows([[2, -1, 0.5], [0.3, 1, -2]]);

    private static IEnumerable<TestCaseData> Flows()
    {
        yield return new TestCaseData(new Monomial(1.5, [1]), 0).SetArgDisplayNames("one weight");
        yield return new TestCaseData(new Monomial(1.5, [1, 2, 3]), 2).SetArgDisplayNames("monomial");
        yield return new TestCaseData(new QuadraticNetwork(1.5, 3, [-1, 0.5, 2]), 3).SetArgDisplayNames("quadratic network");
        yield return new TestCaseData(new LinearNetwork(Target, [2, 3]), 0).SetArgDisplayNames("one layer");
        yield return new TestCaseData(new LinearNetwork(Target, [2, 4, 3]), 16).SetArgDisplayNames("two layers");
        yield return new TestCaseData(new LinearNetwork(Target, [2, 4, 1, 5, 3]), 16 + 1 + 25).SetArgDisplayNames("four layers");
        yield return new TestCaseData(new DataNetwork(Matrix.FromRows([[1, 2], [0, 1], [-1, 3]]), Matrix.FromRows([[1, 0], [2, 1], [0, -1]]), [2, 3, 2]), 9).SetArgDisplayNames("data that are not whitened");
        yield return new TestCaseData(new TiedLinearNetwork(Matrix.Diagonal([2, 1]), 3), 0).SetArgDisplayNames("tied network");
    }

    [TestCaseSource(nameof(Flows))]
    public void Conserved_values_do_not_change_along_the_flow(IDynamicsSystem flow, int size)
    {
        Invariant[] conserved = [.. ConservedBy(flow)];
        Assert.That(conserved.Sum(invariant => invariant.Size), Is.EqualTo(size));
        foreach (double[] state in RandomStates(flow))
        {
            double[] rate = Rate(flow, state);
            foreach (Invariant invariant in conserved)
            {
                double scale = 1 + invariant.EvaluateScale(0, Moved(state, rate, Step), []) + invariant.EvaluateScale(0, Moved(state, rate, -Step), []);
                Assert.That(Change(invariant, state, rate), Is.All.EqualTo(0).Within(Rounding * scale), invariant.Name);
            }
        }
    }

    [TestCaseSource(nameof(Flows))]
    public void Where_one_weight_moves_faster_some_conserved_value_changes(IDynamicsSystem flow, int size)
    {
        double largest = 0;
        foreach (double[] state in RandomStates(flow))
        {
            double[] rate = Rate(flow, state);
            rate[0] *= 1.1;
            largest = ConservedBy(flow).SelectMany(invariant => Change(invariant, state, rate)).Aggregate(largest, (found, change) => Math.Max(found, Math.Abs(change)));
        }

        Assert.That(largest, size == 0 ? Is.Zero : Is.GreaterThan(0.01));
    }

    [TestCaseSource(nameof(Flows))]
    public void A_loss_that_is_named_is_the_one_whose_gradient_the_flow_descends(IDynamicsSystem flow, int size)
    {
        foreach (Invariant loss in Named(flow).Where(invariant => invariant.Kind == InvariantKind.NonIncreasing))
        {
            double[] value = new double[1];
            foreach (double[] state in RandomStates(flow))
            {
                loss.Evaluate(0, state, [.. ((IParametricSystem<double>)flow).DefaultParameters], value);
                Assert.That(value[0], Is.EqualTo(((IGradientFlow)flow).EvaluateLoss(state)), $"{size} conserved values");
            }
        }
    }

    [Test]
    public void Networks_follow_the_loss_of_the_target_that_a_trajectory_has_as_parameters()
    {
        Matrix other = Matrix.FromRows([[1, 0.5], [0.5, 3]]);
        LinearNetwork network = new(Matrix.Diagonal([1, 2]), [2, 3, 2]), learnsOther = new(other, [2, 3, 2]);
        TiedLinearNetwork tied = new(Matrix.Diagonal([1, 2]), 3), tiedToOther = new(other, 3);
        double[] state = RandomStates(network).First();

        Assert.That(Loss(network, state, other), Is.EqualTo(learnsOther.EvaluateLoss(state)));
        Assert.That(Loss(tied, state[..6], other), Is.EqualTo(tiedToOther.EvaluateLoss(state.AsSpan(0, 6))));
    }

    [Test]
    public void The_imbalances_of_a_network_are_the_entries_of_its_imbalance_matrices()
    {
        LinearNetwork network = new(Target, [2, 4, 5, 3]);
        double[] state = RandomStates(network).First();
        double[] values = new double[16 + 25];

        network.Invariants[0].Evaluate(0, state, [], values);

        double[] expected = [.. network.Imbalance(state, 1).Values.ToArray(), .. network.Imbalance(state, 2).Values.ToArray()];
        Assert.That(values, Is.EqualTo(expected).Within(1e-14));
    }

    private static double Loss(IHasInvariants network, double[] state, Matrix target)
    {
        double[] value = new double[1];
        network.Invariants[^1].Evaluate(0, state, target.Values, value);
        return value[0];
    }

    private static IReadOnlyList<Invariant> Named(IDynamicsSystem flow) => flow is IHasInvariants named ? named.Invariants : [];

    private static IEnumerable<Invariant> ConservedBy(IDynamicsSystem flow) => Named(flow).Where(invariant => invariant.Kind == InvariantKind.Conserved);

    private static IEnumerable<double[]> RandomStates(IDynamicsSystem flow)
    {
        RandomNumbers random = new(7, "states");
        return Enumerable.Range(0, States).Select(_ => Enumerable.Range(0, flow.Dimension).Select(_ => random.NextGaussian()).ToArray());
    }

    private static double[] Rate(IDynamicsSystem flow, double[] state)
    {
        double[] rate = new double[flow.Dimension];
        flow.EvaluateDerivative(0, state, rate);
        return rate;
    }

    private static double[] Change(Invariant invariant, double[] state, double[] rate)
    {
        double[] after = new double[invariant.Size], before = new double[invariant.Size];
        invariant.Evaluate(0, Moved(state, rate, Step), [], after);
        invariant.Evaluate(0, Moved(state, rate, -Step), [], before);
        return [.. after.Zip(before, (x, y) => (x - y) / (2 * Step))];
    }

    private static double[] Moved(double[] state, double[] rate, double step) => [.. state.Zip(rate, (x, slope) => x + (step * slope))];
}
