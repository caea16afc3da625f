using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.EdgeOfStability.Training;

/// <summary>The strengths of the modes, and the entries off the diagonal, while mode 1 oscillates.</summary>
internal static class StrengthFigure
{
    private const double Floor = 1e-18;
    private const int ShownSteps = 120;

    public static Figure Draw(TrainingStudy study)
    {
        var cycle = DescentCycle.OfDegreeTwo(study.Fraction);
        return new Figure
        {
            Id = "strengths",
            Title = "Strengths of the modes above the edge of mode 1",
            Subtitle = $"$η = {Rounded.Text(study.Fraction)}/s_1$, balanced small start",
            Caption = $"(a) Strengths of the modes; dashed: the cycle of period 2 of mode 1, between {Rounded.Text(study.SingularValues[0] * cycle.Low * cycle.Low)} and {Rounded.Text(study.SingularValues[0] * cycle.High * cycle.High)}. "
                + $"(b) Entries off the diagonal, with edges $2/(s_i + s_j)$. The first {NumberText.Of(ShownSteps)} steps.",
            AltText = "Above: mode strengths against the step; mode 1 alternates between two levels around its singular value, the others rise to theirs and stay. Below: magnitudes of entries off the diagonal on a logarithmic axis, which fall.",
            Size = new FigureSize(640, 700),
            Shared = SharedParts.XAxis,
            Panels = [Strengths(study, cycle), OffDiagonal(study)],
            ClaimIds = ["two-cycle", "pairs-below-their-edge-die-out"],
            Findings =
            [
                new() { Title = "Above its edge mode 1 oscillates for ever; the others are learned beside it", ClaimIds = ["two-cycle", "pairs-below-their-edge-die-out"] },
                new() { Title = "Above its edge mode 1 oscillates for ever", Caption = "Mode 1 ends in its cycle.", ClaimIds = ["two-cycle"] },
                new() { Caption = "Entries whose edges lie above $η$ die out all the same.", ClaimIds = ["pairs-below-their-edge-die-out"] },
            ],
        };
    }

    private static Panel Strengths(TrainingStudy study, DescentCycle cycle) => new()
    {
        X = Axis.Linear("step $n$"),
        Y = Axis.Linear("strength $M_{ii}$"),
        Marks =
        [
            .. study.SingularValues.Select((_, i) => new Line
            {
                Id = $"mode-{NumberText.Of(i + 1)}",
                Label = $"mode {NumberText.Of(i + 1)}",
                Color = i,
                X = [.. study.Above.Steps.Take(ShownSteps)],
                Y = [.. study.Above.Product(new Entry(i, i)).Take(ShownSteps)],
            }),
            Level(study, cycle.Low, "low"),
            Level(study, cycle.High, "high"),
        ],
    };

    private static ReferenceLine Level(TrainingStudy study, double y, string id) => new()
    {
        Id = $"cycle-{id}",
        Role = MarkRole.Theory,
        Orientation = Orientation.Horizontal,
        Value = study.SingularValues[0] * y * y,
    };

    private static Panel OffDiagonal(TrainingStudy study) => new()
    {
        X = Axis.Linear("step $n$"),
        Y = Axis.Logarithmic("magnitude of $M_{ij}$"),
        Marks =
        [
            .. Entry.Pairs(study.SingularValues.Count).Where(entry => !entry.IsDiagonal && entry.Row == 0).Select((entry, i) => new Line
            {
                Id = $"entry-{NumberText.Of(entry.Column + 1)}",
                Label = $"$M_{{{entry.Name}}}$",
                Color = i + 1,
                X = [.. study.Above.Steps.Take(ShownSteps)],
                Y = [.. study.Above.Product(entry).Take(ShownSteps).Select(value => Math.Max(Math.Abs(value), Floor))],
            }),
        ],
    };
}
