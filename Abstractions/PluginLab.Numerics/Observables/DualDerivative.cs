using PluginLab.Dynamics;

namespace PluginLab.Numerics.Observables;

/// <summary>f'(x)v from f(x + εv), ε² = 0.</summary>
internal sealed class DualDerivative : IDirectionalDerivative
{
    private readonly IParametricSystem<Dual<Real>> system;
    private readonly Dual<Real>[] point;
    private readonly Dual<Real>[] parameters;
    private readonly Dual<Real>[] value;

    public DualDerivative(IParametricSystem<Dual<Real>> system)
    {
        this.system = system;
        parameters = [.. system.DefaultParameters.Select(parameter => (Dual<Real>)parameter)];
        point = new Dual<Real>[system.Dimension];
        value = new Dual<Real>[system.Dimension];
    }

    public void Evaluate(ReadOnlySpan<double> state, ReadOnlySpan<double> direction, Span<double> result)
    {
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = new(state[i], direction[i]);
        }

        system.EvaluateDerivative(Dual<Real>.Zero, point, parameters, value);
        for (int i = 0; i < value.Length; i++)
        {
            result[i] = value[i].Derivative;
        }
    }

    public double EstimateError(ReadOnlySpan<double> state, ReadOnlySpan<double> direction) => 0;
}
