using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.Rank;

/// <summary>A target of a given shape and rank, and a network to learn it.</summary>
/// <param name="Slug">Name in ids.</param>
/// <param name="Rows">Number of inputs.</param>
/// <param name="Columns">Number of outputs.</param>
/// <param name="SingularValues">The singular values that are not zero.</param>
/// <param name="HiddenWidth">Hidden width h.</param>
internal sealed record ShapeCase(string Slug, int Rows, int Columns, IReadOnlyList<double> SingularValues, int HiddenWidth)
{
    /// <summary>Largest rank of what the network can learn.</summary>
    public int LearnableRank => Math.Min(SingularValues.Count, HiddenWidth);

    /// <summary>Whether the network is narrower than the rank of its target.</summary>
    public bool IsBottleneck => HiddenWidth < SingularValues.Count;

    /// <summary>Shape, rank and, where it matters, hidden width.</summary>
    public string Title => $"${NumberText.Of(Rows)} \\times {NumberText.Of(Columns)}$ of rank {NumberText.Of(SingularValues.Count)}"
        + (IsBottleneck ? $", hidden width {NumberText.Of(HiddenWidth)}" : "");

    /// <summary>Trains the network.</summary>
    public LearningRun Solve(ExperimentContext context, double standardDeviation, double shownTime, double endTime)
    {
        string purpose = $"shape-{Slug}";
        Matrix target = LearningTask.Draw(context, purpose, Rows, Columns, SingularValues);
        var task = LearningTask.Start(context, $"{purpose}-start", target, HiddenWidth, standardDeviation);
        return LearningRun.Solve(context, task, shownTime, endTime);
    }
}
