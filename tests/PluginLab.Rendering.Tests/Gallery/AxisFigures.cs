using PluginLab.Figures;
using static PluginLab.Rendering.Tests.Gallery.FigureGallery;

namespace PluginLab.Rendering.Tests.Gallery;

/// <summary>Axes of every kind.</summary>
internal static class AxisFigures
{
    private static readonly string[] Items = ["canary", "salmon", "oak", "rose"];
    private static readonly string[] Properties = ["grow", "move", "fly", "swim", "roots", "leaves", "petals"];

    public static IReadOnlyList<Figure> All => [SymmetricLog(), SymmetricLogPlane(), Names(), TurnedNames(), TicksOfOnesOwn()];

    private static Figure SymmetricLog()
    {
        double[] t = Grid(0, 12, 400);
        return Create("symmetric-log", "A force of both signs over six decades", new Panel
        {
            X = Axis.Linear("time $t$") with { Unit = "s" },
            Y = Axis.SymmetricLogarithmic("force $F(t)$", 1e-3) with { Unit = "N" },
            Marks =
            [
                new Line { Id = "force", Label = "$F$", X = t, Y = [.. t.Select(x => 200 * Math.Exp(-x) * Math.Cos(2 * x))] },
                new Line { Id = "envelope", Label = "envelope", Role = MarkRole.Theory, X = t, Y = [.. t.Select(x => -200 * Math.Exp(-x))] },
                new ReferenceLine { Id = "zero", Orientation = Orientation.Horizontal, Value = 0 },
            ],
        });
    }

    private static Figure SymmetricLogPlane()
    {
        double[] angle = Grid(0, 6 * Math.PI, 300);
        return Create("symmetric-log-plane", "A spiral through all four quadrants", new Panel
        {
            X = Axis.SymmetricLogarithmic("imbalance $\\delta$", 0.01),
            Y = Axis.SymmetricLogarithmic("error $e$", 0.01),
            IsAspectLocked = true,
            Marks = [new PhasePath { Id = "spiral", X = [.. angle.Select(a => 100 * Math.Exp(-a / 2) * Math.Cos(a))], Y = [.. angle.Select(a => 100 * Math.Exp(-a / 2) * Math.Sin(a))] }],
        }) with
        { Size = FigureSize.Square };
    }

    private static Figure Names() => Create("names", "Items and their properties", new Panel
    {
        X = Axis.Category("property", Properties),
        Y = Axis.Category("item", Items),
        Marks =
        [
            new HeatMap
            {
                Id = "map",
                XEdges = Grid(0.5, 7.5, 8),
                YEdges = Grid(0.5, 4.5, 5),
                Values = [1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 1],
                Scale = new ColorScale { Label = "has the property", Map = ColorMap.Diverging },
            },
        ],
    }) with
    { Size = new FigureSize(640, 300) };

    private static Figure TurnedNames() => Create("turned-names", "Names that do not fit side by side are turned", new Panel
    {
        X = Axis.Category("integrator", ["gradient-descent", "runge-kutta-4", "dormand-prince-5", "dormand-prince-8", "heavy-ball", "sign-descent", "runge-kutta-chebyshev-2", "$\\alpha$-method"]),
        Y = Axis.Logarithmic("largest error") with { Padding = 0.1 },
        Marks = [new Scatter { Id = "errors", X = Grid(1, 8, 8), Y = LogGrid(1e-9, 1, 8) }],
    });

    private static Figure TicksOfOnesOwn() => Create("own-ticks", "Ticks at the values that matter", new Panel
    {
        X = Axis.Linear("angle $\\theta$") with
        {
            Unit = "rad",
            Ticks = [new(-Math.PI, "$-\\pi$"), new(-Math.PI / 2, "$-\\frac{\\pi}{2}$"), new(0, "0"), new(Math.PI / 2, "$\\frac{\\pi}{2}$"), new(Math.PI, "$\\pi$"), new(9, "beyond")],
            Padding = 0,
        },
        Y = Axis.Linear("force $\\sin \\theta$") with { Padding = 0.2 },
        Marks = [new Line { Id = "sine", X = Grid(-Math.PI, Math.PI, 200), Y = [.. Grid(-Math.PI, Math.PI, 200).Select(Math.Sin)] }],
    });
}
