using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Modes;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>What the network knows between two half-times, beside the best approximation of Σ of the rank learned so far.</summary>
internal static class StageFigure
{
    private const int MostStages = 4;

    public static Figure? Of(LearningRun run)
    {
        Stage[] stages = [.. Stages(run).Take(MostStages)];
        double limit = stages.SelectMany(stage => new[] { stage.Product, stage.Best }).Append(run.Task.Target).Max(matrix => matrix.LargestMagnitude());
        return stages.Length == 0 ? null : new Figure
        {
            Id = "stages",
            Title = "The product between one half-time and the next",
            Caption = $"The product $M$ between one half-time and the next, each time before the best approximation of $\\Sigma$ of the rank learned so far. They differ by {Enumeration.Of(stages.Select(stage => Wording.Number(100 * stage.Difference)))} % of $\\lVert \\Sigma \\rVert$.",
            AltText = "Heat maps of the product at several times beside heat maps of the best low-rank approximations of the target; each row agrees.",
            Size = new FigureSize(960, 80 + (220 * stages.Length)),
            Columns = 2,
            Shared = SharedParts.XAxis | SharedParts.YAxis | SharedParts.ColorBar,
            Panels = [.. stages.SelectMany((stage, k) => new[]
            {
                Map($"learned-{NumberText.Of(k + 1)}", $"$M$ at $t = {NumberText.Of(Math.Round(stage.Time, 2))}$", stage.Product, limit, run),
                Map($"best-{NumberText.Of(k + 1)}", $"best of rank {NumberText.Of(stage.Rank)}", stage.Best, limit, run),
            })],
            ClaimIds = [OrderClaim.Id],
            Findings = [new() { Title = "What is known when: approximations of $\\Sigma$ of growing rank", ClaimIds = [OrderClaim.Id] }],
        };
    }

    /// <summary>One stage after each block that is learned within the run: halfway to the next half-time, the last at the end.</summary>
    private static IEnumerable<Stage> Stages(LearningRun run)
    {
        Matrix[] products = [.. run.Products];
        ModeBlock[] blocks = [.. run.Basis.Blocks.Where(block => block.Modes.All(mode => run.ModeTimes[mode] < run.EndTime))];
        for (int b = 0; b < blocks.Length; b++)
        {
            double latest = blocks[b].Modes.Max(mode => run.ModeTimes[mode]);
            double time = b + 1 < blocks.Length ? (latest + blocks[b + 1].Modes.Min(mode => run.ModeTimes[mode])) / 2 : run.EndTime;
            int index = Enumerable.Range(0, products.Length).MinBy(i => Math.Abs(run.Trajectory.Times[i] - time));
            int rank = blocks[b].First + blocks[b].Count;
            Matrix best = run.Basis.Approximation(rank);
            yield return new(run.Trajectory.Times[index], rank, products[index], best, products[index].Subtract(best).FrobeniusNorm() / run.Task.Target.FrobeniusNorm());
        }
    }

    private static Panel Map(string id, string title, Matrix matrix, double limit, LearningRun run) => new()
    {
        Title = title,
        X = Axis.Category("output", [.. run.Task.Samples!.OutputNames.Select(Wording.Name)]),
        Y = Axis.Category("input", [.. run.Task.Samples.RowNames.Select(Wording.Name)]),
        Marks =
        [
            new HeatMap
            {
                Id = id,
                XEdges = [.. Enumerable.Range(0, matrix.Columns + 1).Select(j => j + 0.5)],
                YEdges = [.. Enumerable.Range(0, matrix.Rows + 1).Select(i => i + 0.5)],
                Values = matrix.Values.ToArray(),
                Scale = new ColorScale { Label = "entry", Map = ColorMap.Diverging, Limits = new Limits(-limit, limit) },
            },
        ],
        Legend = LegendPlacement.None,
    };

    private sealed record Stage(double Time, int Rank, Matrix Product, Matrix Best, double Difference);
}
