using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Plugins.NonDiagonalSvd.Learning;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>Σ against the data that it stands for.</summary>
internal static class DataFigures
{
    private const double Floor = 1e-17;

    /// <summary>The figures that have something to show: inputs that are white as given have no contrast.</summary>
    public static IEnumerable<Figure> Of(LearningRun run, DataRuns runs)
    {
        yield return Agreement(runs);
        if (runs.Unwhitened is { } unwhitened)
        {
            yield return Unwhitened(run, runs.Flow, unwhitened);
        }
    }

    private static Figure Agreement(DataRuns runs) => new()
    {
        Id = "data-against-target",
        Title = "$\\Sigma$ stands for the data, once the inputs are white",
        Caption = $"With whitened inputs, training on the data and training on $\\Sigma = X^\\top Y$ differ by at most {Wording.Number(runs.Flow.Largest)} under the flow and {Wording.Number(runs.Descent.Largest)} under gradient descent"
            + (runs.Unwhitened is { } unwhitened ? $"; with the inputs as given they differ by up to {Wording.Number(unwhitened.Largest)}." : ". (These inputs are white as given.)")
            + $" Descent on the data follows the flow of $\\Sigma$ to {Wording.Number(runs.AgainstFlow.Whole.Max())} at a hundredth of the largest stable learning rate, and to half of that at half of it (grey). Largest entry of the difference, over $s_1$; exact zeros are drawn at $10^{{-17}}$.",
        AltText = "Difference between training on data and training on their correlation matrix against flow time, on a logarithmic axis: rounding level for whitened inputs.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$; for descent $\\eta$ times the step"),
                Y = Axis.Logarithmic("$\\max_{ij} \\lvert M_{\\text{data}} - M_{\\Sigma} \\rvert_{ij} / s_1$"),
                Marks =
                [
                    Deviation("flow", "flow", 0, runs.Flow),
                    Deviation("descent", "gradient descent", 1, runs.Descent),
                    Difference("against-flow", "descent on the data against the flow of $\\Sigma$", runs.AgainstFlow.Times, runs.AgainstFlow.Whole),
                    Difference("against-flow-halved", "the same at half of $\\eta$", runs.AgainstFlow.Times, runs.AgainstFlow.Halved),
                    .. runs.Unwhitened is { } contrast ? new[] { Deviation("unwhitened", "flow, not whitened", 2, contrast) } : [],
                ],
            },
        ],
        ClaimIds = [DataClaims.FlowId, DataClaims.DescentId, DataClaims.AgainstFlowId, DataClaims.UnwhitenedId],
    };

    private static Line Deviation(string id, string label, int color, DataRun run) => new()
    {
        Id = id,
        Label = label,
        Color = color,
        X = run.OnData.Times,
        Y = [.. run.Deviations.Select(deviation => Math.Max(deviation, Floor))],
    };

    private static Line Difference(string id, string label, IReadOnlyList<double> times, IReadOnlyList<double> differences) => new()
    {
        Id = id,
        Label = label,
        Role = MarkRole.Reference,
        X = times,
        Y = [.. differences.Select(difference => Math.Max(difference, Floor))],
    };

    private static Figure Unwhitened(LearningRun run, DataRun whitened, DataRun unwhitened) => new()
    {
        Id = "unwhitened",
        Title = "Without whitening the modes no longer learn apart",
        Caption = "Strengths of the modes of $\\Sigma$ on the data (solid) and as $\\Sigma$ alone says (dashed). (a) Whitened inputs, the two agree. (b) On a scale of its own: the inputs as given, brought to the same total variance. "
            + $"Each mode then feels the others through $X^\\top X$, and entries part from what $\\Sigma$ alone says by up to {Wording.Number(100 * unwhitened.Largest)} % of $s_1$.",
        AltText = "Two panels of mode strengths against flow time. With whitened inputs training on the data follows the prediction from the correlation matrix; with inputs as given it departs from it.",
        Size = FigureSize.TwoColumns,
        Columns = 2,
        Panels = [Modes("whitened inputs", "whitened", run, whitened), Modes("inputs as given", "given", run, unwhitened)],
        ClaimIds = [DataClaims.UnwhitenedId],
    };

    private static Panel Modes(string title, string idPrefix, LearningRun run, DataRun data) => new()
    {
        Title = title,
        X = Axis.Linear("flow time $t$"),
        Y = Axis.Linear("strengths $u_i^\\top M v_i$"),
        Marks = [.. Enumerable.Range(0, run.LearnableCount).SelectMany(mode => new[]
        {
            new Line
            {
                Id = $"{idPrefix}-mode-{NumberText.Of(mode + 1)}",
                Label = $"mode {NumberText.Of(mode + 1)}, on the data",
                Color = mode,
                X = data.OnData.Times,
                Y = data.OnData.Observe(data.Basis.Strength(data.Network, mode, mode)),
            },
            new Line
            {
                Id = $"{idPrefix}-target-{NumberText.Of(mode + 1)}",
                Label = mode == 0 ? "from $\\Sigma$ alone" : null,
                Role = MarkRole.Theory,
                X = data.OnTarget.Times,
                Y = data.OnTarget.Observe(data.Basis.Strength(data.Network, mode, mode)),
            },
        })],
    };
}
