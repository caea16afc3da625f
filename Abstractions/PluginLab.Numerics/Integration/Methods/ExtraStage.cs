namespace PluginLab.Numerics.Integration.Methods;

/// <summary>A stage that only the dense output needs.</summary>
/// <param name="Node">c: the time of the stage is t + c h.</param>
/// <param name="Weights">Its weights on the slopes before it.</param>
public sealed record ExtraStage(double Node, IReadOnlyList<double> Weights);
