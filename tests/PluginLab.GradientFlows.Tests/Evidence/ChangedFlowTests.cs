using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests.Evidence;

public sealed class ChangedFlowTests
{
    private static readonly Monomial Product = Monomial.Product(2, 3);
    private static readonly double[] State = [0.3, -0.7, 1.1];

    [Test]
    public void A_change_sees_time_state_parameters_and_derivative()
    {
        IDynamicsSystem changed = ChangedFlow.Of(Product, new EverythingAdded());
        double[] plain = new double[3];
        double[] derivative = new double[3];
        Product.EvaluateDerivative(0, State, plain);
        changed.EvaluateDerivative(0.25, State, derivative);

        Assert.That(derivative, Is.EqualTo(plain.Zip(State, (rate, weight) => rate + (0.25 * 2 * weight))));
    }

    [Test]
    public void Lanes_hold_the_bits_of_doubles()
    {
        IDynamicsSystem changed = ChangedFlow.Of(Product, new EverythingAdded());
        double[] derivative = new double[3];
        ((IParametricSystem<double>)changed).EvaluateDerivative(0.25, State, [5], derivative);
        Lanes[] lanes = new Lanes[3];
        ((IParametricSystem<Lanes>)changed).EvaluateDerivative(0.25, [.. State.Select(weight => (Lanes)weight)], [5], lanes);

        Assert.That(lanes.Select(lane => lane[0]), Is.EqualTo(derivative));
        Assert.That(lanes.Select(lane => lane[Lanes.Count - 1]), Is.EqualTo(derivative));
    }

    [Test]
    public void A_system_without_lanes_stays_as_it_is()
    {
        ReducedProduct reduced = new(1, 2);

        Assert.That(ChangedFlow.Of(reduced, new EverythingAdded()), Is.SameAs(reduced));
    }

    private sealed class EverythingAdded : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            for (int i = 0; i < derivative.Length; i++)
            {
                derivative[i] += time * parameters[0] * state[i];
            }
        }
    }
}
