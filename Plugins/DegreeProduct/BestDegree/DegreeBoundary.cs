namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>Where, by the closed forms, two degrees are equally fast and faster than all others.</summary>
/// <param name="First">The smaller degree.</param>
/// <param name="Second">The larger degree.</param>
/// <param name="Targets">s along the boundary.</param>
/// <param name="Starts">ε along the boundary.</param>
internal sealed record DegreeBoundary(int First, int Second, IReadOnlyList<double> Targets, IReadOnlyList<double> Starts)
{
    private const int Halvings = 30;

    /// <summary>Finds the boundaries on the edges of the cells: along the targets or along the starts, whichever edges they cross more often.</summary>
    public static IReadOnlyList<DegreeBoundary> Find(BestDegreeStudy study)
    {
        TargetStartGrid grid = study.Grid;
        IEnumerable<DegreeBoundary> found =
        [
            .. Along(study, grid.StartEdges.Select(start => grid.TargetEdges.Select(target => new TargetAndStart(target, start)))),
            .. Along(study, grid.TargetEdges.Select(target => grid.StartEdges.Select(start => new TargetAndStart(target, start)))),
        ];
        return [.. found.GroupBy(boundary => (boundary.First, boundary.Second)).Select(group => group.MaxBy(boundary => boundary.Targets.Count)!)];
    }

    /// <summary>The boundaries that lines of points cross, one line after another.</summary>
    private static IEnumerable<DegreeBoundary> Along(BestDegreeStudy study, IEnumerable<IEnumerable<TargetAndStart>> lines) =>
        lines.SelectMany(line => Crossings(study, [.. line.Where(point => point.HasBothPhases)]))
            .GroupBy(crossing => (crossing.First, crossing.Second))
            .Select(group => new DegreeBoundary(
                group.Key.First, group.Key.Second, [.. group.Select(crossing => crossing.Point.Target)], [.. group.Select(crossing => crossing.Point.InitialProduct)]));

    private static IEnumerable<(int First, int Second, TargetAndStart Point)> Crossings(BestDegreeStudy study, List<TargetAndStart> points)
    {
        int[] fastest = [.. points.Select(point => Fastest(study, point))];
        for (int i = 1; i < fastest.Length; i++)
        {
            if (fastest[i] != fastest[i - 1])
            {
                yield return (Math.Min(fastest[i - 1], fastest[i]), Math.Max(fastest[i - 1], fastest[i]), Bisect(study, points[i - 1], points[i]));
            }
        }
    }

    private static TargetAndStart Bisect(BestDegreeStudy study, TargetAndStart here, TargetAndStart there)
    {
        int fastest = Fastest(study, here);
        for (int i = 0; i < Halvings; i++)
        {
            TargetAndStart middle = new(Math.Sqrt(here.Target * there.Target), Math.Sqrt(here.InitialProduct * there.InitialProduct));
            (here, there) = Fastest(study, middle) == fastest ? (middle, there) : (here, middle);
        }

        return here;
    }

    private static int Fastest(BestDegreeStudy study, TargetAndStart point) => study.Degrees.MinBy(degree => TotalTimes.Predict(degree, point, study.Setting.Accuracy));
}
