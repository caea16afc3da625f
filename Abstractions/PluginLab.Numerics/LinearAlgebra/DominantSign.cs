namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Fixes the sign that an eigenvector or a singular vector leaves open.</summary>
internal static class DominantSign
{
    // Entries this close to the largest count as equal to it, so that rounding does not choose between them.
    private const double RelativeTie = 1e-9;

    /// <summary>The sign of the first entry whose magnitude is the largest; 1 for a vector of zeros.</summary>
    public static double Of(IReadOnlyList<double> vector)
    {
        double largest = vector.Max(Math.Abs);
        return vector.First(entry => Math.Abs(entry) >= (1 - RelativeTie) * largest) < 0 ? -1 : 1;
    }
}
