using PluginLab.Experiments;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Matrices drawn at random; the numbers are taken from the stream row by row.</summary>
public static class RandomMatrices
{
    /// <summary>A matrix with independent entries N(0, σ²).</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="standardDeviation">σ.</param>
    /// <param name="random">Stream of random numbers; advanced by rows × columns Gaussians.</param>
    public static Matrix Gaussian(int rows, int columns, double standardDeviation, RandomNumbers random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return new(rows, columns, random.NextGaussians(rows * columns).Select(value => standardDeviation * value));
    }

    /// <summary>An orthogonal n × n matrix with Haar's distribution: uniform over all rotations and reflections.</summary>
    /// <remarks>The factor Q of a Gaussian matrix whose R has a positive diagonal. Source: Mezzadri, Notices of the AMS 54 (2007), 592–604.</remarks>
    /// <param name="size">n; positive.</param>
    /// <param name="random">Stream of random numbers; advanced by n² Gaussians.</param>
    public static Matrix Orthogonal(int size, RandomNumbers random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return QrDecomposition.Compute(Gaussian(size, size, 1, random)).Orthogonal;
    }
}
