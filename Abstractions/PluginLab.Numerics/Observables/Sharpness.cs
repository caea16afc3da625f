using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Observables;

/// <summary>The sharpness of a loss at a state: the largest eigenvalue λ of its Hessian. With it come the smallest one, the eigenvectors and their errors.</summary>
/// <remarks>
/// By Lanczos' method on <see cref="HessianVectorProduct"/>, from the Gaussian vector of <c>RandomNumbers(0, "sharpness")</c>: the same bits on every run.
/// Such a vector misses the largest eigenvalue by a share ε of the spectrum's width after k products with a probability of at most
/// 1.648 √n e^{−√ε(2k − 1)} (Kuczyński and Woźniakowski, SIAM J. Matrix Anal. Appl. 13, 1992).
/// </remarks>
public sealed record Sharpness
{
    private const double DefaultTolerance = 1e-8;
    private const int DefaultProducts = 300;

    // Decompositions of the projection are cubic in its size: one after every tenth of growth costs a few times the last.
    private const int ChecksPerGrowth = 10;

    private Sharpness(Eigenpair largest, Eigenpair smallest, int productCount, double tolerance, bool isExact)
    {
        (Largest, Smallest, ProductCount, IsExact) = (largest, smallest, productCount, isExact);
        IsConverged = largest.ErrorEstimate <= tolerance * Math.Max(Math.Abs(largest.Value), Math.Abs(smallest.Value));
    }

    /// <summary>The sharpness λ; NaN where the right-hand side is not finite.</summary>
    public double Value => Largest.Value;

    /// <summary>An eigenvalue lies within this distance of <see cref="Value"/>; see <see cref="Eigenpair.ErrorEstimate"/>.</summary>
    public double ErrorEstimate => Largest.ErrorEstimate;

    /// <summary>The largest eigenvalue.</summary>
    public Eigenpair Largest { get; }

    /// <summary>The smallest eigenvalue, negative at a saddle, as far as the search for the largest found it: its own error says how far that is.</summary>
    public Eigenpair Smallest { get; }

    /// <summary>Whether the error of the largest eigenvalue is at most the tolerance times the largest magnitude of both. Where the right-hand side is no gradient it is not.</summary>
    public bool IsConverged { get; }

    /// <summary>Number of Hessian-vector products that were taken.</summary>
    public int ProductCount { get; }

    /// <summary>Whether the products were exact, by dual numbers; otherwise they were central differences, and their error is part of the estimates.</summary>
    public bool IsExact { get; }

    /// <summary>2/λ: gradient descent leaves a minimum of this sharpness above that learning rate; infinite where λ is not positive.</summary>
    public double LargestStableLearningRate => Value <= 0 ? double.PositiveInfinity : 2 / Value;

    /// <summary>Measures the sharpness at a state.</summary>
    /// <param name="gradientFlow">The gradient flow of the loss.</param>
    /// <param name="state">The state.</param>
    /// <param name="relativeTolerance">Error of λ over the largest eigenvalue in magnitude at which the search ends; positive.</param>
    /// <param name="maximumProducts">Number of products after which it ends in any case; each keeps a vector in memory.</param>
    /// <exception cref="ArgumentException">The state has not as many components as the system, the tolerance is not positive, or no product is allowed.</exception>
    public static Sharpness At(
        IDynamicsSystem gradientFlow, ReadOnlySpan<double> state, double relativeTolerance = DefaultTolerance, int maximumProducts = DefaultProducts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumProducts);
        if (!(relativeTolerance > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(relativeTolerance), relativeTolerance, "The relative tolerance must be positive, such as 1e-8.");
        }

        HessianVectorProduct hessian = HessianVectorProduct.Of(gradientFlow);
        double[] point = state.ToArray();
        double[] start = new RandomNumbers(0, "sharpness").NextGaussians(hessian.Dimension);
        LanczosProcess process = new((direction, product) => hessian.Evaluate(point, direction, product), start);
        return Search(process, relativeTolerance, maximumProducts) is { } ritz
            ? Of(process, ritz, hessian, point, relativeTolerance)
            : new(Eigenpair.Unknown, Eigenpair.Unknown, process.Count, relativeTolerance, hessian.IsExact);
    }

    /// <summary>Extends the space until the largest Ritz value is settled; null if a product was not finite.</summary>
    private static SymmetricEigendecomposition? Search(LanczosProcess process, double tolerance, int maximumProducts)
    {
        int nextCheck = 1;
        while (true)
        {
            process.Extend();
            if (process.HasFailed)
            {
                return null;
            }

            bool isLast = process.IsInvariant || process.Count == maximumProducts;
            if (!isLast && process.Count < nextCheck)
            {
                continue;
            }

            SymmetricEigendecomposition ritz = process.Project();
            double norm = Math.Max(Math.Abs(ritz.Eigenvalues[0]), Math.Abs(ritz.Eigenvalues[^1]));
            if (isLast || process.Residual(ritz, 0) <= tolerance * norm)
            {
                return ritz;
            }

            nextCheck = process.Count + 1 + (process.Count / ChecksPerGrowth);
        }
    }

    private static Sharpness Of(LanczosProcess process, SymmetricEigendecomposition ritz, HessianVectorProduct hessian, double[] point, double tolerance)
    {
        double norm = Math.Max(Math.Abs(ritz.Eigenvalues[0]), Math.Abs(ritz.Eigenvalues[^1]));
        var largest = Eigenpair.Of(hessian, point, process.Vector(ritz, 0), norm);
        Eigenpair smallest = process.Count == 1 ? largest : Eigenpair.Of(hessian, point, process.Vector(ritz, process.Count - 1), norm);
        return new(largest, smallest, process.Count + (process.Count == 1 ? 1 : 2), tolerance, hessian.IsExact);
    }
}
