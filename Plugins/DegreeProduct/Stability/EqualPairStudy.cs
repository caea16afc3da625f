using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>What becomes of gradient descent on two equal weights, y ← (1 + κ)y − κy³ with y = w/√s and κ = ηs, above the largest stable learning rate κ = 1.</summary>
/// <param name="CycleError">Largest relative error of y² on the cycle of period 2 at κ = 1.125, against 1/(κr) and r/κ.</param>
/// <param name="CycleEnd">The largest κ at which a start beside the exact cycle of period 2 comes nearer to it.</param>
/// <param name="Escape">The smallest κ at which iterates from the summit of the map escape.</param>
internal sealed record EqualPairStudy(double CycleError, Bracket CycleEnd, Bracket Escape)
{
    /// <summary>κ of the cycle that is compared.</summary>
    public const double CycleFraction = 1.125;

    private const double Start = 0.9;
    private const int StepsToCycle = 400;
    private const int StepsBesideCycle = 4000;
    private const int StepsToEscape = 300;
    private const double Displacement = 1e-6;
    private const int Halvings = 36;

    private static readonly Bracket CycleRange = new(1.05, 1.5);
    private static readonly Bracket EscapeRange = new(1.5, 2.5);

    public static EqualPairStudy Take(DescentRuns runs) => new(
        CycleErrorOf(runs),
        CycleRange.Halve(Halvings, kappa => IsDrawnToCycle(runs, kappa)),
        EscapeRange.Halve(Halvings, kappa => StaysFinite(runs, kappa)));

    private static double CycleErrorOf(DescentRuns runs)
    {
        IReadOnlyList<double> path = runs.EqualPair(Start, CycleFraction, StepsToCycle);
        DescentCycle cycle = DescentCycle.OfDegreeTwo(CycleFraction);
        (double low, double high) = (Math.Min(path[^1], path[^2]), Math.Max(path[^1], path[^2]));
        return path.Count <= StepsToCycle ? double.NaN : Math.Max(ErrorOfSquare(low, cycle.Low), ErrorOfSquare(high, cycle.High));
    }

    private static double ErrorOfSquare(double measured, double exact) => Math.Abs((measured * measured / (exact * exact)) - 1);

    private static bool IsDrawnToCycle(DescentRuns runs, double kappa)
    {
        double low = DescentCycle.OfDegreeTwo(kappa).Low;
        double start = (1 + Displacement) * low;
        Solution solution = runs.Solve([start, start], kappa, StepsBesideCycle, SaveAt.End);
        return solution.IsSuccessful && Math.Abs((solution.Trajectory.LastState[0] / runs.WeightUnit(2)) - low) < Displacement * low;
    }

    private static bool StaysFinite(DescentRuns runs, double kappa)
    {
        double summit = Math.Sqrt((1 + kappa) / (3 * kappa));
        return runs.Solve([summit, summit], kappa, StepsToEscape, SaveAt.End).IsSuccessful;
    }
}
