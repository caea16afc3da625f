using PluginLab.Figures;

namespace PluginLab.Plugins.DiagonalCase.Couplings;

/// <summary>Strengths of two modes beside those of each alone, from perpendicular vectors and from oblique ones.</summary>
internal static class IndependenceFigure
{
    public static Figure Draw(PairRun perpendicular, PairRun oblique) => new()
    {
        Id = "independence",
        Title = "Modes are independent where their vectors are perpendicular",
        Caption = "Strengths of two modes with $s = (2, 1)$. Perpendicular vectors learn as each would alone (dashed). At an angle of 37 degrees the weaker mode has to "
            + "do without what it has along the stronger one, and comes later.",
        AltText = "Two panels of strengths over time. In the first both modes lie on the dashed curves of modes alone; in the second the weaker mode rises visibly later than its dashed curve.",
        Size = FigureSize.TwoColumns,
        Columns = 2,
        Panels = [Panel("perpendicular", "perpendicular vectors", perpendicular), Panel("oblique", "vectors at an angle of 37°", oblique)],
        ClaimIds = ["note0-02-perpendicular", "note0-02-independent"],
    };

    private static Panel Panel(string id, string title, PairRun run) => new()
    {
        Title = title,
        X = Axis.Linear("flow time $t$"),
        Y = Axis.Linear("strength $W^e_i \\cdot W^d_i$"),
        Marks =
        [
            .. run.Strengths.Select((strengths, i) => new Line { Id = $"{id}-strength-{i + 1}", Label = $"mode {i + 1}", X = run.Times, Y = strengths, Color = i }),
            .. run.Alone.Select((strengths, i) => new Line
            {
                Id = $"{id}-alone-{i + 1}",
                Label = i == 0 ? "alone" : null,
                Role = MarkRole.Theory,
                X = run.Times,
                Y = strengths,
            }),
        ],
    };
}
