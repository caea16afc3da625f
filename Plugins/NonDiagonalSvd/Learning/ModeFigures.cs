using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.NonDiagonalSvd.Learning;

/// <summary>The same run three ways: entries, modes, singular values.</summary>
internal static class ModeFigures
{
    private const int InkColor = 4;

    public static IEnumerable<Figure> Of(LearningRun run, IReadOnlyList<Claim> claims) => [Entries(run), Modes(run, claims), SingularValues(run)];

    private static Figure Entries(LearningRun run) => new()
    {
        Id = "entries",
        Title = "Entries of the product",
        Caption = $"All {NumberText.Of(run.Task.Target.Rows * run.Task.Target.Columns)} entries of the product, with the predicted half-times $T_i$ of the modes (grey lines). Circles at the end: the entries of $\\Sigma$.",
        AltText = "Entries of the product matrix against flow time. All entries change together in steps at the half-times of the modes and end at the entries of the target.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$"),
                Y = Axis.Linear("entries $M_{ij}(t)$"),
                Marks = [.. ModeMarks.HalfTimes(run, ""), .. EntryLines(run), TargetEntries(run)],
            },
        ],
        ClaimIds = [ModeClaims.HalfTimesId, "note0-23-end"],
        Findings =
        [
            new() { Title = "Entry by entry, learning looks tangled", Caption = "They move whenever a mode is learned; some overshoot or turn back.", ClaimIds = [ModeClaims.HalfTimesId] },
            new() { Caption = "They end at the best approximation of $\\Sigma$ that the width allows.", ClaimIds = ["note0-23-end"] },
        ],
    };

    private static IEnumerable<Mark> EntryLines(LearningRun run)
    {
        Matrix[] products = [.. run.Products];
        return from i in Enumerable.Range(0, run.Task.Target.Rows)
               from j in Enumerable.Range(0, run.Task.Target.Columns)
               select new Line
               {
                   Id = $"entry-{NumberText.Of(i + 1)}-{NumberText.Of(j + 1)}",
                   Color = InkColor,
                   X = run.Trajectory.Times,
                   Y = [.. products.Select(product => product[i, j])],
               };
    }

    private static Scatter TargetEntries(LearningRun run) => new()
    {
        Id = "target",
        Role = MarkRole.Theory,
        X = [.. Enumerable.Repeat(run.Trajectory.Times[^1], run.Task.Target.Rows * run.Task.Target.Columns)],
        Y = run.Task.Target.Values.ToArray(),
    };

    private static Figure Modes(LearningRun run, IReadOnlyList<Claim> claims) => new()
    {
        Id = "modes",
        Title = "Strengths of the modes",
        Caption = $"Entries of the product in the singular basis of $\\Sigma$; dashed: logistic curves at the predicted half-times. Modes are half learned at {Times(run)} against the predicted {Predictions(run)}{Deviation(claims)}. Grey: entries off the diagonal."
            + (run.Basis.Blocks.Any(block => block.Count > 1) ? " Modes of one singular value are turned, within their block, to the directions in which this start learns them." : ""),
        AltText = "Strengths of the singular modes against flow time. One after another, the largest first, they rise along logistic curves to their singular values; all other entries stay close to zero.",
        Size = SizeFor(run),
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$"),
                Y = Axis.Linear("strengths $(U^\\top M V)_{ij}$"),
                Marks = [.. ModeMarks.Background(run, ""), .. ModeMarks.Strengths(run, "", run.LearnableCount), .. ModeMarks.Theory(run, "", run.LearnableCount)],
            },
        ],
        ClaimIds = [.. claims.Select(claim => claim.Id).Where(id => id != "note0-23-end")],
        Findings =
        [
            .. run.Task.Samples is null ? (Finding[])[] : [new() { Title = "What is learned when: broad modes first", ClaimIds = [OrderClaim.Id] }],
            new()
            {
                Title = "Mode by mode, it is the diagonal case",
                Caption = "Each mode follows its own logistic curve, and entries off the diagonal rise only in passing.",
                ClaimIds = [ModeClaims.HalfTimesId],
            },
            new() { Title = "The modes are learned one after another", Caption = "Larger singular values are learned first.", ClaimIds = [OrderClaim.Id] },
            .. claims.Where(claim => claim.Id == ModeClaims.BlockHalfTimesId).Select(claim => new Finding
            {
                Title = "Within a repeated singular value the start chooses the directions",
                ClaimIds = [claim.Id],
            }),
        ],
    };

    private static Figure SingularValues(LearningRun run)
    {
        double[][] values = [.. run.Products.Select(product => SingularValueDecomposition.Compute(product).SingularValues.ToArray())];
        return new()
        {
            Id = "singular-values",
            Title = "Singular values of the product",
            Caption = "Singular values of $M(t)$, logarithmic; dashed: the logistic curves at the predicted half-times. "
                + "At the very start several modes mix, and a strength that passes through 0 shows as a dip.",
            Size = SizeFor(run),
            AltText = "Singular values of the product on a logarithmic axis against flow time: straight lines of different slopes that level off at the singular values of the target.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$"),
                    Y = Axis.Logarithmic("singular values of $M(t)$"),
                    Marks =
                    [
                        .. Enumerable.Range(0, run.LearnableCount).Select(mode => new Line
                        {
                            Id = $"singular-value-{NumberText.Of(mode + 1)}",
                            Label = ModeMarks.Label(run, mode),
                            Color = mode,
                            X = run.Trajectory.Times,
                            Y = [.. values.Select(row => row[mode])],
                        }),
                        .. ModeMarks.Theory(run, "", run.LearnableCount),
                    ],
                },
            ],
            ClaimIds = [ModeClaims.HalfTimesId, "note0-23-end"],
            Findings =
            [
                new()
                {
                    Title = "Each singular value grows at its own rate",
                    Caption = "Each mode grows as $e^{2 s_i t}$, a straight line of slope $2 s_i$, until it meets its target.",
                    ClaimIds = [ModeClaims.HalfTimesId],
                },
                new() { Caption = "In the end they are those of $\\Sigma$, as many as the width allows.", ClaimIds = ["note0-23-end"] },
            ],
        };
    }

    /// <summary>Modes of data carry names, which need room beside the lines.</summary>
    private static FigureSize SizeFor(LearningRun run) => run.Task.Samples is null ? FigureSize.OneColumn : FigureSize.TwoColumns;

    private static string Times(LearningRun run) => Enumeration.Of(run.ModeTimes.Take(run.LearnableCount).Select(Wording.Number));

    private static string Predictions(LearningRun run) => Enumeration.Of(run.Prediction.Times.Take(run.LearnableCount).Select(Wording.Number));

    private static string Deviation(IReadOnlyList<Claim> claims)
    {
        double[] measured = [.. claims.Where(claim => claim.Id.EndsWith("half-times", StringComparison.Ordinal) && claim.NotApplicable is null).Select(claim => claim.Measured)];
        return measured.Length == 0 ? "" : $", at most {Wording.Number(100 * measured.Max())} % off where the formula applies";
    }
}
