using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Observables;

/// <summary>How nearly two vectors point the same way. NaN if one of them is zero or not finite.</summary>
public static class Alignment
{
    /// <summary>The alignment |cos(u, v)| = |u · v|/(|u||v|), from 0 for orthogonal vectors to 1.</summary>
    /// <exception cref="ArgumentException">The vectors differ in length.</exception>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Math.Abs(Cosine(first, second));

    /// <summary>cos(u, v) = u · v/(|u||v|), from −1 to 1.</summary>
    /// <exception cref="ArgumentException">The vectors differ in length.</exception>
    public static double Cosine(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Math.Clamp(VectorUpdate.Dot(Unit(first, second), Unit(second, first)), -1, 1);

    /// <summary>The angle between the vectors in radians, from 0 to π; exact to rounding also near 0 and π, where the cosine says nothing.</summary>
    /// <remarks>2 atan(|û − v̂| / |û + v̂|). Source: Kahan, How futile are mindless assessments of roundoff, 2006, section 12.</remarks>
    /// <exception cref="ArgumentException">The vectors differ in length.</exception>
    public static double Angle(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        (double[] difference, double[] sum, double[] unit) = (Unit(first, second), Unit(first, second), Unit(second, first));
        VectorUpdate.AddScaled(-1, unit, difference);
        VectorUpdate.AddScaled(1, unit, sum);
        return 2 * Math.Atan2(VectorArithmetic.Norm(difference), VectorArithmetic.Norm(sum));
    }

    private static double[] Unit(ReadOnlySpan<double> vector, ReadOnlySpan<double> other)
    {
        if (vector.Length != other.Length)
        {
            throw new ArgumentException($"A vector of {vector.Length} and one of {other.Length} components enclose no angle; both must be of one length.", nameof(vector));
        }

        // Scaled first, so that squares neither overflow nor vanish.
        double largest = VectorArithmetic.LargestMagnitude(vector);
        double[] unit = new double[vector.Length];
        for (int i = 0; i < unit.Length; i++)
        {
            unit[i] = vector[i] / largest;
        }

        VectorArithmetic.Scale(1 / VectorArithmetic.Norm(unit), unit);
        return unit;
    }
}
