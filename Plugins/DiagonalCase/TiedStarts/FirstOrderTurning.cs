using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>The world in which the note's first order ε' = −ε(u₁ + u₂) is exact for two tied vectors in the plane.</summary>
/// <remarks>
/// The flow has ε' = −ε(1 − ε²)(u₁ + u₂). The second vector is turned away from the first at the extra angular rate ε³(u₁ + u₂)/√(1 − ε²), which
/// adds −ε³(u₁ + u₂) and leaves its length alone.
/// </remarks>
internal static class FirstOrderTurning
{
    public static Control Control { get; } = new(
        "second of two tied vectors turned until the cosine follows the note's first order",
        system => system is TiedLinearNetwork { Dimension: 4, HiddenWidth: 2 } network ? new TurnedSystem(network) : system);

    private sealed class TurnedSystem(TiedLinearNetwork network) : IDynamicsSystem
    {
        public int Dimension => network.Dimension;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            network.EvaluateDerivative(time, state, derivative);
            double first = (state[0] * state[0]) + (state[1] * state[1]);
            double second = (state[2] * state[2]) + (state[3] * state[3]);
            double product = (state[0] * state[2]) + (state[1] * state[3]);
            double area = (state[0] * state[3]) - (state[1] * state[2]);
            double cosine = product / Math.Sqrt(first * second);
            double signedSine = area / Math.Sqrt(first * second);
            double rate = cosine * cosine * cosine * (first + second) / signedSine;
            derivative[2] -= rate * state[3];
            derivative[3] += rate * state[2];
        }
    }
}
