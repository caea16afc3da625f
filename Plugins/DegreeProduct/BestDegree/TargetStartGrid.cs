using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>A target and a start.</summary>
/// <param name="Target">s.</param>
/// <param name="InitialProduct">ε.</param>
internal readonly record struct TargetAndStart(double Target, double InitialProduct)
{
    /// <summary>Whether the start lies below half the target, so that there is a first phase.</summary>
    public bool HasBothPhases => InitialProduct < Target / 2;
}

/// <summary>The plane of targets s and starts ε, cut into cells of equal quotients.</summary>
internal sealed class TargetStartGrid
{
    private const double SmallestTarget = 0.1;
    private const double LargestTarget = 30;
    private const double SmallestStart = 1e-4;
    private const double LargestStart = 0.5;

    /// <summary>Cuts the plane.</summary>
    /// <param name="pointsPerSide">Number of cells along a side; at least 2.</param>
    public TargetStartGrid(int pointsPerSide)
        : this(pointsPerSide, pointsPerSide, LargestStart)
    {
    }

    private TargetStartGrid(int targets, int starts, double largestStart)
    {
        TargetEdges = Spacing.Logarithmic(SmallestTarget, LargestTarget, targets + 1);
        StartEdges = Spacing.Logarithmic(SmallestStart, largestStart, starts + 1);
        Targets = Centres(TargetEdges);
        Starts = Centres(StartEdges);
        Cells = [.. Starts.SelectMany(start => Targets.Select(target => new TargetAndStart(target, start)))];
    }

    /// <summary>The edges of the cells along s.</summary>
    public IReadOnlyList<double> TargetEdges { get; }

    /// <summary>The edges of the cells along ε.</summary>
    public IReadOnlyList<double> StartEdges { get; }

    /// <summary>The targets at the centres.</summary>
    public IReadOnlyList<double> Targets { get; }

    /// <summary>The starts at the centres.</summary>
    public IReadOnlyList<double> Starts { get; }

    /// <summary>The centres: rows from the smallest start up, each from the smallest target on.</summary>
    public IReadOnlyList<TargetAndStart> Cells { get; }

    /// <summary>The axis of the targets.</summary>
    public Axis TargetAxis => Axis.Logarithmic("target $s$").Between(TargetEdges[0], TargetEdges[^1]);

    /// <summary>The axis of the starts.</summary>
    public Axis StartAxis => Axis.Logarithmic("initial product $ε$").Between(StartEdges[0], StartEdges[^1]);

    /// <summary>The plane in cells that are as high as they are wide, by quotients, so that ε/s is the same along each diagonal; up to nearly the same largest start.</summary>
    /// <param name="targets">Number of targets; at least 2.</param>
    public static TargetStartGrid WithEqualSteps(int targets)
    {
        double quotient = Math.Pow(LargestTarget / SmallestTarget, 1.0 / targets);
        int starts = (int)Math.Round(Math.Log(LargestStart / SmallestStart) / Math.Log(quotient));
        return new(targets, starts, SmallestStart * Math.Pow(quotient, starts));
    }

    private static double[] Centres(IReadOnlyList<double> edges) => [.. edges.Zip(edges.Skip(1), (lower, upper) => Math.Sqrt(lower * upper))];
}
