using PluginLab.Experiments;
using PluginLab.Plugins.DegreeProduct.FewestSteps;

namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>How fast, and how does it depend on the degree? The opening question of note 1, over targets s and starts ε: by time and by steps.</summary>
/// <param name="Setting">What all degrees share; the target and the start vary here.</param>
/// <param name="Degrees">The degrees, increasing.</param>
/// <param name="Grid">The plane of s and ε.</param>
/// <param name="Cells">The fastest degree in each cell that starts below half its target.</param>
/// <param name="Examples">The fastest degree at <see cref="SmallTarget"/>, <see cref="LargeTarget"/> and <see cref="LargeStart"/>.</param>
/// <param name="Steps">Steps at the best learning rate, over the plane.</param>
/// <param name="Fractions">Steps over learning rates for each degree, and the best of these.</param>
/// <param name="Notes">What is missing, in sentences.</param>
internal sealed record BestDegreeStudy(
    DegreeSetting Setting,
    IReadOnlyList<int> Degrees,
    TargetStartGrid Grid,
    FastestDegrees Cells,
    FastestDegrees Examples,
    StepMap Steps,
    IReadOnlyList<BestFraction> Fractions,
    IReadOnlyList<string> Notes)
{
    /// <summary>Where a single weight is the fastest.</summary>
    public static readonly TargetAndStart SmallTarget = new(0.3, 1e-3);

    /// <summary>Where two weights are.</summary>
    public static readonly TargetAndStart LargeTarget = new(10, 1e-3);

    /// <summary>Where the more weights the better.</summary>
    public static readonly TargetAndStart LargeStart = new(1, 0.1);

    public static BestDegreeStudy Take(ExperimentContext context, DegreeSetting setting, IReadOnlyList<int> degrees, int pointsPerSide)
    {
        TargetStartGrid grid = new(pointsPerSide);
        (FastestDegrees cells, IEnumerable<string> notes) = Compare([.. grid.Cells.Where(cell => cell.HasBothPhases)]);
        (FastestDegrees examples, _) = Compare([SmallTarget, LargeTarget, LargeStart]);
        return new(
            setting,
            degrees,
            grid,
            cells,
            examples,
            StepMap.Take(context, degrees, setting.Accuracy, pointsPerSide),
            [.. degrees.Select(degree => BestFraction.Take(context, degree, setting.Accuracy))],
            [.. notes]);

        (FastestDegrees Fastest, IEnumerable<string> Notes) Compare(IReadOnlyList<TargetAndStart> points)
        {
            List<TotalTimes> times = [.. degrees.Select(degree => TotalTimes.Take(context, degree, points, setting.Accuracy))];
            return (FastestDegrees.Of(points, times), times.SelectMany(time => time.Notes));
        }
    }

    /// <summary>The degree that the closed forms make the fastest in most cells.</summary>
    public int CommonestDegree => Cells.Predicted.CountBy(degree => degree).MaxBy(pair => pair.Value).Key;
}
