using MathNet.Numerics.LinearRegression;

namespace PluginLab.Numerics.Fitting;

/// <summary>Points in the order of their abscissae, with the line through any part of them.</summary>
internal sealed class LinePoints
{
    private const int MostBlocks = 5;

    // Windows of half of the points, each an eighth of them after the one before: the first is the lower half, the last the upper.
    private const int WindowShifts = 4;

    // 1 − h of a point without which all abscissae are equal is 0 but for rounding.
    private const double SmallestRest = 1e-12;

    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] uncertainties;

    public LinePoints(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double>? uncertainties)
    {
        this.x = [.. x];
        int[] order = [.. Enumerable.Range(0, x.Count)];
        Array.Sort(this.x, order);
        this.y = [.. order.Select(i => y[i])];
        Line = Regress(this.x, this.y);
        this.uncertainties = [.. order.Select((from, i) => (uncertainties?[from] ?? 0) + PointUncertainty.Rounding(this.y[i], Line.Slope * this.x[i]))];
    }

    /// <summary>The least-squares line through all points.</summary>
    public (double Intercept, double Slope) Line { get; }

    public FitWindow Window => new(x[0], x[^1]);

    public UncertaintyBudget SlopeBudget()
    {
        double[] weights = SlopeWeights(x);
        return Budget(line => line.Slope, weights, Math.Sqrt(SumOfSquares(weights)));
    }

    public UncertaintyBudget InterceptBudget()
    {
        double mean = x.Average();
        double[] weights = [.. SlopeWeights(x).Select(weight => (1.0 / x.Length) - (mean * weight))];
        return Budget(line => line.Intercept, weights, Math.Sqrt(SumOfSquares(weights)));
    }

    /// <param name="coefficient">What of the line the budget is for.</param>
    /// <param name="weights">Its derivative by each ordinate.</param>
    /// <param name="noiseGain">Its standard deviation over that of the ordinates' noise.</param>
    private UncertaintyBudget Budget(Func<(double Intercept, double Slope), double> coefficient, double[] weights, double noiseGain)
    {
        int freedom = x.Length - 2;
        return new()
        {
            Window = freedom == 0 ? double.NaN : Windows().Select(window => Math.Abs(coefficient(window) - coefficient(Line))).Aggregate(Math.Max),
            LeaveOut = freedom == 0 ? double.NaN : Jackknife([.. LeavingBlocksOut().Select(coefficient)]),
            LeaveOneOut = freedom == 0 ? double.NaN : MovesWithoutOne(weights).Select(Math.Abs).Aggregate(Math.Max),
            Points = weights.Zip(uncertainties, (weight, uncertainty) => Math.Abs(weight) * uncertainty).Sum(),
            StandardError = freedom == 0 ? double.NaN : noiseGain * Math.Sqrt(SumOfSquares(Residuals()) / freedom),
            DegreesOfFreedom = freedom,
        };
    }

    private IEnumerable<(double Intercept, double Slope)> Windows()
    {
        int half = (x.Length + 1) / 2;
        for (int shift = 0; shift <= WindowShifts; shift++)
        {
            int start = (x.Length - half) * shift / WindowShifts;
            yield return Regress(x[start..(start + half)], y[start..(start + half)]);
        }
    }

    private IEnumerable<(double Intercept, double Slope)> LeavingBlocksOut()
    {
        int blocks = Math.Min(x.Length, MostBlocks);
        for (int j = 0; j < blocks; j++)
        {
            (int start, int end) = (j * x.Length / blocks, (j + 1) * x.Length / blocks);
            yield return Regress([.. x[..start], .. x[end..]], [.. y[..start], .. y[end..]]);
        }
    }

    /// <summary>θ − θ₍ᵢ₎ = ∂θ/∂yᵢ eᵢ/(1 − hᵢ) for each point left out, with its residual eᵢ and leverage hᵢ (Belsley, Kuh and Welsch 1980, equation 2.1).</summary>
    private IEnumerable<double> MovesWithoutOne(double[] weights)
    {
        double mean = x.Average();
        double[] slopes = SlopeWeights(x);
        double[] residuals = [.. Residuals()];
        for (int i = 0; i < x.Length; i++)
        {
            double rest = 1 - (1.0 / x.Length) - (slopes[i] * (x[i] - mean));
            yield return rest > SmallestRest ? weights[i] * residuals[i] / rest : double.NaN;
        }
    }

    private IEnumerable<double> Residuals() => x.Zip(y, (abscissa, ordinate) => ordinate - Line.Intercept - (Line.Slope * abscissa));

    private static double Jackknife(double[] estimates)
    {
        double mean = estimates.Average();
        return Math.Sqrt((estimates.Length - 1.0) / estimates.Length * SumOfSquares(estimates.Select(estimate => estimate - mean)));
    }

    private static double SumOfSquares(IEnumerable<double> values) => values.Sum(value => value * value);

    private static double[] SlopeWeights(double[] x)
    {
        double mean = x.Average();
        double sum = SumOfSquares(x.Select(value => value - mean));
        return [.. x.Select(value => (value - mean) / sum)];
    }

    private static (double Intercept, double Slope) Regress(double[] x, double[] y) =>
        x[0] < x[^1] ? SimpleRegression.Fit(x, y) : (double.NaN, double.NaN);
}
