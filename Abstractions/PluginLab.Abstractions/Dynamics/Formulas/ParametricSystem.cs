using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

/// <summary>A right-hand side written once for every scalar; a structure, so that the compiler makes one copy for each.</summary>
/// <remarks>What it reads from its fields must not change. Numbers that a study may vary are parameters.</remarks>
public interface IRightHandSide
{
    /// <summary>Number of components n of the state vector x.</summary>
    int Dimension { get; }

    /// <summary>Evaluates f(t, x; p) as <see cref="IParametricSystem{TScalar}.EvaluateDerivative"/> says.</summary>
    void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>;
}

/// <summary>Makes a system of all scalars from a right-hand side written once.</summary>
public static class ParametricSystem
{
    /// <summary>Creates the system.</summary>
    /// <param name="formula">The right-hand side.</param>
    /// <param name="defaultParameters">The parameters p with which it is evaluated as an <see cref="IDynamicsSystem"/>.</param>
    public static ParametricSystem<TRightHandSide> Create<TRightHandSide>(TRightHandSide formula, params IEnumerable<double> defaultParameters)
        where TRightHandSide : struct, IRightHandSide
    {
        ArgumentNullException.ThrowIfNull(defaultParameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(formula.Dimension, nameof(formula));
        return new(formula, [.. defaultParameters]);
    }
}

/// <summary>A system whose right-hand side is evaluated over doubles, lanes, duals, and duals of both.</summary>
public sealed class ParametricSystem<TRightHandSide> : IDynamicsSystem, IParametricSystem<double>, IParametricSystem<Lanes>,
    IParametricSystem<Dual<Real>>, IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
    where TRightHandSide : struct, IRightHandSide
{
    private readonly TRightHandSide formula;
    private readonly double[] parameters;

    internal ParametricSystem(TRightHandSide formula, double[] parameters) => (this.formula, this.parameters) = (formula, parameters);

    /// <inheritdoc cref="IDynamicsSystem.Dimension"/>
    public int Dimension => formula.Dimension;

    /// <inheritdoc cref="IParametricSystem{TScalar}.DefaultParameters"/>
    public IReadOnlyList<double> DefaultParameters => parameters;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => EvaluateDerivative(time, state, parameters, derivative);

    // Compiled without a profile, the formula stays a method of its own: inlined here, its operators would exceed what the runtime inlines into one method.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        formula.Evaluate<Real>(time, Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        formula.Evaluate(time, state, parameters, derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        formula.Evaluate(time, state, parameters, derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        formula.Evaluate(time, state, parameters, derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        formula.Evaluate(time, state, parameters, derivative);
}
