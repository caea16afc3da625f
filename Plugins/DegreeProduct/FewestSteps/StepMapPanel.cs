using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>The plane of targets and starts, coloured by steps.</summary>
internal static class StepMapPanel
{
    /// <summary>Legible on the colours of the map, in light and dark.</summary>
    private const int OnMap = 4;

    private static readonly double[] LevelFractions = [1e-4, 1e-3, 1e-2, 1e-1];

    public static Panel Draw(StepMap map)
    {
        string compared = $"$d = {NumberText.Of(map.Degrees[map.FirstCompared])}$";
        return new Panel
        {
            Title = map.FirstCompared > 0 ? "By steps: $d = 1$ everywhere, with one" : "By steps",
            X = map.Grid.TargetAxis,
            Y = map.Grid.StartAxis,
            Legend = LegendPlacement.None,
            Marks =
            [
                new HeatMap
                {
                    Id = "next-best-steps",
                    XEdges = map.Grid.TargetEdges,
                    YEdges = map.Grid.StartEdges,
                    Values = Values(map),
                    Scale = new ColorScale { Label = $"steps of {compared}", Map = ColorMap.Batlow },
                },
                .. LevelFractions.SelectMany(fraction => Level(map, fraction)),
            ],
        };
    }

    /// <summary>The steps in each cell of the grid; NaN where there is no first phase, or nothing gets there.</summary>
    private static double[] Values(StepMap map)
    {
        Dictionary<TargetAndStart, double> steps = map.Cells.ToDictionary(cell => cell.Point, cell => cell.Steps[map.FirstCompared]);
        return [.. map.Grid.Cells.Select(cell => steps.TryGetValue(cell, out double count) && double.IsFinite(count) ? count : double.NaN)];
    }

    /// <summary>The line ε = fraction · s across the plane, with its name.</summary>
    private static IEnumerable<Mark> Level(StepMap map, double fraction)
    {
        double from = Math.Max(map.Grid.TargetEdges[0], map.Grid.StartEdges[0] / fraction), to = Math.Min(map.Grid.TargetEdges[^1], map.Grid.StartEdges[^1] / fraction);
        double middle = Math.Sqrt(from * to);
        string id = NumberText.Of(-Math.Round(Math.Log10(fraction)));
        yield return new Line { Id = $"ratio-{id}", Role = MarkRole.Theory, Color = OnMap, X = [from, to], Y = [fraction * from, fraction * to] };
        yield return new Annotation { Id = $"ratio-name-{id}", Role = MarkRole.Theory, X = middle, Y = fraction * middle, Text = $"$ε/s = 10^{{-{id}}}$" };
    }
}
