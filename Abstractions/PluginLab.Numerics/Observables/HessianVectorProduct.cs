using PluginLab.Dynamics;

namespace PluginLab.Numerics.Observables;

/// <summary>Products H v of the Hessian H = ∇²L of the loss of a gradient flow dx/dt = −∇L(x): minus the derivative of its right-hand side in the direction v.</summary>
/// <remarks>
/// Exact to rounding where the system is evaluated over dual numbers, at the cost of one evaluation over them (Pearlmutter, Neural Comput. 6, 1994);
/// elsewhere by central differences of order 4 from four right-hand sides. The time is 0 and the parameters are the defaults. Holds its work space: no product
/// allocates, and each thread needs its own.
/// </remarks>
public sealed class HessianVectorProduct
{
    private readonly IDirectionalDerivative derivative;

    private HessianVectorProduct(int dimension, IDirectionalDerivative derivative, bool isExact) =>
        (Dimension, this.derivative, IsExact) = (dimension, derivative, isExact);

    /// <summary>Number of components of states, directions and products.</summary>
    public int Dimension { get; }

    /// <summary>Whether products are exact to rounding, by dual numbers; otherwise they are central differences.</summary>
    public bool IsExact { get; }

    /// <summary>Prepares products of the Hessian of a flow.</summary>
    /// <param name="gradientFlow">A gradient flow; that its Jacobian is symmetric is not checked. By dual numbers if it is an <see cref="IParametricSystem{TScalar}"/> over <see cref="Dual{TScalar}"/>.</param>
    public static HessianVectorProduct Of(IDynamicsSystem gradientFlow)
    {
        ArgumentNullException.ThrowIfNull(gradientFlow);
        return gradientFlow is IParametricSystem<Dual<Real>> dual
            ? new(gradientFlow.Dimension, new DualDerivative(dual), isExact: true)
            : new(gradientFlow.Dimension, new CentralDifference(gradientFlow), isExact: false);
    }

    /// <summary>Evaluates H v.</summary>
    /// <param name="state">The state x at which the Hessian is taken.</param>
    /// <param name="direction">v, of any length; the product is NaN or infinite where the right-hand side is.</param>
    /// <param name="product">Receives H v.</param>
    /// <exception cref="ArgumentException">A length is not the dimension.</exception>
    public void Evaluate(ReadOnlySpan<double> state, ReadOnlySpan<double> direction, Span<double> product)
    {
        Check(state.Length, nameof(state));
        Check(direction.Length, nameof(direction));
        Check(product.Length, nameof(product));
        derivative.Evaluate(state, direction, product);
        VectorArithmetic.Scale(-1, product);
    }

    /// <summary>Estimates the error |H v − computed H v| of a product, from above: 0 where it is exact to rounding.</summary>
    /// <remarks>For differences how far a doubled step moves the product, fifteen times the truncated term, and what rounding of states and right-hand sides by eight units may add.</remarks>
    /// <exception cref="ArgumentException">A length is not the dimension.</exception>
    public double EstimateError(ReadOnlySpan<double> state, ReadOnlySpan<double> direction)
    {
        Check(state.Length, nameof(state));
        Check(direction.Length, nameof(direction));
        return derivative.EstimateError(state, direction);
    }

    private void Check(int length, string parameterName)
    {
        if (length != Dimension)
        {
            throw new ArgumentException($"The vector has {length} components; the system has dimension {Dimension}.", parameterName);
        }
    }
}

/// <summary>The derivative of a right-hand side in one direction.</summary>
internal interface IDirectionalDerivative
{
    void Evaluate(ReadOnlySpan<double> state, ReadOnlySpan<double> direction, Span<double> result);

    double EstimateError(ReadOnlySpan<double> state, ReadOnlySpan<double> direction);
}
