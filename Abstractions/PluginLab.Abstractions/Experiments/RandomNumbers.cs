using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace PluginLab.Experiments;

/// <summary>A stream of random numbers that is the same on every machine, for ever.</summary>
/// <remarks>
/// Generator: xoshiro256** (Blackman and Vigna, ACM Trans. Math. Softw. 47, 2021). Its 256-bit state is the SHA-256 digest of the UTF-8 text
/// <c>seed:purpose</c>, read as four little-endian words. Uniforms take the 53 high bits; Gaussians come by Marsaglia's polar method with
/// <see cref="Dynamics.PortableMath.Log"/>. Not thread-safe: one stream per use.
/// </remarks>
public sealed class RandomNumbers
{
    private const double UniformSpacing = 1.0 / (1L << 53);
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spareGaussian = double.NaN;

    /// <summary>Creates the stream of a seed and a purpose.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="purpose">What the numbers are for, such as <c>initial-weights</c>: streams of different purposes are independent.</param>
    public RandomNumbers(ulong seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(seed.ToString(CultureInfo.InvariantCulture) + ":" + purpose));
        (s0, s1, s2, s3) = (Word(digest, 0), Word(digest, 1), Word(digest, 2), Word(digest, 3));
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * UniformSpacing;

    /// <summary>A number with standard normal distribution.</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(spareGaussian))
        {
            double spare = spareGaussian;
            spareGaussian = double.NaN;
            return spare;
        }

        while (true)
        {
            double x = (2 * NextUniform()) - 1;
            double y = (2 * NextUniform()) - 1;
            double square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                double factor = Math.Sqrt(-2 * Dynamics.PortableMath.Log(square) / square);
                spareGaussian = y * factor;
                return x * factor;
            }
        }
    }

    /// <summary>Independent standard normal numbers.</summary>
    public double[] NextGaussians(int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = NextGaussian();
        }

        return numbers;
    }

    private static ulong Word(byte[] digest, int index) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(digest.AsSpan(8 * index, 8));
}
