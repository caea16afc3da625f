namespace PluginLab.Dynamics;

/// <summary>A function of time, state and parameters written once for every scalar.</summary>
/// <remarks>What it reads from its fields must not change.</remarks>
public interface IStateFormula
{
    /// <summary>Evaluates g(t, x; p) as <see cref="IStateFunction{TScalar}.Evaluate"/> says.</summary>
    TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>;
}

/// <summary>A state function which, written once, is evaluated over doubles, lanes, duals, and duals of both.</summary>
public sealed class StateFormula : IStateFunction<double>, IStateFunction<Lanes>,
    IStateFunction<Dual<Real>>, IStateFunction<Dual<Lanes>>, IStateFunction<Dual<Dual<Real>>>
{
    // Delegates for the reason given in ParametricSystem.
    private readonly StateFunction<Real> reals;
    private readonly StateFunction<Lanes> lanes;
    private readonly StateFunction<Dual<Real>> duals;
    private readonly StateFunction<Dual<Lanes>> dualLanes;
    private readonly StateFunction<Dual<Dual<Real>>> secondDuals;

    private StateFormula(StateFunctions functions) =>
        (reals, lanes, duals, dualLanes, secondDuals) = (functions.Reals, functions.Lanes, functions.Duals, functions.DualLanes, functions.SecondDuals);

    /// <summary>Makes a state function from a formula written once.</summary>
    public static StateFormula Create(IStateFormula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new(new StateFunctions
        {
            Reals = formula.Evaluate,
            Lanes = formula.Evaluate,
            Duals = formula.Evaluate,
            DualLanes = formula.Evaluate,
            SecondDuals = formula.Evaluate,
        });
    }

    /// <summary>Makes a state function from a function given over each scalar.</summary>
    public static StateFormula Create(StateFunctions functions) => new(functions ?? throw new ArgumentNullException(nameof(functions)));

    /// <summary>Wraps a plain function, which knows no parameters and doubles alone.</summary>
    public static IStateFunction<double> FromFunction(StateFunction function) => new PlainFunction(function ?? throw new ArgumentNullException(nameof(function)));

    /// <inheritdoc/>
    public double Evaluate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters) =>
        reals(time, Real.Cast(state), Real.Cast(parameters));

    /// <inheritdoc/>
    public Lanes Evaluate(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters) => lanes(time, state, parameters);

    /// <inheritdoc/>
    public Dual<Real> Evaluate(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters) => duals(time, state, parameters);

    /// <inheritdoc/>
    public Dual<Lanes> Evaluate(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters) => dualLanes(time, state, parameters);

    /// <inheritdoc/>
    public Dual<Dual<Real>> Evaluate(Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters) =>
        secondDuals(time, state, parameters);

    private sealed class PlainFunction(StateFunction function) : IStateFunction<double>
    {
        public double Evaluate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters) => function(time, state);
    }
}
