using PluginLab.Dynamics;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>The signs of a gradient flow's right-hand side.</summary>
/// <param name="flow">The gradient flow.</param>
internal sealed class SignSystem(IDynamicsSystem flow) : IDynamicsSystem
{
    /// <summary>The gradient flow.</summary>
    public IDynamicsSystem Flow => flow;

    /// <inheritdoc/>
    public int Dimension => flow.Dimension;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        flow.EvaluateDerivative(time, state, derivative);
        for (int i = 0; i < derivative.Length; i++)
        {
            derivative[i] = Math.Sign(derivative[i]);
        }
    }
}
