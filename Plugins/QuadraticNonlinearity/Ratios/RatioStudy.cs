using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Ratios;

/// <summary>How w₁/w₂ evolves under w₁²w₂, and where it ends.</summary>
internal sealed record RatioStudy
{
    private const int PointsPerPath = 600;
    private const int SweepPoints = 400;

    /// <summary>u/s up to which the small starts are followed for what they conserve: through all of their growth.</summary>
    private const double NearlyLearned = 0.999;

    /// <summary>w₂(0) of the sweep over w₁(0), in units of s^(1/3).</summary>
    public const double SweepSecondWeight = 0.05;

    public required QuadraticRuns Runs { get; init; }

    /// <summary>The starts of the run, with their paths.</summary>
    public required IReadOnlyList<(double[] Start, Trajectory Path)> Paths { get; init; }

    /// <summary>The largest change of w₁² − 2w₂² after any step from any of them and of the small starts, over s^(2/3) or its initial value, whichever is larger.</summary>
    public required double LargestDrift { get; init; }

    /// <summary>Their ends.</summary>
    public required IReadOnlyList<Ending> Endings { get; init; }

    /// <summary>Ends from starts that are small beside s^(1/3).</summary>
    public required IReadOnlyList<Ending> SmallStarts { get; init; }

    /// <summary>Ends from w₁(0) between 0.01 and 3 s^(1/3).</summary>
    public required IReadOnlyList<Ending> Sweep { get; init; }

    public static RatioStudy Measure(QuadraticRuns runs, IReadOnlyList<double[]> starts, double endTime)
    {
        double unit = runs.WeightUnit;
        IReadOnlyList<double> times = Spacing.Linear(0, endTime, PointsPerPath);
        double[][] small = [[0.01 * unit, 0.01 * unit], [0.001 * unit, 0.03 * unit], [0.03 * unit, 0.001 * unit]];
        return new RatioStudy
        {
            Runs = runs,
            Paths = [.. starts.Select(start => (start, runs.Solve.Follow(runs.Quadratic, start, times)))],
            LargestDrift = Largest.Of(
            [
                .. starts.Select(start => Drift(runs, start, endTime)),
                .. small.Select(start => Drift(runs, start, new MonomialHittingTime(runs.Target, runs.Quadratic.Exponents, start).To(NearlyLearned * runs.Target))),
            ]),
            Endings = runs.Sweeps.End(runs.Quadratic, starts),
            SmallStarts = runs.Sweeps.End(runs.Quadratic, small),
            Sweep = runs.Sweeps.End(runs.Quadratic, [.. Spacing.Logarithmic(0.01, 3, SweepPoints).Select(first => new[] { first * unit, SweepSecondWeight * unit })]),
        };
    }

    /// <summary>w₁² − 2w₂².</summary>
    private static double Conserved(ReadOnlySpan<double> state) => (state[0] * state[0]) - (2 * state[1] * state[1]);

    private static double Drift(QuadraticRuns runs, double[] start, double endTime)
    {
        double scale = Math.Max(runs.WeightUnit * runs.WeightUnit, Math.Abs(Conserved(start)));
        return runs.Solve.LargestChange(runs.Quadratic, start, endTime, (_, state) => Conserved(state)) / scale;
    }
}
