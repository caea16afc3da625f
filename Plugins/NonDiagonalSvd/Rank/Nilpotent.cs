using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.Rank;

/// <summary>The counterexample Σ = [[0, 2], [0, 0]]: both eigenvalues are 0, the singular value 2 is learned all the same.</summary>
internal static class Nilpotent
{
    private const double SingularValue = 2;
    private const double StandardDeviation = 1e-3;
    private const int HiddenWidth = 8;
    private const double EndTime = 10;
    private const double ReachTolerance = 1e-4;
    private const string EigenvalueId = "note0-01-eigenvalues";
    private const string SingularValueId = "note0-01-singular-values";

    /// <summary>Trains a network on it.</summary>
    public static Findings Investigate(ExperimentContext context)
    {
        Matrix target = Matrix.FromRows([[0, SingularValue], [0, 0]]);
        var task = LearningTask.Start(context, "nilpotent-start", target, HiddenWidth, StandardDeviation);
        var run = LearningRun.Solve(context, task, EndTime, EndTime);
        return new([Eigenvalues(run), SingularValues(run)], [Entries(run)]);
    }

    private static Claim Eigenvalues(LearningRun run) => new()
    {
        Id = EigenvalueId,
        Statement = "Modes are learned at rates that depend on the eigenvalues of the input-output correlation matrix: of $\\Sigma = [[0, 2], [0, 0]]$, whose eigenvalues are both 0, nothing is learned. Measured: $M_{12}$ at the end.",
        Source = "Note 0, introduction, statement 1",
        Predicted = 0,
        Measured = run.FinalProduct[0, 1],
        Uncertainty = 0,
        Bound = Bound.Within(0, ReachTolerance),
        Expected = Verdict.Refuted,
        CorrectedForm = "The rates follow the singular values: here $s = 2$, and $M_{12}$ reaches 2.",
        Control = Controls.EigenvaluesAlone,
    };

    private static Claim SingularValues(LearningRun run) => new()
    {
        Id = SingularValueId,
        Statement = "The rates follow the singular values: for $\\Sigma = [[0, 2], [0, 0]]$ the entry $M_{12}$ is half learned at $T = \\log(8/\\lvert x \\rvert^2 - 1)/4$, with $x = (W_e)_1 + (W_d)_2$ at the start.",
        Source = "Note 0, introduction, statement 1, corrected; section 'Non-diagonal case', statement 22",
        Predicted = run.Prediction.Times[0],
        Measured = run.ModeTimes[0],
        Uncertainty = 0,
        Bound = Bound.Near(run.Prediction.Times[0], ModeClaims.HalfTimeTolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Figure Entries(LearningRun run) => new()
    {
        Id = "nilpotent",
        Title = "Singular values set the pace, not eigenvalues",
        Caption = $"$\\Sigma = [[0, 2], [0, 0]]$ has no eigenvalue but 0, yet $M_{{12}}$ reaches {Wording.Number(run.FinalProduct[0, 1])}, half of it at $t = {NumberText.Of(Math.Round(run.ModeTimes[0], 4))}$ "
            + $"where the singular value 2 predicts $T = {NumberText.Of(Math.Round(run.Prediction.Times[0], 4))}$. One start, standard deviation 0.001.",
        AltText = "Entries of the product for a nilpotent target. The upper right entry rises to 2 along the logistic curve of the singular value; the others stay near zero.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$"),
                Y = Axis.Linear("entries $M_{ij}(t)$"),
                Marks = [.. Level(0, "eigenvalues 0, 0"), .. Level(SingularValue, "singular value 2"), .. OtherEntries(run), Corner(run), .. ModeMarks.Theory(run, "", 1)],
            },
        ],
        ClaimIds = [EigenvalueId, SingularValueId],
    };

    private static IEnumerable<Mark> Level(double value, string label)
    {
        yield return new ReferenceLine
        {
            Id = $"level-{NumberText.Of(value)}",
            Label = label,
            Role = MarkRole.Reference,
            Orientation = Orientation.Horizontal,
            Value = value,
        };
    }

    private static IEnumerable<Mark> OtherEntries(LearningRun run) => new[] { (0, 0), (1, 0), (1, 1) }.Select(entry => Entry(run, entry.Item1, entry.Item2) with { Role = MarkRole.Reference });

    private static Line Corner(LearningRun run) => Entry(run, 0, 1) with { Label = "$M_{12}$", Color = 0 };

    private static Line Entry(LearningRun run, int row, int column) => new()
    {
        Id = $"entry-{NumberText.Of(row + 1)}-{NumberText.Of(column + 1)}",
        X = run.Trajectory.Times,
        Y = [.. run.Products.Select(product => product[row, column])],
    };
}
