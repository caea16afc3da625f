namespace PluginLab.Dynamics;

/// <summary>The gradient flow dx/dt = −∇L(x) of a loss written once; its gradient comes from duals, exact to rounding.</summary>
/// <remarks>
/// An evaluation costs n evaluations of the loss, each about three times its price: for a few components, or where no gradient is known by hand.
/// Over duals it gives Hessian-vector products, dx/dt in the direction v being −∇²L(x) v.
/// </remarks>
public sealed class GradientFlow : IGradientFlow, IHasInvariants, IParametricSystem<double>, IParametricSystem<Lanes>, IParametricSystem<Dual<Real>>, IParametricSystem<Dual<Lanes>>
{
    private const int MostOnStack = 16;

    private readonly ParametricSystem system;
    private readonly StateFormula loss;
    private readonly double[] parameters;

    private GradientFlow(ParametricSystem system, StateFormula loss, double[] parameters, IReadOnlyList<Invariant> invariants) =>
        (this.system, this.loss, this.parameters, Invariants) = (system, loss, parameters, invariants);

    /// <summary>Number of components n of the state vector x.</summary>
    public int Dimension => system.Dimension;

    /// <inheritdoc cref="IParametricSystem{TScalar}.DefaultParameters"/>
    public IReadOnlyList<double> DefaultParameters => parameters;

    /// <summary>The loss, which never increases, and what <see cref="WithInvariants"/> added.</summary>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <summary>Makes the flow of a loss.</summary>
    /// <param name="loss">L(x; p), which does not depend on time.</param>
    /// <param name="dimension">Number of components of the state; positive.</param>
    /// <param name="defaultParameters">The parameters p with which it is evaluated as an <see cref="IGradientFlow"/>.</param>
    public static GradientFlow FromLoss(IStateFormula loss, int dimension, params IEnumerable<double> defaultParameters)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentNullException.ThrowIfNull(defaultParameters);
        double[] parameters = [.. defaultParameters];
        StateFormula formula = StateFormula.Create(loss);
        ParametricSystem system = ParametricSystem.Create(new NegativeGradient(loss, dimension), parameters);
        return new(system, formula, parameters, [Invariant.NonIncreasing("loss", "the loss $L$", formula.Evaluate)]);
    }

    /// <summary>Returns a copy that names what its exact solutions conserve besides.</summary>
    public GradientFlow WithInvariants(params IEnumerable<Invariant> invariants)
    {
        ArgumentNullException.ThrowIfNull(invariants);
        return new(system, loss, parameters, [.. Invariants, .. invariants]);
    }

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state) => loss.Evaluate(0, state, parameters);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => system.EvaluateDerivative(time, state, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        system.EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        system.EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        system.EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        system.EvaluateDerivative(time, state, parameters, derivative);

    private sealed class NegativeGradient(IStateFormula loss, int dimension) : IRightHandSide
    {
        public int Dimension => dimension;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            int count = dimension + parameters.Length;
            Span<Dual<TScalar>> moved = count <= MostOnStack ? stackalloc Dual<TScalar>[count] : new Dual<TScalar>[count];
            Span<Dual<TScalar>> constants = moved[dimension..];
            Copy(state, moved);
            Copy(parameters, constants);
            for (int i = 0; i < dimension; i++)
            {
                moved[i] = new(state[i], 1);
                derivative[i] = -loss.Evaluate(new Dual<TScalar>(time, 0), moved[..dimension], constants).Derivative;
                moved[i] = new(state[i], 0);
            }
        }

        private static void Copy<TScalar>(ReadOnlySpan<TScalar> values, Span<Dual<TScalar>> constants)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            for (int i = 0; i < values.Length; i++)
            {
                constants[i] = new(values[i], 0);
            }
        }
    }
}
