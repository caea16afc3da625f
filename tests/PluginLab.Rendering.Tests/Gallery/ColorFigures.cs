using PluginLab.Figures;
using static PluginLab.Rendering.Tests.Gallery.FigureGallery;

namespace PluginLab.Rendering.Tests.Gallery;

/// <summary>Scales of colours of every kind.</summary>
internal static class ColorFigures
{
    private static readonly double[] Edges = Grid(-3, 3, 31);

    public static IReadOnlyList<Figure> All => [Beyond(), Batlow(), Centred(), LogCentred()];

    private static Figure Beyond() => Map("beyond-limits", "Values beyond the limits have colours of their own", (x, y) => x > 2 && y > 2 ? double.NaN : (x * x) - (y * y), new ColorScale { Label = "$x^2 - y^2$", Limits = new Limits(-5, 5) });

    private static Figure Batlow() => Map("batlow", "A second map for magnitudes", (x, y) => Math.Exp(-((x * x) + (y * y)) / 4), new ColorScale { Label = "$e^{-r^2/4}$", Map = ColorMap.Batlow });

    private static Figure Centred() => Map("centred", "White is the centre, wherever the limits are", (x, y) => x + y, new ColorScale { Label = "$x + y$", Map = ColorMap.Diverging, Center = 1, Limits = new Limits(-2, 6) });

    private static Figure LogCentred() => Map("log-centred", "Ratios about one", (x, y) => Math.Pow(10, (x + (y / 2)) / 2), new ColorScale { Label = "ratio $w_1/w_2$", Map = ColorMap.Diverging, Norm = AxisScale.Logarithmic, Center = 1, OverColor = "#009e73", Limits = new Limits(0.01, 100) });

    private static Figure Map(string id, string title, Func<double, double, double> function, ColorScale scale) => Create(id, title, new Panel
    {
        X = Axis.Linear("$x$"),
        Y = Axis.Linear("$y$"),
        IsAspectLocked = true,
        Marks = [new HeatMap { Id = "map", XEdges = Edges, YEdges = Edges, Values = [.. from i in Enumerable.Range(0, 30) from j in Enumerable.Range(0, 30) select function(Edges[j] + 0.1, Edges[i] + 0.1)], Scale = scale }],
    }) with
    { Size = new FigureSize(440, 380) };
}
