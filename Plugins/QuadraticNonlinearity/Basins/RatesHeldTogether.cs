using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>A control of w₁w₂w₃: w₁ and w₂ change by the same factor, so that neither can cross zero, as in w₁²w₂.</summary>
internal sealed class RatesHeldTogether(IDynamicsSystem system) : IDynamicsSystem
{
    public static Control Control { get; } = new(
        "the first two of three weights at the mean of their relative rates", system => system.Dimension == 3 ? new RatesHeldTogether(system) : system);

    public int Dimension => system.Dimension;

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        system.EvaluateDerivative(time, state, derivative);
        double rate = 0.5 * ((derivative[0] / state[0]) + (derivative[1] / state[1]));
        derivative[0] = rate * state[0];
        derivative[1] = rate * state[1];
    }
}
