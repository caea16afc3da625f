using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Observables;

/// <summary>An approximate eigenvalue λ of a Hessian H, with its vector and error.</summary>
public sealed record Eigenpair
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    private Eigenpair(double value, double errorEstimate, IReadOnlyList<double> vector) => (Value, ErrorEstimate, Vector) = (value, errorEstimate, vector);

    /// <summary>λ = vᵀHv.</summary>
    public double Value { get; }

    /// <summary>|Hv − λv|, with the errors of the product and of rounding: an eigenvalue of a symmetric H lies within this distance of λ.</summary>
    /// <remarks>A rigorous bound, and a wide one: far from other eigenvalues the error is about its square over the distance to them (Parlett, 1998, theorem 11.7.1).</remarks>
    public double ErrorEstimate { get; }

    /// <summary>v, of length 1; its sign is arbitrary. Empty where λ is NaN.</summary>
    public IReadOnlyList<double> Vector { get; }

    /// <summary>What is reported where no eigenvalue could be computed.</summary>
    internal static Eigenpair Unknown { get; } = new(double.NaN, double.NaN, []);

    /// <summary>The best eigenvalue for a vector of length 1, by one more product.</summary>
    internal static Eigenpair Of(HessianVectorProduct hessian, double[] point, double[] vector, double norm)
    {
        double[] residual = new double[vector.Length];
        hessian.Evaluate(point, vector, residual);
        double value = VectorUpdate.Dot(vector, residual);
        VectorUpdate.AddScaled(-value, vector, residual);
        double rounding = 4 * UnitRoundoff * Math.Sqrt(vector.Length) * norm;
        return new(value, VectorArithmetic.Norm(residual) + hessian.EstimateError(point, vector) + rounding, vector);
    }
}
