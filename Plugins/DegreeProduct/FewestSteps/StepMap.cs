using PluginLab.Experiments;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>Steps of gradient descent over the plane of targets s and starts ε, each degree at the learning rate that is best for it there.</summary>
/// <param name="Grid">The plane, cut so that ε/s is the same along its diagonals.</param>
/// <param name="Degrees">The degrees, increasing.</param>
/// <param name="Cells">The cells that start below half their target.</param>
internal sealed record StepMap(TargetStartGrid Grid, IReadOnlyList<int> Degrees, IReadOnlyList<StepCell> Cells)
{
    /// <summary>More would show no more: steps are the same along diagonals.</summary>
    private const int MostTargets = 10;

    public static StepMap Take(ExperimentContext context, IReadOnlyList<int> degrees, double accuracy, int pointsPerSide)
    {
        var grid = TargetStartGrid.WithEqualSteps(Math.Min(pointsPerSide, MostTargets));
        return new(grid, degrees, [.. grid.Targets.SelectMany((target, column) => Column(column, target))]);

        IEnumerable<StepCell> Column(int column, double target)
        {
            double[] starts = [.. grid.Starts.Where(start => new TargetAndStart(target, start).HasBothPhases)];
            StepCounts[] counts = [.. degrees.Select(degree => StepCounts.Take(context, degree, target, starts, accuracy))];
            return starts.Select((start, row) => new StepCell(new(target, start), row - column, [.. counts.Select(count => count.Steps[row])]));
        }
    }

    /// <summary>The degree that is compared where the first one takes a single step everywhere: the next, or the only one.</summary>
    public int FirstCompared => Degrees[0] == 1 && Degrees.Count > 1 ? 1 : 0;

    /// <summary>Cells in which a degree needs fewer steps than a smaller one; NaN if none of them gets there in one of the cells.</summary>
    /// <param name="place">Place of the smaller degree among the degrees.</param>
    /// <param name="largestFraction">The largest ε/s that counts.</param>
    public double CountFewer(int place, double largestFraction)
    {
        StepCell[] cells = [.. Cells.Where(cell => cell.Fraction <= largestFraction)];
        return cells.Any(cell => double.IsInfinity(cell.Steps.Skip(place).Min())) ? double.NaN : cells.Count(cell => cell.Steps.Skip(place).Min() < cell.Steps[place]);
    }

    /// <summary>The largest difference between the steps of a degree in cells with the same ε/s.</summary>
    public double LargestSpread() => Cells.GroupBy(cell => cell.Diagonal)
        .SelectMany(cells => Degrees.Select((_, place) => Spread([.. cells.Select(cell => cell.Steps[place])])))
        .Max();

    private static double Spread(double[] steps) => steps.Max() == steps.Min() ? 0 : steps.Max() - steps.Min();
}

/// <summary>The steps from one start to one target.</summary>
/// <param name="Point">ε and s.</param>
/// <param name="Diagonal">The same for all cells with the same ε/s.</param>
/// <param name="Steps">The fewest steps over learning rates, for each degree; infinite where none gets there.</param>
internal sealed record StepCell(TargetAndStart Point, int Diagonal, IReadOnlyList<double> Steps)
{
    /// <summary>ε/s.</summary>
    public double Fraction => Point.InitialProduct / Point.Target;
}
