using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.FinalRatios;

/// <summary>Where w₁/w₂ ends, against w₁(0).</summary>
internal sealed record FinalRatioStudy
{
    /// <summary>(1 + √5)/2.</summary>
    public static readonly double GoldenRatio = (1 + Math.Sqrt(5)) / 2;

    /// <summary>The ratio that counts as equal.</summary>
    public const double TenPercent = 1.1;

    /// <summary>w₂(0) in units of √s: small enough that c = w₁(0)² to rounding.</summary>
    public const double SecondWeight = 1e-6;

    private const int SweepPoints = 400;
    private const int Halvings = 20;

    public required PairRuns Runs { get; init; }

    /// <summary>Ends from w₁(0) between 0.02 and 4 √s.</summary>
    public required IReadOnlyList<Ending> Sweep { get; init; }

    /// <summary>The end from w₁(0) = √s.</summary>
    public required Ending AtSquareRoot { get; init; }

    /// <summary>w₁(0)/√s at which the final ratio is the golden ratio.</summary>
    public required Bracket GoldenThreshold { get; init; }

    /// <summary>w₁(0)/√s at which the final ratio is 1.1.</summary>
    public required Bracket TenPercentThreshold { get; init; }

    public static FinalRatioStudy Measure(PairRuns runs)
    {
        return new FinalRatioStudy
        {
            Runs = runs,
            Sweep = runs.Sweeps.End(runs.Pair, [.. Spacing.Logarithmic(0.02, 4, SweepPoints).Select(first => runs.State(first, SecondWeight))]),
            AtSquareRoot = End(1),
            GoldenThreshold = Threshold(GoldenRatio),
            TenPercentThreshold = Threshold(TenPercent),
        };

        Ending End(double first) => runs.Solve.End(runs.Pair, runs.State(first, SecondWeight));

        Bracket Threshold(double ratio) => new Bracket(0.1, 2).Halve(Halvings, first => End(first).Ratio.Measured <= ratio);
    }
}
