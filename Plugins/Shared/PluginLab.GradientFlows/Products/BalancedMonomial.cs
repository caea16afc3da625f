namespace PluginLab.GradientFlows.Products;

/// <summary>Closed forms of a monomial Π wᵢ^kᵢ on its balanced manifold wᵢ = √kᵢ v: the product of degree D = Σ kᵢ, faster by the factor K^(2/D), K = Π kᵢ^(kᵢ/2).</summary>
/// <remarks>
/// There m' = D K^(2/D) (s − m) m^(2−2/D). Note 1, section "Quadratic nonlinearity", calls the dynamics of (2, 1) "exactly the same" as degree 3: exact up
/// to this factor 2^(2/3), and on this manifold only.
/// </remarks>
public sealed class BalancedMonomial
{
    /// <summary>Creates the closed forms.</summary>
    /// <param name="target">The target s; positive.</param>
    /// <param name="exponents">The exponents kᵢ ≥ 1.</param>
    public BalancedMonomial(double target, IEnumerable<int> exponents)
    {
        int[] copy = [.. exponents];
        int degree = copy.Sum();
        Product = new BalancedProduct(target, degree);
        SpeedUp = Math.Exp(copy.Sum(exponent => exponent * Math.Log(exponent)) / degree);
    }

    /// <summary>The product of the same degree D.</summary>
    public BalancedProduct Product { get; }

    /// <summary>K^(2/D) = Π kᵢ^(kᵢ/D): how many times faster than that product; 2^(2/3) for (2, 1).</summary>
    public double SpeedUp { get; }

    /// <summary>D K^(2/D) s^(2−2/D): the rate of the final approach, and the least sharpness of any minimum.</summary>
    public double ApproachRate => SpeedUp * Product.ApproachRate;

    /// <summary>2 over the least sharpness: above it no minimum is stable under gradient descent.</summary>
    public double MaximumLearningRate => 2 / ApproachRate;

    /// <summary>Time from one product to another, both strictly between 0 and s.</summary>
    public double HittingTime(double from, double to) => Product.HittingTime(from, to) / SpeedUp;
}
