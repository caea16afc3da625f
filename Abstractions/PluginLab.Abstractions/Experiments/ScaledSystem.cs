using PluginLab.Dynamics;

namespace PluginLab.Experiments;

/// <summary>A system with its right-hand side, or one component of it, times a factor; over every scalar that the system has.</summary>
/// <param name="system">The system.</param>
/// <param name="component">The component to scale; null for all.</param>
/// <param name="factor">The factor.</param>
internal class ScaledSystem(IDynamicsSystem system, int? component, double factor) : IDynamicsSystem
{
    public int Dimension => system.Dimension;

    public static IDynamicsSystem Of(IDynamicsSystem system, int? component, double factor) => system switch
    {
        IParametricSystem<Lanes> and IParametricSystem<double> => new InLanes(system, component, factor),
        IParametricSystem<double> => new WithParameters(system, component, factor),
        _ => new ScaledSystem(system, component, factor),
    };

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        system.EvaluateDerivative(time, state, derivative);
        Scale(derivative);
    }

    private void Scale(Span<double> derivative)
    {
        foreach (ref double value in component is { } index ? derivative.Slice(index, 1) : derivative)
        {
            value *= factor;
        }
    }

    private class WithParameters(IDynamicsSystem system, int? component, double factor) : ScaledSystem(system, component, factor), IParametricSystem<double>
    {
        private readonly IParametricSystem<double> parametric = (IParametricSystem<double>)system;

        public IReadOnlyList<double> DefaultParameters => parametric.DefaultParameters;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative)
        {
            parametric.EvaluateDerivative(time, state, parameters, derivative);
            Scale(derivative);
        }
    }

    private sealed class InLanes(IDynamicsSystem system, int? component, double factor) : WithParameters(system, component, factor), IParametricSystem<Lanes>
    {
        private readonly IParametricSystem<Lanes> lanes = (IParametricSystem<Lanes>)system;
        private readonly int? component = component;
        private readonly double factor = factor;

        public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative)
        {
            lanes.EvaluateDerivative(time, state, parameters, derivative);
            foreach (ref Lanes value in component is { } index ? derivative.Slice(index, 1) : derivative)
            {
                value *= factor;
            }
        }
    }
}
