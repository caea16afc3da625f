using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>The steps of all cells of the plane against s/ε alone.</summary>
internal static class StepMapFigure
{
    public static Figure Draw(BestDegreeStudy study)
    {
        StepMap map = study.Steps;
        return new Figure
        {
            Id = "fewest-steps",
            Title = "Fewest steps of each degree at its best learning rate",
            Subtitle = $"{NumberText.Of(map.Grid.Targets.Count)} targets, {NumberText.Of(map.Cells.Count)} pairs of target and start for each degree, $δ = {PowerOfTen.Text(study.Setting.Accuracy)}$",
            Caption = "Steps of gradient descent to $|u - s| ≤ δs$ at the best of twelve learning rates $η = κη_{\\max}$, $κ$ from 0.4 to 0.95, for each pair. Symbols: all pairs, of which those with one $ε/s$ differ by at most "
                + $"{NumberText.Of(map.LargestSpread())} steps; lines: their mean.",
            AltText = "Fewest steps against the target over the initial product, both logarithmic, one line of symbols for each degree: larger degrees lie above smaller ones and rise more steeply.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Logarithmic("target over initial product $s/ε$"),
                    Y = Axis.Logarithmic("fewest steps"),
                    Marks = [.. map.Degrees.Select((_, place) => Mean(map, place)), .. map.Degrees.Select((_, place) => Pairs(map, place))],
                },
            ],
            ClaimIds = ["note1-40-steps-by-ratio", "note1-33-fewest-steps", "note1-40-next-best-degree-steps"],
            Findings =
            [
                new()
                {
                    Title = "At best learning rates steps depend on $ε/s$ alone, and rise with the degree",
                    ClaimIds = ["note1-40-steps-by-ratio", "note1-33-fewest-steps", "note1-40-next-best-degree-steps"],
                },
                new() { Title = "At best learning rates steps depend on $ε/s$ alone", ClaimIds = ["note1-40-steps-by-ratio"] },
                new()
                {
                    Caption = "Degree 1 takes one step: what larger degrees gain in time they gain by curvature, which a learning rate takes back.",
                    ClaimIds = ["note1-33-fewest-steps"],
                },
                new() { Caption = "Of the others degree 2 takes the fewest.", ClaimIds = ["note1-40-next-best-degree-steps"] },
            ],
        };
    }

    private static Line Mean(StepMap map, int place)
    {
        List<IGrouping<int, StepCell>> diagonals = [.. map.Cells.GroupBy(cell => cell.Diagonal).OrderByDescending(cells => cells.Key)];
        return new Line
        {
            Id = $"mean-{NumberText.Of(map.Degrees[place])}",
            Label = $"$d = {NumberText.Of(map.Degrees[place])}$",
            Color = place,
            X = [.. diagonals.Select(cells => 1 / cells.First().Fraction)],
            Y = [.. diagonals.Select(cells => Finite(cells.Average(cell => cell.Steps[place])))],
        };
    }

    private static Scatter Pairs(StepMap map, int place) => new()
    {
        Id = $"steps-{NumberText.Of(map.Degrees[place])}",
        Color = place,
        X = [.. map.Cells.Select(cell => 1 / cell.Fraction)],
        Y = [.. map.Cells.Select(cell => Finite(cell.Steps[place]))],
    };

    private static double Finite(double steps) => double.IsFinite(steps) ? steps : double.NaN;
}
