using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>From where w₁²w₂ learns the target, and where it ends if not: starts on a ring of radius s^(1/3).</summary>
internal sealed record BasinStudy
{
    /// <summary>w₂/|w₁| on the boundary of the basin of the target.</summary>
    public static readonly double BoundarySlope = -1 / Math.Sqrt(2);

    /// <summary>How far starts beside the boundary are from it, as a fraction of w₂.</summary>
    public const double DistanceFromBoundary = 0.01;

    // A multiple of four: half a spacing off one axis is then half a spacing off the other.
    private const int RingCount = 152;
    private const int PointsPerPath = 400;
    private const double PathTime = 25;

    public required QuadraticRuns Runs { get; init; }

    /// <summary>Ends from the ring.</summary>
    public required IReadOnlyList<Ending> Ring { get; init; }

    /// <summary>Ends from either side of the boundary, for both signs of w₁.</summary>
    public required IReadOnlyList<Ending> BesideBoundary { get; init; }

    /// <summary>Where w₁²w₂ ends from (½, −½) s^(1/3), beyond the boundary.</summary>
    public required Ending Beyond { get; init; }

    /// <summary>Where w₁w₂w₃ ends from starts with the same product and w₁²w₂ beyond the boundary: one weight crosses zero, and the target is learned.</summary>
    public required IReadOnlyList<Ending> CubicBeyond { get; init; }

    /// <summary>Paths of the phase portrait.</summary>
    public required IReadOnlyList<Trajectory> Paths { get; init; }

    /// <summary>Fraction of the ring from which the target is learned.</summary>
    public double LearnedFraction => Ring.Count(IsLearned) / (double)Ring.Count;

    public static BasinStudy Measure(QuadraticRuns runs)
    {
        double unit = runs.WeightUnit;
        Ending[] ring = [.. Enumerable.Range(0, RingCount).Select(k => runs.Solve.End(runs.Quadratic, OnRing(unit, k)))];
        IReadOnlyList<double> times = Spacing.Linear(0, PathTime * runs.TimeUnit, PointsPerPath);
        double[] sides = [1 - DistanceFromBoundary, 1 + DistanceFromBoundary];
        return new BasinStudy
        {
            Runs = runs,
            Ring = ring,
            BesideBoundary =
            [
                .. sides.SelectMany(side => new[] { 0.8 * unit, -0.8 * unit }.Select(first =>
                    runs.Solve.End(runs.Quadratic, [first, side * BoundarySlope * Math.Abs(first)]))),
            ],
            Beyond = runs.Solve.End(runs.Quadratic, [0.5 * unit, -0.5 * unit]),
            CubicBeyond = [.. ring.Where(ending => !ending.Limit.ReachesTarget).Select(ending => runs.Solve.End(runs.Cubic, Split(ending.Start)))],
            Paths = [.. PathStarts(unit).Select(start => runs.Solve.Follow(runs.Quadratic, start, times))],
        };
    }

    /// <summary>Whether a flow ended nearer to loss 0 than to s²/2.</summary>
    public bool IsLearned(Ending ending) => ending.Loss < Runs.Target * Runs.Target / 4;

    // Half a spacing off the axes: on w₁ = 0 nothing moves.
    private static double[] OnRing(double radius, int k)
    {
        double angle = 2 * Math.PI * (k + 0.5) / RingCount;
        return [radius * Math.Cos(angle), radius * Math.Sin(angle)];
    }

    /// <summary>Three weights with the product w₁²w₂: the double weight split into two that differ by a tenth.</summary>
    private static double[] Split(IReadOnlyList<double> start) => [1.05 * start[0], start[0] / 1.05, start[1]];

    private static IEnumerable<double[]> PathStarts(double unit)
    {
        double[][] right = [[0.15, 0.9], [1.3, 1.25], [1.1, 0.2], [1.1, -0.4], [1.1, -0.75], [1.1, -0.81], [0.8, -1.2], [0.35, -1.2], [0.12, 0.12]];
        return right.SelectMany(start => new double[][] { [start[0] * unit, start[1] * unit], [-start[0] * unit, start[1] * unit] });
    }
}
