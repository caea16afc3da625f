using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>Which degree is the fastest by time, over targets and starts, and how many steps each takes at its best learning rate.</summary>
internal static class BestDegreeFigure
{
    /// <summary>Legible on the colours of the map, in light and dark.</summary>
    private const int OnMap = 1;

    /// <summary>Share of the cells from which on a region is large enough to hold its name.</summary>
    private const double SmallestNamedShare = 0.04;

    /// <summary>Length of a row, as a share of the longest of its region, from which on it counts as long.</summary>
    private const double LongRow = 0.8;

    /// <summary>The figure; none for a single degree, with which there is nothing to compare.</summary>
    public static IEnumerable<Figure> DrawIfCompared(BestDegreeStudy study) => study.Degrees.Count > 1 ? [Draw(study)] : [];

    private static Figure Draw(BestDegreeStudy study)
    {
        string degrees = string.Join(", ", study.Degrees);
        return new Figure
        {
            Id = "best-degree",
            Title = "Which degree is the fastest depends on target and start, and on whether time or steps are counted",
            Subtitle = $"degrees {degrees}; {study.Grid.Targets.Count} targets, each from {study.Grid.Starts.Count} equal starts, until $u$ is within $δ = {PowerOfTen.Text(study.Setting.Accuracy)}$ of the target",
            Caption = "(a) Degree with the shortest time $T_1 + T_2$ from $ε$ to $(1-δ)s$, measured cell by cell; dashed: where degrees are equally fast by $[F_d(1-δ) - F_d(ε/s)]/(d s^{2-2/d})$; squares: the targets and starts of the claims. "
                + "Without colour: $ε ≥ s/2$, where there is no first phase. "
                + "(b) Steps of gradient descent to $|u - s| ≤ δs$ at the best learning rate $η = κ η_{\\max}$, the best of twelve $κ$ from 0.4 to 0.95 for each start, at the smallest, the middle and the largest target: they depend on $ε/s$ alone. "
                + (study.Degrees[0] == 1 ? "Degree 1 needs a single step, so that a map by steps would have one colour: what larger degrees gain in time they gain by curvature, which a learning rate takes back." : ""),
            AltText = $"On the left a map over target and initial product, both logarithmic, coloured by the fastest of the degrees {degrees}, with dashed boundaries between its regions. "
                + "On the right the number of steps against the initial product over the target, both logarithmic, a line for each degree, larger degrees above smaller ones and steeper.",
            Size = new FigureSize(1060, 460),
            Columns = 2,
            Panels = [Map(study), Steps(study)],
            ClaimIds = [.. BestDegreeClaims.Of(study).Select(claim => claim.Id)],
        };
    }

    private static Panel Map(BestDegreeStudy study) => new()
    {
        X = Axis.Logarithmic("target $s$").Between(study.Grid.TargetEdges[0], study.Grid.TargetEdges[^1]),
        Y = Axis.Logarithmic("initial product $ε$").Between(study.Grid.StartEdges[0], study.Grid.StartEdges[^1]),
        Legend = LegendPlacement.None,
        Marks =
        [
            new HeatMap
            {
                Id = "fastest-degree",
                XEdges = study.Grid.TargetEdges,
                YEdges = study.Grid.StartEdges,
                Values = Values(study),
                Scale = new ColorScale { Label = "fastest degree $d$", Norm = AxisScale.Logarithmic, Limits = new Limits(study.Degrees[0], study.Degrees[^1]) },
            },
            .. DegreeBoundary.Find(study).Select(boundary => new Line
            {
                Id = $"boundary-{boundary.First}-{boundary.Second}",
                Role = MarkRole.Theory,
                Color = OnMap,
                X = boundary.Targets,
                Y = boundary.Starts,
            }),
            new Scatter
            {
                Id = "examples",
                Color = OnMap,
                X = [.. study.Examples.Points.Select(point => point.Target)],
                Y = [.. study.Examples.Points.Select(point => point.InitialProduct)],
            },
            .. study.Degrees.SelectMany(degree => Name(study, degree)),
        ],
    };

    private static Panel Steps(BestDegreeStudy study) => new()
    {
        X = Axis.Logarithmic("initial product over target $ε/s$"),
        Y = Axis.Logarithmic("steps at the best learning rate"),
        Legend = LegendPlacement.Right,
        Marks =
        [
            .. study.Steps.Select((counts, i) => new Line
            {
                Id = $"steps-{counts.Degree}-{i % TargetsPerDegree(study)}",
                Label = i % TargetsPerDegree(study) == 0 ? $"$d = {counts.Degree}$" : null,
                Color = study.Degrees.ToList().IndexOf(counts.Degree),
                X = [.. counts.Starts.Select(start => start / counts.Target)],
                Y = [.. counts.Steps.Select(steps => double.IsFinite(steps) ? steps : double.NaN)],
            }),
        ],
    };

    private static int TargetsPerDegree(BestDegreeStudy study) => study.Steps.Count / study.Degrees.Count;

    /// <summary>The measured degree in each cell of the grid; NaN where there is no first phase.</summary>
    private static double[] Values(BestDegreeStudy study)
    {
        Queue<double> measured = new(study.Cells.Measured);
        return [.. study.Grid.Cells.Select(cell => cell.HasBothPhases ? measured.Dequeue() : double.NaN)];
    }

    /// <summary>The name of a degree within its region, if that has cells enough: in the middle of the middle one of its longest rows.</summary>
    private static IEnumerable<Mark> Name(BestDegreeStudy study, int degree)
    {
        double[][] rows = [.. Values(study).Chunk(study.Grid.Targets.Count)];
        int[][] places = [.. rows.Select(row => Enumerable.Range(0, row.Length).Where(column => row[column] == degree).ToArray())];
        if (places.Sum(row => row.Length) >= SmallestNamedShare * study.Grid.Cells.Count)
        {
            int[] longest = [.. Enumerable.Range(0, rows.Length).Where(row => places[row].Length >= LongRow * places.Max(other => other.Length))];
            int middle = longest[longest.Length / 2];
            (double target, double start) = (study.Grid.Targets[places[middle][places[middle].Length / 2]], study.Grid.Starts[middle]);
            yield return new Annotation { Id = $"name-{degree}", X = target, Y = start, Text = $"$d = {degree}$" };
        }
    }
}
