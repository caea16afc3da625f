using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>What one part of the experiment found.</summary>
/// <param name="Claims">Its claims.</param>
/// <param name="Figures">Its figures.</param>
internal sealed record Findings(IReadOnlyList<Claim> Claims, IReadOnlyList<Figure> Figures);
