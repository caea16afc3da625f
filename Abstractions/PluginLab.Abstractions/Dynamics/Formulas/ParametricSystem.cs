namespace PluginLab.Dynamics;

/// <summary>A right-hand side written once for every scalar.</summary>
/// <remarks>What it reads from its fields must not change. Numbers that a study may vary are parameters.</remarks>
public interface IRightHandSide
{
    /// <summary>Number of components n of the state vector x.</summary>
    int Dimension { get; }

    /// <summary>Evaluates f(t, x; p) as <see cref="IParametricSystem{TScalar}.EvaluateDerivative"/> says.</summary>
    void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>;
}

/// <summary>A system whose right-hand side, written once, is evaluated over doubles, lanes, duals, and duals of both.</summary>
public sealed class ParametricSystem : IDynamicsSystem, IHasInvariants, IParametricSystem<double>, IParametricSystem<Lanes>,
    IParametricSystem<Dual<Real>>, IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
{
    private readonly double[] parameters;

    // A call through a delegate is never inlined: the formula is compiled by itself, where all its operators are.
    private readonly RightHandSide<Real> reals;
    private readonly RightHandSide<Lanes> lanes;
    private readonly RightHandSide<Dual<Real>> duals;
    private readonly RightHandSide<Dual<Lanes>> dualLanes;
    private readonly RightHandSide<Dual<Dual<Real>>> secondDuals;

    private readonly RightHandSideFunctions functions;

    private ParametricSystem(RightHandSideFunctions functions, double[] parameters, IReadOnlyList<Invariant> invariants)
    {
        (Dimension, this.parameters, this.functions, Invariants) = (functions.Dimension, parameters, functions, invariants);
        (reals, lanes, duals, dualLanes, secondDuals) = (functions.Reals, functions.Lanes, functions.Duals, functions.DualLanes, functions.SecondDuals);
    }

    /// <summary>Number of components n of the state vector x.</summary>
    public int Dimension { get; }

    /// <inheritdoc cref="IParametricSystem{TScalar}.DefaultParameters"/>
    public IReadOnlyList<double> DefaultParameters => parameters;

    /// <inheritdoc/>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <summary>Makes a system from a right-hand side written once.</summary>
    /// <param name="formula">The right-hand side.</param>
    /// <param name="defaultParameters">The parameters p with which it is evaluated as an <see cref="IDynamicsSystem"/>.</param>
    public static ParametricSystem Create(IRightHandSide formula, params IEnumerable<double> defaultParameters)
    {
        ArgumentNullException.ThrowIfNull(formula);
        RightHandSideFunctions functions = new()
        {
            Dimension = formula.Dimension,
            Reals = formula.Evaluate,
            Lanes = formula.Evaluate,
            Duals = formula.Evaluate,
            DualLanes = formula.Evaluate,
            SecondDuals = formula.Evaluate,
        };
        return Create(functions, defaultParameters);
    }

    /// <summary>Makes a system from a right-hand side given over each scalar.</summary>
    /// <param name="functions">The right-hand side.</param>
    /// <param name="defaultParameters">The parameters p with which it is evaluated as an <see cref="IDynamicsSystem"/>.</param>
    public static ParametricSystem Create(RightHandSideFunctions functions, params IEnumerable<double> defaultParameters)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(defaultParameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(functions.Dimension, nameof(functions));
        return new(functions, [.. defaultParameters], []);
    }

    /// <summary>Returns a copy that names what its exact solutions conserve, or never increase.</summary>
    public ParametricSystem WithInvariants(params IEnumerable<Invariant> invariants)
    {
        ArgumentNullException.ThrowIfNull(invariants);
        return new(functions, parameters, [.. Invariants, .. invariants]);
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        reals(time, Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        lanes(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        duals(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        dualLanes(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        secondDuals(time, state, parameters, derivative);
}
