using System.Globalization;
using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products;

/// <summary>Gradient flow of a monomial m = Π wᵢ^kᵢ trained to a target s: wᵢ' = (s − m) ∂m/∂wᵢ = (s − m) kᵢ wᵢ^(kᵢ−1) Π_{j≠i} wⱼ^kⱼ.</summary>
/// <remarks>
/// Loss ½(s − m)². The exponents (1, …, 1) give the product of degree d, (2, 1) one hidden unit with quadratic nonlinearity. Conserved:
/// wᵢ²/kᵢ − wⱼ²/kⱼ. Evaluated in O(d) by prefix and suffix products from sums and products alone, hence exact at zeros and free of branches on the state.
/// </remarks>
public sealed class Monomial : IGradientFlow
{
    private readonly int[] exponents;

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
        Observables = CreateObservables();
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>The exponents kᵢ.</summary>
    public IReadOnlyList<int> Exponents => exponents;

    /// <summary>The total degree D = Σ kᵢ.</summary>
    public int Degree { get; }

    /// <inheritdoc/>
    public int Dimension => exponents.Length;

    /// <summary><c>product</c> m, <c>loss</c> ½(s − m)² and the conserved quantities <c>conserved-1-j</c> = w₁²/k₁ − wⱼ²/kⱼ for j = 2, …, d.</summary>
    public IReadOnlyList<Observable> Observables { get; }

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
    public double EvaluateProduct(ReadOnlySpan<double> state)
    {
        double product = 1;
        for (int i = 0; i < exponents.Length; i++)
        {
            product *= Power(state[i], exponents[i]);
        }

        return product;
    }

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state)
    {
        double residual = Target - EvaluateProduct(state);
        return 0.5 * residual * residual;
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        double prefix = 1;
        for (int i = 0; i < exponents.Length; i++)
        {
            derivative[i] = prefix;
            prefix *= Power(state[i], exponents[i]);
        }

        double residual = Target - prefix;
        double suffix = 1;
        for (int i = exponents.Length - 1; i >= 0; i--)
        {
            double lower = Power(state[i], exponents[i] - 1);
            derivative[i] *= residual * exponents[i] * lower * suffix;
            suffix *= lower * state[i];
        }
    }

    /// <summary>Evaluates the sharpness at a minimum: the only nonzero eigenvalue of the Hessian there, |∇m|² = s² Σ kᵢ²/wᵢ².</summary>
    /// <param name="state">A state with m = s; elsewhere the result is |∇m|² alone.</param>
    public double EvaluateSharpnessAtMinimum(ReadOnlySpan<double> state)
    {
        double sum = 0;
        for (int i = 0; i < exponents.Length; i++)
        {
            double partial = exponents[i] * Power(state[i], exponents[i] - 1);
            for (int j = 0; j < exponents.Length; j++)
            {
                partial *= j == i ? 1 : Power(state[j], exponents[j]);
            }

            sum += partial * partial;
        }

        return sum;
    }

    private static double Power(double value, int exponent)
    {
        double power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }

    private List<Observable> CreateObservables()
    {
        List<Observable> observables =
        [
            new("product", "the product $m$ of all $w_i^{k_i}$", (_, state) => EvaluateProduct(state)),
            new("loss", "the loss $(s - m)^2/2$", (_, state) => EvaluateLoss(state)),
        ];
        for (int j = 1; j < exponents.Length; j++)
        {
            int other = j;
            string number = (other + 1).ToString(CultureInfo.InvariantCulture);
            observables.Add(new(
                $"conserved-1-{number}",
                $"the conserved quantity $w_1^2/k_1 - w_{{{number}}}^2/k_{{{number}}}$",
                (_, state) => (state[0] * state[0] / exponents[0]) - (state[other] * state[other] / exponents[other])));
        }

        return observables;
    }
}
