using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DegreeProduct.Stability.Chaos;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>Where gradient descent on two equal weights goes in the end, over the learning rate: how often its iterates visit each stretch of y = w/√s.</summary>
/// <param name="Fractions">The edges of the columns: κ.</param>
/// <param name="Weights">The edges of the rows: y.</param>
/// <param name="Exponents">Lyapunov exponent at the middle of each column; NaN where iterates escape.</param>
/// <param name="Shares">The share of the late iterates in each cell, rows from the smallest y up; <see cref="Least"/> where there are fewer.</param>
internal sealed record BifurcationMap(IReadOnlyList<double> Fractions, IReadOnlyList<double> Weights, IReadOnlyList<double> Exponents, IReadOnlyList<double> Shares)
{
    /// <summary>The least share that is told from none.</summary>
    public const double Least = 1e-3;

    private const double SmallestFraction = 0.8;
    private const double LargestFraction = 2.05;
    private const double LargestWeight = 1.5;
    private const int Columns = 375;
    private const int Rows = 240;
    private const double Start = 0.1;

    /// <summary>Iterates before the first that counts, and those that count.</summary>
    private const int Waiting = 500;
    private const int Visits = 800;

    public static BifurcationMap Take(DescentRuns runs)
    {
        IReadOnlyList<double> fractions = Spacing.Linear(SmallestFraction, LargestFraction, Columns + 1);
        PairMap map = new(runs);
        double[] shares = new double[Rows * Columns];
        double[] exponents = new double[Columns];
        for (int column = 0; column < Columns; column++)
        {
            double kappa = (fractions[column] + fractions[column + 1]) / 2;
            double[] late = [.. map.Orbit(Start, kappa, Waiting + Visits).Skip(Waiting + 1)];
            exponents[column] = late.Length == Visits ? LyapunovExponent.Of(late, y => map.Slope(y, kappa)).Value : double.NaN;
            foreach (double weight in late)
            {
                int row = (int)Math.Floor((weight + LargestWeight) / (2 * LargestWeight) * Rows);
                if (row is >= 0 and < Rows)
                {
                    shares[(row * Columns) + column] += 1.0 / Visits;
                }
            }
        }

        return new(fractions, Spacing.Linear(-LargestWeight, LargestWeight, Rows + 1), exponents, [.. shares.Select(share => Math.Max(share, Least))]);
    }
}
