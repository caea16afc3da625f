using BenchmarkDotNet.Attributes;
using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Bench;

/// <summary>Time and memory to draw figures of the gallery, warm.</summary>
[MemoryDiagnoser]
public class FigureBenchmarks
{
    private static readonly RenderOptions Options = new();

    private readonly SvgRenderer renderer = new();
    private Figure? figure;

    /// <summary>The figure to draw: two ordinary ones, a heat map, and lines of 100 000 points.</summary>
    [Params("mode-strengths", "half-times", "heat-map", "dense-noise", "dense-smooth")]
    public string Id { get; set; } = "";

    [GlobalSetup]
    public void Choose() => figure = FigureGallery.All.Single(candidate => candidate.Id == Id);

    [Benchmark]
    public int Draw() => renderer.Render(figure!, Options).Content.Length;
}
