using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Modes;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>How far apart the network holds two items while it learns: distances between the rows of M.</summary>
internal static class ItemFigure
{
    private const int MostItems = 8;
    private const double EqualDistance = 1e-9;

    /// <summary>The figure; null for data that are not items, or too many to draw.</summary>
    public static Figure? Of(LearningRun run) => run.Task.Samples is { AreItems: true } samples && samples.InputNames.Count is > 1 and <= MostItems
        ? Draw(run, [.. Groups(run)])
        : null;

    private static Figure Draw(LearningRun run, IReadOnlyList<PairGroup> groups)
    {
        Matrix[] products = [.. run.Products];
        return new()
        {
            Id = "items",
            Title = "Distances between the predictions for items",
            Caption = "Distance between what the network predicts for two items: "
                + Enumeration.Of(groups.Select(group => $"{group.Names} part with mode {NumberText.Of(group.Mode + 1)}, near $t = {NumberText.Of(Math.Round(run.Prediction.Times[group.Mode], 2))}$"))
                + ". Colours are those of the modes; grey lines: predicted half-times.",
            AltText = "Distances between the predictions for pairs of items against flow time: pairs of different kinds part first, pairs of one kind later.",
            Size = FigureSize.TwoColumns,
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$"),
                    Y = Axis.Linear("distance between the predictions"),
                    Marks = [.. ModeMarks.HalfTimes(run, ""), .. groups.SelectMany(group => group.Pairs.Select((pair, place) => new Line
                    {
                        Id = $"pair-{NumberText.Of(pair.First + 1)}-{NumberText.Of(pair.Second + 1)}",
                        Label = place == 0 ? group.Label : null,
                        Color = group.Mode,
                        X = run.Trajectory.Times,
                        Y = [.. products.Select(product => Distance(product, pair))],
                    }))],
                },
            ],
            ClaimIds = [OrderClaim.Id],
            Findings = [new() { Title = "Broad distinctions are learned before fine ones", ClaimIds = [OrderClaim.Id] }],
        };
    }

    /// <summary>Pairs by the first mode that holds at least half of their squared distance in Σ, together with the modes before it.</summary>
    private static IEnumerable<PairGroup> Groups(LearningRun run)
    {
        IReadOnlyList<string> names = run.Task.Samples!.InputNames;
        return from first in Enumerable.Range(0, names.Count)
               from second in Enumerable.Range(first + 1, names.Count - first - 1)
               let pair = new Pair(first, second)
               where Distance(run.Task.Target, pair) > EqualDistance
               group pair by PartingMode(run, pair) into parted
               orderby parted.Key
               select PairGroup.Of(parted.Key, [.. parted], names);
    }

    private static int PartingMode(LearningRun run, Pair pair)
    {
        double half = Math.Pow(Distance(run.Task.Target, pair), 2) / 2;
        ModeBlock block = run.Basis.Blocks.First(block => Math.Pow(Distance(run.Basis.Approximation(block.First + block.Count), pair), 2) >= half);
        return block.First;
    }

    private static double Distance(Matrix product, Pair pair) =>
        Math.Sqrt(product.Row(pair.First).Zip(product.Row(pair.Second), (x, y) => (x - y) * (x - y)).Sum());

    private readonly record struct Pair(int First, int Second);

    private sealed record PairGroup(int Mode, IReadOnlyList<Pair> Pairs, string Names, string Label)
    {
        private const int MostNames = 2;

        public static PairGroup Of(int mode, IReadOnlyList<Pair> pairs, IReadOnlyList<string> names)
        {
            string[] written = [.. pairs.Take(MostNames).Select(pair => $"{Wording.Name(names[pair.First])} and {Wording.Name(names[pair.Second])}")];
            string more = pairs.Count > MostNames ? " and others like them" : "";
            return new(mode, pairs, string.Join(", ", written) + more, written[0] + (pairs.Count > 1 ? $" ({NumberText.Of(pairs.Count)} pairs)" : ""));
        }
    }
}
