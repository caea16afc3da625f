namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>The weights of a sum of stages that are not zero, with the stages they belong to.</summary>
internal sealed class StageRow
{
    public StageRow(IReadOnlyList<double> weights)
    {
        Stages = [.. Enumerable.Range(0, weights.Count).Where(i => weights[i] != 0)];
        Weights = [.. Stages.Select(i => weights[i])];
    }

    /// <summary>A row whose weights are set later.</summary>
    public StageRow(int[] stages)
    {
        Stages = stages;
        Weights = new double[stages.Length];
    }

    public int[] Stages { get; }

    public double[] Weights { get; }

    public int Count => Stages.Length;
}
