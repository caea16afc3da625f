using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>T1, the time of growth from ε to s/2, of monomials with several exponents, balanced.</summary>
/// <param name="Target">The target s.</param>
/// <param name="Series">One per list of exponents.</param>
internal sealed record GrowthTimeStudy(double Target, IReadOnlyList<GrowthTimes> Series)
{
    private const int ProductCount = 81;

    // The end of the growth phase bends the line: the slope of degree 3 over 1e-8 … 1e-2 is −0.345.
    private const double SmallestProduct = 1e-8;
    private const double LargestProduct = 1e-4;
    private const double LargestFitted = 1e-5;

    /// <summary>What a start may be off by rounding.</summary>
    private const double Margin = 1 + 1e-9;

    public static GrowthTimeStudy Measure(QuadraticRuns runs, IEnumerable<int[]> exponents) => new(runs.Target, [.. exponents.Select(pair => Measure(runs, pair))]);

    /// <summary>The series with a power law: from two weights with exponents 1, growth is exponential.</summary>
    public IEnumerable<GrowthTimes> PowerLaws => Series.Where(series => series.Degree > 2);

    private static GrowthTimes Measure(QuadraticRuns runs, int[] exponents)
    {
        Monomial monomial = new(runs.Target, exponents);
        BalancedMonomial theory = new(runs.Target, exponents);
        double[] products = [.. Spacing.Logarithmic(SmallestProduct * runs.Target, LargestProduct * runs.Target, ProductCount)];
        IReadOnlyList<Comparison> times = Times(runs.Sweeps, products);
        double[] fitted = [.. products.TakeWhile(product => product <= LargestFitted * runs.Target * Margin)];
        IReadOnlyList<double>? coarser = runs.Sweeps.Coarsen() is { } sweeps ? Measured(Times(sweeps, fitted)) : null;
        return new GrowthTimes(exponents, products, times, new MeasuredSeries(Measured(times.Take(fitted.Length)), coarser).FitPowerLaw(fitted));

        IReadOnlyList<Comparison> Times(MonomialSweeps sweeps, double[] starts) => sweeps.TimesTo(
            monomial, [.. starts.Select(monomial.BalancedState)], runs.Target / 2, [.. starts.Select(product => theory.HittingTime(product, runs.Target / 2))]);
    }

    private static IReadOnlyList<double> Measured(IEnumerable<Comparison> times) => [.. times.Select(time => time.Measured)];
}

/// <summary>T1 against ε for one list of exponents.</summary>
/// <param name="Exponents">The exponents kᵢ.</param>
/// <param name="Products">The initial products ε, increasing.</param>
/// <param name="Times">T1 of each.</param>
/// <param name="Fit">The power law through the times measured for ε up to 1e-5 s, with the solver's error of each; null if one could not be measured.</param>
internal sealed record GrowthTimes(IReadOnlyList<int> Exponents, IReadOnlyList<double> Products, IReadOnlyList<Comparison> Times, PowerLawFit? Fit)
{
    /// <summary>Σ kᵢ.</summary>
    public int Degree => Exponents.Sum();

    /// <summary>2/D − 1.</summary>
    public double PredictedSlope => (2.0 / Degree) - 1;

    /// <summary>The exponents within an id.</summary>
    public string Name => string.Join('-', Exponents.Select(exponent => NumberText.Of(exponent)));

    /// <summary>The monomial as a formula.</summary>
    public string Formula => string.Concat(Exponents.Select((exponent, i) => $"w_{NumberText.Of(i + 1)}{(exponent == 1 ? "" : $"^{NumberText.Of(exponent)}")}"));

    /// <summary>The fitted exponent; NaN without a fit.</summary>
    public double Slope => Fit?.Exponent ?? double.NaN;

    /// <summary>Half the width of its 95 % interval; NaN without a fit.</summary>
    public double SlopeHalfWidth => Fit?.ExponentInterval(FitUncertainty.Window).HalfWidth ?? double.NaN;
}
