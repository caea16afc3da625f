using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>How often Gaussian starts are stuck: w₁²w₂, and networks of several quadratic units.</summary>
/// <param name="Monomial">w₁²w₂.</param>
/// <param name="Networks">One per width, from 1 on.</param>
internal sealed record StuckStudy(StuckFraction Monomial, IReadOnlyList<StuckFraction> Networks)
{
    /// <summary>Standard deviation of the initial weights of w₁²w₂, in units of s^(1/3): of no consequence, as the basin is a cone.</summary>
    public const double StandardDeviation = 0.5;

    /// <summary>The same for networks: so small that the target is above all initial products, and units grow one by one.</summary>
    public const double SmallStandardDeviation = 0.1;

    /// <summary>So many times as many starts for w₁²w₂ as for a network.</summary>
    private const int StartsPerNetworkStart = 5;

    /// <summary>arctan(√2)/π: the fraction of directions below w₂ = −|w₁|/√2.</summary>
    public static readonly double OfOneUnit = Math.Atan(Math.Sqrt(2)) / Math.PI;

    public static StuckStudy Measure(QuadraticRuns runs, int startCount, int largestWidth) => new(
        Count(runs, QuadraticFlow.Of(runs.Quadratic), startCount, StandardDeviation, "gaussian-starts"),
        [
            .. Enumerable.Range(1, largestWidth).Select(width => Count(
                runs,
                QuadraticFlow.Of(new QuadraticNetwork(runs.Target, width, QuadraticRuns.Inputs)),
                startCount / StartsPerNetworkStart,
                SmallStandardDeviation,
                $"network-{NumberText.Of(width)}")),
        ]);

    private static StuckFraction Count(QuadraticRuns runs, QuadraticFlow flow, int starts, double standardDeviation, string purpose)
    {
        double[] weights = [.. runs.CreateRandom(purpose).NextGaussians(starts * flow.System.Dimension).Select(number => standardDeviation * number)];
        Fates fates = Fates.Of(runs, flow, weights);
        return new(flow.System.Dimension / 2, starts, fates.CountOf(Fate.Stuck), fates.CountOf(Fate.Undecided));
    }
}

/// <summary>How many of many starts are stuck.</summary>
/// <param name="Width">Number h of hidden units.</param>
/// <param name="Starts">Number of starts.</param>
/// <param name="Stuck">How many are stuck.</param>
/// <param name="Undecided">How many are neither stuck nor have they learned the target.</param>
internal sealed record StuckFraction(int Width, int Starts, int Stuck, int Undecided)
{
    /// <summary>The fraction that is stuck.</summary>
    public double Measured => (double)Stuck / Starts;

    /// <summary>(arctan(√2)/π)^h: all units are.</summary>
    public double Predicted => Math.Pow(StuckStudy.OfOneUnit, Width);

    /// <summary>One standard error of a fraction of so many independent starts, and the undecided ones.</summary>
    public double Uncertainty => StandardError(Measured) + ((double)Undecided / Starts);

    /// <summary>The standard error that a fraction of so many starts has if it is as predicted.</summary>
    public double PredictedError => StandardError(Predicted);

    private double StandardError(double fraction) => Math.Sqrt(fraction * (1 - fraction) / Starts);
}
