using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DegreeProduct.FewestSteps;

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
        bool hasOne = study.Degrees[0] == 1;
        return new Figure
        {
            Id = "best-degree",
            Title = "The fastest degree by time, and steps, over target and start",
            Subtitle = $"degrees {degrees}, equal starts, until $u$ is within $δ = {PowerOfTen.Text(study.Setting.Accuracy)}$ of the target",
            Caption = $"(a) Degree with the shortest time $T_1 + T_2$ from $ε$ to $(1-δ)s$, measured at {study.Grid.Targets.Count} × {study.Grid.Starts.Count} points; dashed: where degrees are equally fast by $[F_d(1-δ) - F_d(ε/s)]/(d s^{{2-2/d}})$; squares: the targets and starts of the claims. "
                + "Without colour: $ε ≥ s/2$, where there is no first phase. "
                + "(b) Counted in steps of gradient descent, each degree at its best learning rate, "
                + (hasOne ? "colour: steps of the next degree after 1, " : "colour: steps of the smallest degree, ")
                + "with lines of constant $ε/s$ (dashed). Time compares degrees at one learning rate that suits none of them; steps take out the curvature by which degrees differ.",
            AltText = $"Two maps over target and initial product, both logarithmic. Above: coloured by the fastest of the degrees {degrees}, with dashed boundaries between its regions. "
                + "Below: coloured by the number of steps at the best learning rate, in diagonal stripes along lines of constant quotient.",
            Size = new FigureSize(640, 780),
            Shared = SharedParts.XAxis,
            Panels = [Map(study), StepMapPanel.Draw(study.Steps)],
            ClaimIds = [.. BestDegreeClaims.Of(study).Select(claim => claim.Id), "note1-40-best-degree-steps", "note1-40-steps-by-ratio"],
            Findings =
            [
                new()
                {
                    Title = "By time the best degree depends on target and start; by steps it is 1 everywhere",
                    ClaimIds = [.. BestDegreeClaims.Of(study).Select(claim => claim.Id), "note1-40-best-degree-steps"],
                },
                new() { Title = "By steps the best degree is 1 everywhere", Caption = "Degree 1 takes a single step from everywhere.", ClaimIds = ["note1-40-best-degree-steps"] },
                new() { Title = "Steps depend on the quotient of start and target alone", Caption = "Steps are the same along these lines.", ClaimIds = ["note1-40-steps-by-ratio"] },
            ],
        };
    }

    private static Panel Map(BestDegreeStudy study) => new()
    {
        Title = "By time",
        X = study.Grid.TargetAxis,
        Y = study.Grid.StartAxis,
        Legend = LegendPlacement.None,
        Marks =
        [
            new HeatMap
            {
                Id = "fastest-degree",
                XEdges = study.Grid.TargetEdges,
                YEdges = study.Grid.StartEdges,
                Values = Values(study),
                Scale = new ColorScale { Label = "fastest degree $d$", Classes = [.. study.Degrees.Select(degree => new AxisTick(degree, NumberText.Of(degree)))] },
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
            yield return new Annotation { Id = $"name-{degree}", Role = MarkRole.Theory, X = target, Y = start, Text = $"$d = {degree}$" };
        }
    }
}
