using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>Beyond the boundary of the basin of w₁²w₂: where it ends, where w₁w₂w₃ ends, and paths across the plane.</summary>
internal sealed record BasinStudy
{
    private const int DirectionCount = 200;
    private const int PointsPerPath = 400;
    private const double PathTime = 25;

    public required QuadraticRuns Runs { get; init; }

    /// <summary>Where w₁²w₂ ends from (½, −½) s^(1/3), beyond the boundary.</summary>
    public required Ending Beyond { get; init; }

    /// <summary>Where w₁w₂w₃ ends from starts with the same product and w₁²w₂ beyond the boundary: one weight crosses zero, and the target is learned.</summary>
    public required IReadOnlyList<Ending> CubicBeyond { get; init; }

    /// <summary>Paths of the phase portrait.</summary>
    public required IReadOnlyList<Trajectory> Paths { get; init; }

    public static BasinStudy Measure(QuadraticRuns runs)
    {
        double unit = runs.WeightUnit;
        IReadOnlyList<double> times = Spacing.Linear(0, PathTime * runs.TimeUnit, PointsPerPath);
        return new BasinStudy
        {
            Runs = runs,
            Beyond = runs.Solve.End(runs.Quadratic, [0.5 * unit, -0.5 * unit]),
            CubicBeyond = runs.Sweeps.End(runs.Cubic, [.. DirectionsBeyond(unit).Select(Split)]),
            Paths = [.. PathStarts(unit).Select(start => runs.Solve.Follow(runs.Quadratic, start, times))],
        };
    }

    /// <summary>Points of a circle below both rays of the boundary, half a spacing off them and off w₁ = 0.</summary>
    private static IEnumerable<double[]> DirectionsBeyond(double radius)
    {
        double opening = Math.PI * StuckStudy.OfOneUnit;
        return Enumerable.Range(0, DirectionCount)
            .Select(k => opening * ((2.0 * k) + 1 - DirectionCount) / DirectionCount)
            .Select(angle => new[] { radius * Math.Sin(angle), -radius * Math.Cos(angle) });
    }

    /// <summary>Three weights with the product w₁²w₂: the double weight split into two that differ by a tenth.</summary>
    private static double[] Split(double[] start) => [1.05 * start[0], start[0] / 1.05, start[1]];

    private static IEnumerable<double[]> PathStarts(double unit)
    {
        double[][] right = [[0.15, 0.9], [1.3, 1.25], [1.1, 0.2], [1.1, -0.4], [1.1, -0.75], [1.1, -0.81], [0.8, -1.2], [0.35, -1.2], [0.12, 0.12]];
        return right.SelectMany(start => new double[][] { [start[0] * unit, start[1] * unit], [-start[0] * unit, start[1] * unit] });
    }
}
