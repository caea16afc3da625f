namespace PluginLab.Plugins.Workloads;

/// <summary>The random numbers of the workloads, the same bits as the peers' programs draw: any element of the sequence without those before it.</summary>
/// <remarks>Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014. Every operation is exact or rounded once, in this order.</remarks>
internal sealed class SplitMix64
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const double UnitInLastPlace = 1.0 / (1L << 53);
    private const int UniformsPerGaussian = 12;

    private ulong state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Where it starts.</param>
    /// <param name="skipped">Number of elements to leave out.</param>
    public SplitMix64(ulong seed, ulong skipped = 0) => state = unchecked(seed + (skipped * Increment));

    /// <summary>The next number, uniform in [minimum, maximum).</summary>
    public double NextUniform(double minimum, double maximum) => minimum + ((maximum - minimum) * NextUnit());

    /// <summary>The next nearly Gaussian number of mean 0 and variance 1: twelve uniform ones less 6 (Irwin and Hall), from sums alone.</summary>
    public double NextGaussian()
    {
        double sum = 0;
        for (int i = 0; i < UniformsPerGaussian; i++)
        {
            sum += NextUnit();
        }

        return sum - (UniformsPerGaussian / 2.0);
    }

    /// <summary>The next numbers of <see cref="NextGaussian"/>.</summary>
    public double[] NextGaussians(int count)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = NextGaussian();
        }

        return values;
    }

    private double NextUnit() => (Next() >> 11) * UnitInLastPlace;

    private ulong Next()
    {
        unchecked
        {
            state += Increment;
            ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
