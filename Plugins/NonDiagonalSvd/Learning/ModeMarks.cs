using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.NonDiagonalSvd.Learning;

/// <summary>The marks that figures of mode strengths share; mode i has colour i in every figure.</summary>
internal static class ModeMarks
{
    /// <summary>The strengths of the first modes, measured.</summary>
    public static IEnumerable<Mark> Strengths(LearningRun run, string idPrefix, int count) => Enumerable.Range(0, count).Select(mode => new Line
    {
        Id = $"{idPrefix}mode-{NumberText.Of(mode + 1)}",
        Label = Label(run, mode),
        Color = mode,
        X = run.Trajectory.Times,
        Y = run.Strength(mode, mode),
    });

    /// <summary>Their logistic curves with the predicted half-times; none for a mode without one.</summary>
    public static IEnumerable<Mark> Theory(LearningRun run, string idPrefix, int count) => Enumerable.Range(0, count)
        .Where(mode => double.IsFinite(run.Prediction.Times[mode]))
        .Select((mode, place) => new Line
        {
            Id = $"{idPrefix}logistic-{NumberText.Of(mode + 1)}",
            Label = place == 0 ? "logistic with half-time $T_i$" : null,
            Role = MarkRole.Theory,
            X = run.Trajectory.Times,
            Y = [.. run.Trajectory.Times.Select(time => TiedMode.Logistic(run.Basis.Values[mode], run.Prediction.Times[mode], time))],
        });

    /// <summary>Every other entry of UᵀMV: off the diagonal, and modes that cannot be learned.</summary>
    public static IEnumerable<Mark> Background(LearningRun run, string idPrefix) =>
        (from i in Enumerable.Range(0, run.Task.Target.Rows)
         from j in Enumerable.Range(0, run.Task.Target.Columns)
         where i != j || i >= run.LearnableCount
         select (i, j)).Select((entry, place) => new Line
         {
             Id = $"{idPrefix}entry-{NumberText.Of(entry.i + 1)}-{NumberText.Of(entry.j + 1)}",
             Label = place == 0 ? "all other entries" : null,
             Role = MarkRole.Reference,
             X = run.Trajectory.Times,
             Y = run.Strength(entry.i, entry.j),
         });

    /// <summary>Vertical lines at the predicted half-times.</summary>
    public static IEnumerable<Mark> HalfTimes(LearningRun run, string idPrefix) => Enumerable.Range(0, run.LearnableCount)
        .Where(mode => run.Prediction.Times[mode] > 0 && run.Prediction.Times[mode] < run.Trajectory.Times[^1])
        .Select(mode => new ReferenceLine
        {
            Id = $"{idPrefix}half-time-{NumberText.Of(mode + 1)}",
            Label = $"$T_{{{NumberText.Of(mode + 1)}}}$",
            Role = MarkRole.Reference,
            Orientation = Orientation.Vertical,
            Value = run.Prediction.Times[mode],
        });

    /// <summary>The singular value of a mode, with the name that its loadings give it.</summary>
    public static string Label(LearningRun run, int mode)
    {
        string value = $"$s_{{{NumberText.Of(mode + 1)}}} = {NumberText.Of(Math.Round(run.Basis.Values[mode], 3))}$";
        return run.Task.Samples is { } samples ? $"{ModeNames.Of(run.Basis, samples.OutputNames, mode)}, {value}" : value;
    }
}
