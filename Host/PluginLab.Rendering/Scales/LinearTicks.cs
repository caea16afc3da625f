using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Scales;

/// <summary>Positions and labels of ticks on a linear axis: the extended Wilkinson algorithm.</summary>
/// <remarks>
/// Source: J. Talbot, S. Lin, P. Hanrahan, An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes, IEEE TVCG 16 (2010).
/// Score = 0.25 simplicity + 0.2 coverage + 0.5 density + 0.05 legibility. Ticks lie within the limits, and labels that overlap are not
/// admitted, so that legibility is a constraint and no score. Ticks are whole multiples of a decimal step, kept as whole numbers so that
/// labels are exact.
/// </remarks>
internal static class LinearTicks
{
    private const double SimplicityWeight = 0.25;
    private const double CoverageWeight = 0.2;
    private const double DensityWeight = 0.5;
    private const double LegibilityWeight = 0.05;
    private const double FewestWanted = 4.5;
    private const double MostWanted = 6.5;
    private const int MostSkips = 20;
    private const int MostTicks = 24;
    private const double Roundoff = 1e-9;

    // Nice numbers in tenths, in order of preference.
    private static readonly int[] NiceSteps = [10, 50, 20, 25, 40, 30];

    /// <summary>Ticks within limits on an axis of a length in px, about one per spacing, but no fewer than a reader needs to tell values where their labels have room.</summary>
    public static TickSet Choose(Limits limits, double length, TickDirection direction, double spacing)
    {
        double target = Math.Clamp(length / spacing, FewestWanted, MostWanted);
        Search search = new(limits, length, direction, target);
        Candidate? best = search.Run();
        return best is { } found ? ToTicks(found).Measured() : Fallback(limits);
    }

    /// <summary>Ticks (start … start + count − 1) · Skip · Nice · 10^Exponent.</summary>
    private readonly record struct Candidate(long Start, int Count, int Skip, int Nice, int Exponent)
    {
        public double Step => TickNumber.ValueOf((long)Skip * Nice, Exponent);
    }

    private static TickSet ToTicks(Candidate candidate)
    {
        long unit = (long)candidate.Skip * candidate.Nice;
        long[] mantissas = [.. Enumerable.Range(0, candidate.Count).Select(i => (candidate.Start + i) * unit)];
        int exponent = candidate.Exponent;
        while (mantissas.All(mantissa => mantissa % 10 == 0) && mantissas.Any(mantissa => mantissa != 0))
        {
            mantissas = [.. mantissas.Select(mantissa => mantissa / 10)];
            exponent++;
        }

        double[] values = [.. mantissas.Select(mantissa => TickNumber.ValueOf(mantissa, exponent))];
        double largest = values.Max(Math.Abs);
        int factor = largest > 1e5 || (largest < 1e-4 && largest > 0) ? (int)Math.Floor(Math.Log10(largest)) : 0;
        return new TickSet { Values = values, Texts = [.. mantissas.Select(mantissa => TickNumber.Write(mantissa, exponent - factor))], FactorExponent = factor };
    }

    private static TickSet Fallback(Limits limits)
    {
        double middle = (limits.Lower + limits.Upper) / 2;
        return new TickSet { Values = [middle], Texts = [TickNumber.WriteRounded(middle, 3)] }.Measured();
    }

    private sealed class Search(Limits limits, double length, TickDirection direction, double target)
    {
        private readonly double range = limits.Upper - limits.Lower;
        private double bestScore = -2;
        private Candidate? best;

        public Candidate? Run()
        {
            for (int skip = 1; skip <= MostSkips; skip++)
            {
                foreach (int nice in NiceSteps)
                {
                    double simplicity = LargestSimplicity(nice, skip);
                    if (Total(simplicity, 1, 1) >= bestScore)
                    {
                        TryCounts(skip, nice, simplicity);
                    }
                }

                if (Total(LargestSimplicity(NiceSteps[0], skip + 1), 1, 1) < bestScore)
                {
                    break;
                }
            }

            return best;
        }

        private void TryCounts(int skip, int nice, double simplicity)
        {
            for (int count = 2; count <= MostTicks; count++)
            {
                double density = count >= target ? 2 - ((count - 1) / (target - 1)) : 1;
                if (Total(simplicity, 1, density) < bestScore)
                {
                    break;
                }

                int exponent = (int)Math.Ceiling(Math.Log10(range / (count + 1) / (skip * nice)));
                for (; exponent < 308; exponent++)
                {
                    double step = TickNumber.ValueOf((long)skip * nice, exponent);
                    if (step * (count - 1) > range * (1 + Roundoff))
                    {
                        break;
                    }

                    TryStarts(skip, nice, count, exponent, step);
                }
            }
        }

        private void TryStarts(int skip, int nice, int count, int exponent, double step)
        {
            double tolerance = Roundoff * range;
            double first = Math.Ceiling((limits.Lower - tolerance) / step);
            double last = Math.Floor((limits.Upper + tolerance) / step) - (count - 1);
            if (Math.Abs(first) > 1e15 || last - first > 100)
            {
                return;
            }

            for (double start = first; start <= last; start++)
            {
                Consider(new Candidate((long)start, count, skip, nice, exponent), step);
            }
        }

        private void Consider(Candidate candidate, double step)
        {
            double lower = candidate.Start * step;
            double upper = (candidate.Start + candidate.Count - 1) * step;
            double coverage = 1 - (0.5 * (Square((limits.Upper - upper) / (0.1 * range)) + Square((limits.Lower - lower) / (0.1 * range))));
            double actual = (candidate.Count - 1) / (upper - lower);
            double wanted = (target - 1) / range;
            double density = 2 - Math.Max(actual / wanted, wanted / actual);
            double score = Total(Simplicity(candidate), coverage, density);
            if (score > bestScore && AreApart(candidate, step))
            {
                (bestScore, best) = (score, candidate);
            }
        }

        private bool AreApart(Candidate candidate, double step)
        {
            double pixels = step / range * length;
            if (direction == TickDirection.Vertical)
            {
                return pixels >= TextStyle.Tick.Size * 1.5;
            }

            TickSet ticks = ToTicks(candidate).Measured();
            for (int i = 1; i < ticks.Labels.Count; i++)
            {
                if (((ticks.Labels[i - 1].Width + ticks.Labels[i].Width) / 2) + 10 > pixels)
                {
                    return false;
                }
            }

            return true;
        }

        private static double Total(double simplicity, double coverage, double density) =>
            (SimplicityWeight * simplicity) + (CoverageWeight * coverage) + (DensityWeight * density) + LegibilityWeight;

        private static double LargestSimplicity(int nice, int skip) =>
            1 - (Array.IndexOf(NiceSteps, nice) / (NiceSteps.Length - 1.0)) - skip + 1;

        private static double Simplicity(Candidate candidate)
        {
            bool hasZero = candidate.Start <= 0 && candidate.Start + candidate.Count - 1 >= 0;
            return LargestSimplicity(candidate.Nice, candidate.Skip) - (hasZero ? 0 : 1);
        }

        private static double Square(double value) => value * value;
    }
}
