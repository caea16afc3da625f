using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>Which features are represented at which density.</summary>
internal static class SweepFigure
{
    public static Figure Draw(DensitySweep sweep) => new()
    {
        Id = "density",
        Title = "Squared norms of the features against the density of the inputs",
        Subtitle = $"$n = {NumberText.Of(sweep.Setting.Features)}$, $h = {NumberText.Of(sweep.Setting.HiddenWidth)}$, importances $I_i = {Rounded.Text(sweep.Setting.ImportanceDecay)}^{{i-1}}$, the best of {NumberText.Of(DensitySweep.StartsEach)} starts",
        Caption = $"Squared norms of the vectors of the features against the density $p$ of the inputs: {NumberText.Of(sweep.Best[^1].RepresentedCount)} features above the line when dense, {NumberText.Of(sweep.AtRun.RepresentedCount)} at $p = {Rounded.Text(sweep.Setting.Density, 2)}$ (grey line). Near 1 a feature is represented, at 0 it is ignored.",
        AltText = "Squared norms of the features against the density on a logarithmic axis: at density one only the most important features have norm one, others jump up from zero as the density falls.",
        Size = new FigureSize(760, 420),
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("density $p$"),
                Y = Axis.Linear("squared norm $\\lVert w_i \\rVert^2$"),
                Marks =
                [
                    new ReferenceLine { Id = "represented", Label = "represented above", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = Setting.RepresentedNorm },
                    new ReferenceLine { Id = "density-of-the-run", Label = "$p$ of the run", Role = MarkRole.Reference, Orientation = Orientation.Vertical, Value = sweep.Setting.Density },
                    .. Enumerable.Range(0, sweep.Setting.Features).Select(i => new Line
                    {
                        Id = $"feature-{NumberText.Of(i + 1)}",
                        Label = $"feature {NumberText.Of(i + 1)}",
                        Color = i,
                        X = sweep.AtDensities,
                        Y = [.. sweep.Best.Select(end => end.SquaredNorms[i])],
                    }),
                    .. Enumerable.Range(0, sweep.Setting.Features).Select(i => new Scatter
                    {
                        Id = $"end-{NumberText.Of(i + 1)}",
                        Color = i,
                        X = sweep.AtDensities,
                        Y = [.. sweep.Best.Select(end => end.SquaredNorms[i])],
                    }),
                ],
            },
        ],
        ClaimIds = ["more-features-than-neurons"],
        Findings = [new() { Title = "Features enter in steps as inputs become sparse", ClaimIds = ["more-features-than-neurons"] }],
    };
}
