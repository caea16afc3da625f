namespace PluginLab.Numerics.Statistics;

/// <summary>The two-sample test of Kolmogorov and Smirnov: whether two samples may come from one continuous law, whatever that law is.</summary>
/// <remarks>
/// Statistic: D = max_x |F_n(x) − G_m(x)|, the largest distance of the empirical distribution functions. Under the hypothesis every order of the n + m
/// values is equally likely, so that P(D ≥ d) is the share of lattice paths from (0, 0) to (n, m) which meet a point with |i/n − j/m| ≥ d.
/// It is counted exactly: backward from (i, j) a path comes from (i − 1, j) with probability i/(i + j). All terms are positive, so that small p-values
/// keep their digits; products and sums alone give the same bits on every machine. With ties the p-value is an upper bound.
/// Source: Hodges, The significance probability of the Smirnov two-sample test, Ark. Mat. 3 (1958), 469–486.
/// </remarks>
public sealed record KolmogorovSmirnovTest
{
    private KolmogorovSmirnovTest(double distance, double pValue) => (Distance, PValue) = (distance, pValue);

    /// <summary>D, from 0 to 1.</summary>
    public double Distance { get; }

    /// <summary>The probability of a distance of D or more if both samples come from one law.</summary>
    public double PValue { get; }

    /// <summary>Compares two samples; takes n·m operations.</summary>
    /// <param name="first">n ≥ 1 independent values, in any order; ∞ for what never happened.</param>
    /// <param name="second">m ≥ 1 of them.</param>
    /// <exception cref="ArgumentException">A sample is empty or holds NaN.</exception>
    public static KolmogorovSmirnovTest Compare(IEnumerable<double> first, IEnumerable<double> second)
    {
        double[] one = Sort(first, nameof(first));
        double[] other = Sort(second, nameof(second));
        long distance = ScaledDistance(one, other);
        return new((double)distance / ((long)one.Length * other.Length), ProbabilityFrom(distance, one.Length, other.Length));
    }

    private static double[] Sort(IEnumerable<double> sample, string name)
    {
        ArgumentNullException.ThrowIfNull(sample, name);
        double[] sorted = [.. sample];
        Array.Sort(sorted);

        // NaN sorts first.
        return sorted.Length > 0 && !double.IsNaN(sorted[0])
            ? sorted
            : throw new ArgumentException("A sample needs at least one value, and none that is NaN; give what never happened as ∞.", name);
    }

    /// <summary>n m D, a whole number; values that are equal are passed together.</summary>
    private static long ScaledDistance(double[] first, double[] second)
    {
        (int i, int j, long largest) = (0, 0, 0L);
        while (i < first.Length && j < second.Length)
        {
            double next = Math.Min(first[i], second[j]);
            for (; i < first.Length && first[i] == next; i++)
            {
            }

            for (; j < second.Length && second[j] == next; j++)
            {
            }

            largest = Math.Max(largest, Math.Abs(((long)i * second.Length) - ((long)j * first.Length)));
        }

        return largest;
    }

    private static double ProbabilityFrom(long scaledDistance, int n, int m)
    {
        double[] meets = new double[m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                bool isFar = Math.Abs(((long)i * m) - ((long)j * n)) >= scaledDistance;
                meets[j] = isFar ? 1 : ((i * meets[j]) + (j == 0 ? 0 : j * meets[j - 1])) / Math.Max(1, i + j);
            }
        }

        return meets[m];
    }
}
