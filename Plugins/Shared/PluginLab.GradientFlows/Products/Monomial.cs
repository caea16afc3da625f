using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products.Formulas;

namespace PluginLab.GradientFlows.Products;

/// <summary>Gradient flow of a monomial m = Π wᵢ^kᵢ trained to a target s: wᵢ' = (s − m) ∂m/∂wᵢ = (s − m) kᵢ wᵢ^(kᵢ−1) Π_{j≠i} wⱼ^kⱼ.</summary>
/// <remarks>
/// Loss ½(s − m)². The exponents (1, …, 1) give the product of degree d, (2, 1) one hidden unit with quadratic nonlinearity. Conserved:
/// wᵢ²/kᵢ − wⱼ²/kⱼ. Parameters over other scalars: [s]. Every scalar gives the same bits.
/// </remarks>
public sealed class Monomial : IGradientFlow, IHasInvariants, IParametricSystem<double>, IParametricSystem<Lanes>, IParametricSystem<Dual<Real>>,
    IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
{
    private readonly int[] exponents;
    private readonly double[] parameters;
    private readonly MonomialGradient gradient;
    private IReadOnlyList<Observable>? observables;

    /// <summary>Creates the flow.</summary>
    /// <param name="target">The target s; finite.</param>
    /// <param name="exponents">The exponents kᵢ, one per weight; each at least 1.</param>
    /// <exception cref="ArgumentException">There is no exponent, one is below 1, or the target is not finite.</exception>
    public Monomial(double target, IEnumerable<int> exponents)
    {
        ArgumentNullException.ThrowIfNull(exponents);
        this.exponents = [.. exponents];
        if (this.exponents.Length == 0 || this.exponents.Any(exponent => exponent < 1))
        {
            throw new ArgumentException("There must be at least one exponent, each a whole number from 1 on.", nameof(exponents));
        }

        Target = double.IsFinite(target) ? target : throw new ArgumentOutOfRangeException(nameof(target), target, "The target must be finite.");
        Degree = this.exponents.Sum();
        parameters = [target];
        gradient = new MonomialGradient(this.exponents);
        Invariants = MonomialInvariants.Of(this.exponents);
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>The exponents kᵢ.</summary>
    public IReadOnlyList<int> Exponents => exponents;

    /// <summary>The total degree D = Σ kᵢ.</summary>
    public int Degree { get; }

    /// <summary>Number of weights.</summary>
    public int Dimension => exponents.Length;

    /// <summary>[s].</summary>
    public IReadOnlyList<double> DefaultParameters => parameters;

    /// <summary>All w₁²/k₁ − wⱼ²/kⱼ, which are conserved, and the loss, which never increases.</summary>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <summary><c>product</c> m, <c>loss</c> ½(s − m)² and the conserved quantities <c>conserved-1-j</c> = w₁²/k₁ − wⱼ²/kⱼ for j = 2, …, d.</summary>
    public IReadOnlyList<Observable> Observables => observables ??= CreateObservables();

    /// <summary>The product w₁ ⋯ w_d of a degree: all exponents 1.</summary>
    public static Monomial Product(double target, int degree) => new(target, Enumerable.Repeat(1, degree));

    /// <summary>The balanced state of a positive product: wᵢ = √kᵢ v with K v^D = m, K = Π kᵢ^(kᵢ/2), on which all wᵢ²/kᵢ agree.</summary>
    /// <param name="product">The product m; not negative.</param>
    public double[] BalancedState(double product)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(product);
        double logarithmOfK = 0.5 * exponents.Sum(exponent => exponent * Math.Log(exponent));
        double v = Math.Exp((Math.Log(product) - logarithmOfK) / Degree);
        return [.. exponents.Select(exponent => Math.Sqrt(exponent) * v)];
    }

    /// <summary>Evaluates m = Π wᵢ^kᵢ.</summary>
    public double EvaluateProduct(ReadOnlySpan<double> state) => new MonomialProduct(exponents).Evaluate<Real>(0, Real.Cast(state), default);

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state) => new MonomialLoss(exponents).Evaluate(0, Real.Cast(state), Real.Cast(parameters));

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        gradient.Evaluate(Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <summary>Evaluates the sharpness at a minimum: the only nonzero eigenvalue of the Hessian there, |∇m|² = s² Σ kᵢ²/wᵢ².</summary>
    /// <param name="state">A state with m = s; elsewhere the result is |∇m|² alone.</param>
    public double EvaluateSharpnessAtMinimum(ReadOnlySpan<double> state)
    {
        double sum = 0;
        for (int i = 0; i < exponents.Length; i++)
        {
            double partial = exponents[i] * DescentMap.Power(state[i], exponents[i] - 1);
            for (int j = 0; j < exponents.Length; j++)
            {
                partial *= j == i ? 1 : DescentMap.Power(state[j], exponents[j]);
            }

            sum += partial * partial;
        }

        return sum;
    }

    private List<Observable> CreateObservables()
    {
        List<Observable> list =
        [
            new("product", "the product $m$ of all $w_i^{k_i}$", (_, state) => EvaluateProduct(state)) { Formula = StateFormula.Create(new MonomialProduct(exponents)) },
            new("loss", "the loss $(s - m)^2/2$", (_, state) => EvaluateLoss(state)) { Formula = StateFormula.Create(new MonomialLoss(exponents)) },
        ];
        list.AddRange(Enumerable.Range(1, exponents.Length - 1).Select(CreateImbalance));
        return list;
    }

    private Observable CreateImbalance(int other)
    {
        string number = (other + 1).ToString(CultureInfo.InvariantCulture);
        StateFormula formula = StateFormula.Create(new MonomialImbalance(exponents, other));
        return new($"conserved-1-{number}", $"the conserved quantity $w_1^2/k_1 - w_{{{number}}}^2/k_{{{number}}}$", (time, state) => formula.Evaluate(time, state, default))
        {
            Formula = formula,
        };
    }
}
