using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>The plane of the weights: where the flow goes, and where it stops.</summary>
internal static class PhasePortraitFigure
{
    private const double Extent = 1.4;
    private const int ArrowsPerSide = 14;
    private const int CurvePoints = 120;

    public static Figure Draw(BasinStudy study, StuckStudy stuck)
    {
        double extent = Extent * study.Runs.WeightUnit;
        return new Figure
        {
            Id = "phase-portrait",
            Title = "Where the flow of a quadratic unit goes, and where it stops",
            Subtitle = $"gradient flow of $w_1^2w_2$, $s = {Rounded.Text(study.Runs.Target)}$",
            Caption = "Dashed: $w_2 = -|w_1|/\\sqrt{2}$. Both derivatives vanish on $w_1 = 0$ and on $w_1^2w_2 = s$, and that of $w_1$ on $w_2 = 0$ as well. Arrows: direction of the flow, not its speed; open circles: starts; filled: ends.",
            AltText = "Phase portrait of the two weights with a direction field. Trajectories in the upper part end on the curve where the product equals the target; those below two dashed rays end on the negative vertical axis.",
            Size = new FigureSize(740, 580),
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("weight $w_1$").Between(-extent, extent),
                    Y = Axis.Linear("weight $w_2$").Between(-extent, extent),
                    Marks = [Field(study, extent), FirstRests(extent), .. Curves(study, extent), .. Paths(study)],
                    IsAspectLocked = true,
                },
            ],
            ClaimIds = ["note1-49-basin-boundary", "note1-49-spurious-minimum", "note1-49-acts-like-more-depth"],
            Findings =
            [
                new()
                {
                    Title = "Below $w_2 = -|w_1|/\\sqrt{2}$ the target is never learned",
                    ClaimIds = ["note1-49-basin-boundary", "note1-49-acts-like-more-depth"],
                },
                new()
                {
                    Caption = $"From below the boundary, and so from {Rounded.Text(100 * stuck.Monomial.Measured, 3)} % of {stuck.Monomial.Starts} Gaussian starts, the flow ends in a spurious minimum on $w_1 = 0$, with loss $s^2/2$: $w_1$ shrinks and cannot cross zero.",
                    ClaimIds = ["note1-49-basin-boundary", "note1-49-spurious-minimum"],
                },
            ],
        };
    }

    private static VectorField Field(BasinStudy study, double extent)
    {
        // Even in number, so that none is on an axis, where the field vanishes.
        IReadOnlyList<double> side = Spacing.Linear(-0.95 * extent, 0.95 * extent, ArrowsPerSide);
        double[][] tails = [.. side.SelectMany(second => side.Select(first => new[] { first, second }))];
        double[][] arrows = [.. tails.Select(tail => study.Runs.Solve.EvaluateDerivative(study.Runs.Quadratic, tail))];
        return new VectorField
        {
            Id = "direction",
            Role = MarkRole.Reference,
            X = [.. tails.Select(tail => tail[0])],
            Y = [.. tails.Select(tail => tail[1])],
            DX = [.. arrows.Select(arrow => arrow[0])],
            DY = [.. arrows.Select(arrow => arrow[1])],
        };
    }

    /// <summary>Where w₁' vanishes and w₂' does not: the factor w₂ of w₁'.</summary>
    private static Nullcline FirstRests(double extent) => new()
    {
        Id = "first-rests",
        Label = "$w_1' = 0$",
        Role = MarkRole.Reference,
        X = [-extent, extent],
        Y = [-extent, extent],
        Values = [-extent, -extent, extent, extent],
    };

    private static IEnumerable<Mark> Curves(BasinStudy study, double extent)
    {
        double target = study.Runs.Target;
        double[] firsts = [.. Spacing.Linear(Math.Sqrt(target / extent), extent, CurvePoints)];
        double[] seconds = [.. firsts.Select(first => target / (first * first))];
        yield return new Line
        {
            Id = "minima",
            Label = "minima $w_1^2w_2 = s$",
            Color = Palette.Minima,
            X = [.. firsts.Reverse().Select(first => -first), double.NaN, .. firsts],
            Y = [.. seconds.Reverse(), double.NaN, .. seconds],
        };
        yield return new Line { Id = "saddles", Role = MarkRole.Reference, X = [0, 0], Y = [0, extent] };
        yield return new Annotation { Id = "saddles-name", X = 0.02 * extent, Y = 0.4 * extent, Text = "saddles" };
        yield return new Line { Id = "spurious-minima", Color = Palette.Stuck, X = [0, 0], Y = [-extent, 0] };
        yield return new Annotation { Id = "spurious-minima-name", X = 0.02 * extent, Y = -0.47 * extent, Text = "spurious minima" };
        yield return new Line
        {
            Id = "boundary",
            Label = "boundary $w_2 = -|w_1|/\\sqrt{2}$",
            Role = MarkRole.Theory,
            X = [-extent, 0, extent],
            Y = [BasinMapStudy.BoundarySlope * extent, 0, BasinMapStudy.BoundarySlope * extent],
        };
    }

    private static IEnumerable<Mark> Paths(BasinStudy study)
    {
        var paths = study.Paths.Select(path => (Path: path, IsLearned: study.Runs.Quadratic.EvaluateLoss(path.LastState) < study.Runs.Target * study.Runs.Target / 4)).ToArray();
        return paths.Select((path, i) => new PhasePath
        {
            Id = $"path-{i + 1}",
            Label = Array.FindIndex(paths, other => other.IsLearned == path.IsLearned) == i ? path.IsLearned ? "learns the target" : "is stuck" : null,
            Color = path.IsLearned ? Palette.Quadratic : Palette.Stuck,
            X = path.Path.Component(0),
            Y = path.Path.Component(1),
        });
    }
}
