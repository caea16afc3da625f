using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class ControlTests
{
    private static readonly IDynamicsSystem Rotation = DynamicsSystem.FromFunction(2, (_, x) => [x[1], -x[0]]);

    [Test]
    public void A_scaled_right_hand_side_is_scaled_in_every_component()
    {
        Control control = Control.ScaledRightHandSide(-1);

        Assert.That(Derivative(control.Apply(Rotation)), Is.EqualTo([-2.0, 1.0]));
        Assert.That(control.Mutation, Is.EqualTo("right-hand side times -1"));
    }

    [Test]
    public void A_scaled_component_is_scaled_alone()
    {
        Control control = Control.ScaledComponent(1, 1.1);

        Assert.That(Derivative(control.Apply(Rotation)), Is.EqualTo([2.0, -1.1]));
        Assert.That(control.Mutation, Is.EqualTo("component 1 of the right-hand side times 1.1"));
    }

    [Test]
    public void A_system_without_the_component_stays_as_it_is() =>
        Assert.That(Control.ScaledComponent(2, 1.1).Apply(Rotation), Is.SameAs(Rotation));

    private static double[] Derivative(IDynamicsSystem system)
    {
        double[] derivative = new double[2];
        system.EvaluateDerivative(0, [1, 2], derivative);
        return derivative;
    }
}
