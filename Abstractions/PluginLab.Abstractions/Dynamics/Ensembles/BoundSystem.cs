namespace PluginLab.Dynamics;

/// <summary>A system with the parameters of one trajectory.</summary>
internal sealed class BoundSystem(IParametricSystem<double> system, double[] parameters) : IDynamicsSystem
{
    public int Dimension => system.Dimension;

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
        system.EvaluateDerivative(time, state, parameters, derivative);
}
