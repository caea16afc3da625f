using PluginLab.Figures;
using static PluginLab.Rendering.Tests.Gallery.FigureGallery;

namespace PluginLab.Rendering.Tests.Gallery;

/// <summary>Small multiples: panels that share axes, colours and names.</summary>
internal static class SharedFigures
{
    public static IReadOnlyList<Figure> All => [SharedAxes(), SharedColorBar(), SharedRows(), SharedLegendBeside()];

    private static Figure SharedAxes()
    {
        double[] t = LogGrid(0.01, 1000, 80);
        Panel[] panels = [.. Enumerable.Range(0, 5).Select(k => new Panel
        {
            Title = $"depth $d = {k + 2}$",
            X = Axis.Logarithmic("flow time $t$"),
            Y = Axis.Linear("product $x$"),
            Marks =
            [
                new Line { Id = $"flow-{k}", Label = "flow", Color = 0, X = t, Y = [.. t.Select(x => (1 + (0.2 * k)) * (1 - Math.Exp(-x / Math.Pow(4, k))))] },
                new Line { Id = $"theory-{k}", Label = "theory", Role = MarkRole.Theory, X = t, Y = [.. t.Select(x => (1 + (0.2 * k)) * x / (x + Math.Pow(4, k)))] },
                new ReferenceLine { Id = $"target-{k}", Label = "target", Orientation = Orientation.Horizontal, Value = 1 + (0.2 * k) },
            ],
        })];
        return Create("shared-axes", "Deeper products learn later", panels) with
        {
            Columns = 3,
            Size = new FigureSize(960, 480),
            Shared = SharedParts.XAxis | SharedParts.YAxis | SharedParts.Legend,
        };
    }

    private static Figure SharedColorBar()
    {
        ColorScale scale = new() { Label = "$\\cos(w_i, w_j)$", Map = ColorMap.Diverging };
        Panel[] panels = [.. Enumerable.Range(0, 3).Select(k => new Panel
        {
            Title = $"$t = {5 * k}$",
            X = Axis.Linear("vector $j$"),
            Y = Axis.Linear("vector $i$"),
            IsAspectLocked = true,
            Marks =
            [
                new HeatMap
                {
                    Id = $"gram-{k}",
                    XEdges = Grid(0.5, 6.5, 7),
                    YEdges = Grid(0.5, 6.5, 7),
                    Values = [.. Noise(36, 7).Select((x, i) => i % 7 == 0 ? 1 : (i / 6 < 3 * k && i % 6 < 3 * k) ? 0 : x / (k + 1))],
                    Scale = scale,
                },
            ],
        })];
        return Create("shared-color-bar", "One scale of colours for three times", panels) with
        {
            Columns = 3,
            Size = new FigureSize(960, 330),
            Shared = SharedParts.XAxis | SharedParts.YAxis | SharedParts.ColorBar,
        };
    }

    private static Figure SharedRows()
    {
        double[] t = Grid(0, 10, 100);
        Panel[] panels = [.. Enumerable.Range(0, 4).Select(k => new Panel
        {
            Title = k < 2 ? $"width $h = {8 << k}$" : null,
            X = Axis.Linear("flow time $t$"),
            Y = k < 2 ? Axis.Linear("strength $u$") : Axis.Logarithmic("loss $L$"),
            Marks = [new Line { Id = $"line-{k}", X = [.. t.Select(v => v * (1 + (k % 2)))], Y = [.. t.Select(v => k < 2 ? (k + 1) * Math.Tanh(v / 3) : Math.Exp(-v * (k - 1)))] }],
        })];
        return Create("shared-rows", "Strength and loss over the same time", panels) with
        {
            Columns = 2,
            Size = new FigureSize(720, 460),
            Shared = SharedParts.XAxisOfColumn | SharedParts.YAxisOfRow,
        };
    }

    private static Figure SharedLegendBeside()
    {
        double[] t = Grid(0, 10, 60);
        Panel[] panels = [.. Enumerable.Range(0, 2).Select(k => new Panel
        {
            X = Axis.Linear("epoch $n$"),
            Y = Axis.Linear(k == 0 ? "training loss" : "test loss"),
            Legend = LegendPlacement.Right,
            Marks = [.. Enumerable.Range(0, 4).Select(i => new Line { Id = $"line-{k}-{i}", Label = $"width {8 << i}", X = t, Y = [.. t.Select(v => Math.Exp(-v / (1 + i)) + (0.2 * k * i * v))] })],
        })];
        return Create("shared-legend-beside", "One legend for both panels", panels) with
        {
            Columns = 2,
            Size = FigureSize.TwoColumns,
            Shared = SharedParts.XAxis | SharedParts.Legend,
        };
    }
}
