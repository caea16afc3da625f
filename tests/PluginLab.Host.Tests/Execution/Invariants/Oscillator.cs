using PluginLab.Dynamics;

namespace PluginLab.Host.Tests.Execution.Invariants;

/// <summary>q'' = −k q, with its energy (k q² + p²)/2, for the parameters [k]; the state is q, p.</summary>
internal readonly struct Oscillator : IRightHandSide
{
    /// <summary>The oscillator with stiffness 1.</summary>
    public static ParametricSystem System { get; } = ParametricSystem.Create(new Oscillator(), 1.0).WithInvariants(
        Invariant.Conserved("energy", "the energy $E$", (_, x, k) => Energy(x, k), (_, x, k) => Energy(x, k)));

    public int Dimension => 2;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        derivative[0] = state[1];
        derivative[1] = -parameters[0] * state[0];
    }

    private static double Energy(ReadOnlySpan<double> state, ReadOnlySpan<double> parameters) => ((parameters[0] * state[0] * state[0]) + (state[1] * state[1])) / 2;
}

/// <summary>x' = −x, the gradient flow of x²/2.</summary>
internal sealed class Descent : IGradientFlow
{
    public int Dimension => 1;

    public double EvaluateLoss(ReadOnlySpan<double> state) => state[0] * state[0] / 2;

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = -state[0];
}
