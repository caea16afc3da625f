using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

/// <summary>A function of time, state and parameters written once for every scalar; a structure, so that the compiler makes one copy for each.</summary>
public interface IStateFormula
{
    /// <summary>Evaluates g(t, x; p) as <see cref="IStateFunction{TScalar}.Evaluate"/> says.</summary>
    TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>;
}

/// <summary>Makes a state function of all scalars from a formula written once.</summary>
public static class StateFormula
{
    /// <summary>Creates the function.</summary>
    public static StateFormula<TFormula> Create<TFormula>(TFormula formula)
        where TFormula : struct, IStateFormula => new(formula);

    /// <summary>Wraps a plain function, which knows no parameters and doubles alone.</summary>
    public static IStateFunction<double> FromFunction(StateFunction function) => new PlainFunction(function ?? throw new ArgumentNullException(nameof(function)));

    private sealed class PlainFunction(StateFunction function) : IStateFunction<double>
    {
        public double Evaluate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters) => function(time, state);
    }
}

/// <summary>A state function evaluated over doubles, lanes, duals, and duals of both.</summary>
public sealed class StateFormula<TFormula> : IStateFunction<double>, IStateFunction<Lanes>,
    IStateFunction<Dual<Real>>, IStateFunction<Dual<Lanes>>, IStateFunction<Dual<Dual<Real>>>
    where TFormula : struct, IStateFormula
{
    private readonly TFormula formula;

    internal StateFormula(TFormula formula) => this.formula = formula;

    // For the same reason as in ParametricSystem.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Evaluate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters) =>
        formula.Evaluate<Real>(time, Real.Cast(state), Real.Cast(parameters));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Lanes Evaluate(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters) => formula.Evaluate(time, state, parameters);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Dual<Real> Evaluate(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters) =>
        formula.Evaluate(time, state, parameters);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Dual<Lanes> Evaluate(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters) =>
        formula.Evaluate(time, state, parameters);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Dual<Dual<Real>> Evaluate(Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters) =>
        formula.Evaluate(time, state, parameters);
}
