using PluginLab.Dynamics;
using PluginLab.GradientFlows.Networks.Layers;

namespace PluginLab.GradientFlows.Networks;

public sealed partial class TiedLinearNetwork : IParametricSystem<double>, IParametricSystem<Lanes>, IParametricSystem<Dual<Real>>,
    IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
{
    /// <summary>The entries of Σ, row by row.</summary>
    public IReadOnlyList<double> DefaultParameters => target;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        Evaluate(Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        Evaluate(state, parameters, derivative);

    private void Evaluate<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        using var scratch = new Scratch<TScalar>(size * size);
        Factor<TScalar> weights = new(state, size, HiddenWidth);
        LayerProducts.EvaluateResidual(parameters, weights, weights.Transpose(), scratch.Values, maximumThreads: 1);
        LayerProducts.Multiply(new(scratch.Values, size, size), weights, derivative, maximumThreads: 1);
    }
}
