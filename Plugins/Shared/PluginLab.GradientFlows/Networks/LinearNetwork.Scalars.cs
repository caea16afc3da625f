using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Networks;

public sealed partial class LinearNetwork : IParametricSystem<double>, IParametricSystem<Lanes>, IParametricSystem<Dual<Real>>,
    IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
{
    /// <summary>The entries of Σ, row by row.</summary>
    public IReadOnlyList<double> DefaultParameters => chain.Target;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        chain.EvaluateNegativeGradient(Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        chain.EvaluateNegativeGradient(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        chain.EvaluateNegativeGradient(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        chain.EvaluateNegativeGradient(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        chain.EvaluateNegativeGradient(state, parameters, derivative);
}
