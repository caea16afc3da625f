using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization.FinalRatios;

/// <summary>Where w₁/w₂ ends, against both initial weights.</summary>
internal sealed record RatioMapStudy
{
    /// <summary>Largest initial weights, in units of √s: the final ratios are between φ⁻³ and φ³, φ the golden ratio.</summary>
    public const double Extent = 2;

    // Distance of the product to the target, relative, up to which the closed form says to wait.
    private const double Remainder = 1e-9;

    /// <summary>The starts, in units of √s.</summary>
    public required PlaneGrid Grid { get; init; }

    /// <summary>The final ratio from each of them; NaN from w₁ = −w₂, which ends in the saddle.</summary>
    public required IReadOnlyList<double> Ratios { get; init; }

    /// <summary>The one farthest from its prediction.</summary>
    public required Comparison Worst { get; init; }

    /// <summary>By how much, relative, the ratios could still change if the flow were solved on: at most by what the product does, as |d log r| ≤ |d log p|.</summary>
    public required double Unsettled { get; init; }

    public static RatioMapStudy Measure(PairRuns runs, int pointsPerSide)
    {
        PlaneGrid grid = new(Extent, pointsPerSide);
        UnbalancedPair[] theories = [.. grid.Centres.SelectMany(second => grid.Centres.Select(first => runs.Theory(first, second)))];
        Ensemble ensemble = new Ensemble(runs.Pair, grid.Starts.Select(weight => weight * runs.WeightUnit), 0, 0)
            .WithEndTimes(theories.Select(theory => TimeToSettle(runs, theory)));
        EnsembleSolution solution = runs.SolveAll(ensemble);

        double[] ratios = new double[grid.Count];
        (Comparison worst, double unsettled) = (new Comparison(1, 1), 0);
        for (int i = 0; i < ratios.Length; i++)
        {
            ratios[i] = double.NaN;
            if (!IsOnSaddleLine(ensemble.InitialState(i)))
            {
                ReadOnlySpan<double> final = solution.FinalState(i);
                ratios[i] = final[0] / final[1];
                worst = Comparison.Worst([worst, new Comparison(theories[i].FinalRatio, ratios[i])]);
                unsettled = Math.Max(unsettled, Math.Abs(Math.Log(final[0] * final[1] / runs.Target)));
            }
        }

        return new RatioMapStudy { Grid = grid, Ratios = ratios, Worst = worst, Unsettled = unsettled };
    }

    private static bool IsOnSaddleLine(ReadOnlySpan<double> start) => start[0] == -start[1];

    private static double TimeToSettle(PairRuns runs, UnbalancedPair theory)
    {
        double fromBelow = theory.HittingTime((1 - Remainder) * runs.Target);
        double time = double.IsNaN(fromBelow) ? theory.HittingTime((1 + Remainder) * runs.Target) : fromBelow;
        return double.IsNaN(time) ? 0 : time;
    }
}
