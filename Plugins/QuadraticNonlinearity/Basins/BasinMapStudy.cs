using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>From where w₁²w₂ learns the target: every start of a square of the plane.</summary>
/// <param name="Runs">The flows of the run.</param>
/// <param name="Grid">The starts, in units of s^(1/3).</param>
/// <param name="Fates">What becomes of them.</param>
internal sealed record BasinMapStudy(QuadraticRuns Runs, PlaneGrid Grid, Fates Fates)
{
    /// <summary>w₂/|w₁| on the boundary of the basin of the target.</summary>
    public static readonly double BoundarySlope = -1 / Math.Sqrt(2);

    /// <summary>Largest initial weights, in units of s^(1/3).</summary>
    public const double Extent = 1.2;

    public static BasinMapStudy Measure(QuadraticRuns runs, int pointsPerSide)
    {
        PlaneGrid grid = new(Extent, pointsPerSide);
        return new(runs, grid, Fates.Of(runs, QuadraticFlow.Of(runs.Quadratic), grid.Starts));
    }

    /// <summary>Starts whose fate is not what the boundary says.</summary>
    public int Misplaced => Enumerable.Range(0, Grid.Count).Count(i => Fates.All[i] == (IsAbove(i) ? Fate.Stuck : Fate.Learned));

    /// <summary>The smallest distance of a start from the boundary, in units of s^(1/3).</summary>
    public double SmallestDistance => Enumerable.Range(0, Grid.Count).Min(i => Math.Abs(Height(i))) / Math.Sqrt(1 + (BoundarySlope * BoundarySlope));

    /// <summary>The largest distance between where a start is stuck and (0, −√(w₂² − w₁²/2)), in units of s^(1/3).</summary>
    public double LargestDistanceFromMinimum => Largest.Of(Enumerable.Range(0, Grid.Count).Where(i => Fates.All[i] == Fate.Stuck).Select(DistanceFromMinimum));

    /// <summary>How far a start is above the boundary, along w₂.</summary>
    private double Height(int start) => Grid.Starts[(2 * start) + 1] - (BoundarySlope * Math.Abs(Grid.Starts[2 * start]));

    private bool IsAbove(int start) => Height(start) > 0;

    private double DistanceFromMinimum(int start)
    {
        (double first, double second) = (Grid.Starts[2 * start], Grid.Starts[(2 * start) + 1]);
        double minimum = -Math.Sqrt(Math.Max(0, (second * second) - (first * first / 2)));
        ReadOnlySpan<double> final = Fates.FinalState(start);
        return double.Hypot(final[0] / Runs.WeightUnit, (final[1] / Runs.WeightUnit) - minimum);
    }
}
