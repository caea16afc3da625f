using PluginLab.Dynamics;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>A system whose evaluations are counted, and changed after the fact.</summary>
/// <param name="system">The system.</param>
/// <param name="change">Receives the number of the evaluation, from 1 on, the time and the derivative.</param>
internal sealed class WatchedSystem(IDynamicsSystem system, WatchedSystem.Change? change = null) : IDynamicsSystem
{
    public delegate void Change(long evaluation, double time, Span<double> derivative);

    public long Evaluations { get; private set; }

    public int Dimension => system.Dimension;

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        system.EvaluateDerivative(time, state, derivative);
        Evaluations++;
        change?.Invoke(Evaluations, time, derivative);
    }
}
