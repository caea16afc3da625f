using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Observables;

/// <summary>Lengths of vectors.</summary>
internal static class VectorArithmetic
{
    /// <summary>√(vector · vector).</summary>
    public static double Norm(ReadOnlySpan<double> vector) => Math.Sqrt(VectorUpdate.Dot(vector, vector));

    /// <summary>The largest |component|; 0 for no components, NaN if one is NaN.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> vector)
    {
        double largest = 0;
        foreach (double value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(double factor, Span<double> target)
    {
        foreach (ref double value in target)
        {
            value *= factor;
        }
    }
}
