using PluginLab.Dynamics;

namespace PluginLab.Experiments;

/// <summary>A negative control: a mutation of every system of a run under which a claim must be refuted. A claim that survives it says nothing.</summary>
/// <param name="Mutation">What is changed, in words: the name of the control.</param>
/// <param name="Apply">Makes the changed system; returns its argument where it does not apply.</param>
public sealed record Control(string Mutation, Func<IDynamicsSystem, IDynamicsSystem> Apply)
{
    /// <summary>dx/dt = factor · f(t, x): a factor of −1 flips the sign.</summary>
    public static Control ScaledRightHandSide(double factor) => new(
        $"right-hand side times {NumberText.Of(factor)}", system => ScaledSystem.Of(system, component: null, factor));

    /// <summary>One component of the right-hand side times a factor; systems without that component stay as they are.</summary>
    public static Control ScaledComponent(int component, double factor) => new(
        $"component {component} of the right-hand side times {NumberText.Of(factor)}",
        system => component < system.Dimension ? ScaledSystem.Of(system, component, factor) : system);
}
