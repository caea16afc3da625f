using System.Globalization;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Gallery;

/// <summary>Figures of many kinds, for tests that must hold for every figure and for looking at.</summary>
public static class FigureGallery
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        ModeStrengths(), LossStaircase(), HalfTimes(), Imbalance(), PhasePortrait(), HeatMapFigure(), DivergingMap(), SmallMultiples(),
        ManySeries(), Ribbons(), ErrorBarsAndFit(), TinyRange(), HugeValues(), SinglePoint(), Constants(), DenseNoise(), LongLabels(),
        Annotated(), NegativeOnLog(), Staircase(), NarrowLog(), LegendBelow(), LogHeatMap(), EverySymbol(), DenseSmooth(),
        .. SharedFigures.All,
        .. AxisFigures.All,
        .. MarkFigures.All,
        .. ColorFigures.All,
    ];

    internal static double[] Grid(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    internal static double[] LogGrid(double from, double to, int count) => [.. Grid(Math.Log10(from), Math.Log10(to), count).Select(x => Math.Pow(10, x))];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    internal static Figure Create(string id, string title, params Panel[] panels) => new()
    {
        Id = id,
        Title = title,
        Caption = $"What {title} shows.",
        AltText = $"A drawing of {id}.",
        Panels = panels,
    };

    internal static double Logistic(double s, double t, double half) => s / (1 + Math.Exp(-2 * s * (t - half)));

    /// <summary>Noise that is the same everywhere: a small linear congruential generator.</summary>
    internal static double[] Noise(int count, uint seed)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            seed = (1664525 * seed) + 1013904223;
            values[i] = (seed / 4294967296.0) - 0.5;
        }

        return values;
    }

    private static Figure ModeStrengths()
    {
        double[] strengths = [4, 2, 1, 0.5];
        double[] t = Grid(0, 20, 400);
        List<Mark> marks = [];
        for (int i = 0; i < strengths.Length; i++)
        {
            double s = strengths[i];
            double half = Math.Log(s / 1e-3) / (2 * s);
            marks.Add(new Line { Id = $"mode-{i + 1}", Label = $"$u_{i + 1}$, $s_{i + 1} = {Text(s)}$", Color = i, X = t, Y = [.. t.Select(x => Logistic(s, x, half))] });
            marks.Add(new Line { Id = $"theory-{i + 1}", Role = MarkRole.Theory, Color = i, X = t, Y = [.. t.Select(x => Logistic(s, x, half))] });
            marks.Add(new ReferenceLine { Id = $"half-{i + 1}", Label = $"$T_{i + 1}$", Orientation = Orientation.Vertical, Value = half, Role = MarkRole.Reference });
        }

        return Create("mode-strengths", "Singular modes are learned one after the other, the strongest first",
            new Panel { X = Axis.Linear("flow time $t$"), Y = Axis.Linear("mode strength $u_i(t)$"), Marks = marks })
            with
        { Subtitle = "solid: measured; dashed: logistic $s_i / (1 + e^{-2 s_i (t - T_i)})$" };
    }

    private static Figure LossStaircase()
    {
        double[] t = Grid(0, 20, 600);
        double[] strengths = [4, 2, 1, 0.5];
        double[] loss = [.. t.Select(x => strengths.Sum(s => 0.5 * Math.Pow(s - Logistic(s, x, Math.Log(s / 1e-6) / (2 * s)), 2)))];
        List<Mark> marks = [new Line { Id = "loss", Label = "$L(t)$", X = t, Y = loss }];
        double rest = strengths.Sum(s => 0.5 * s * s);
        for (int i = 0; i < strengths.Length; i++)
        {
            marks.Add(new ReferenceLine { Id = $"plateau-{i}", Label = $"plateau {i + 1}", Orientation = Orientation.Horizontal, Value = rest });
            rest -= 0.5 * strengths[i] * strengths[i];
        }

        return Create("loss-staircase", "The loss falls in steps", new Panel { X = Axis.Linear("flow time $t$"), Y = Axis.Logarithmic("loss $\\mathcal{L}$"), Marks = marks });
    }

    private static Figure HalfTimes()
    {
        double[] s = LogGrid(0.1, 10, 9);
        return Create("half-times", "Half-times follow the exact law; the simple estimate is twice too long",
            new Panel
            {
                X = Axis.Logarithmic("singular value $s$"),
                Y = Axis.Logarithmic("half-time $T$"),
                Marks =
                [
                    new Scatter { Id = "measured", Label = "measured", X = s, Y = [.. s.Select(x => Math.Log((x - 1e-3) / 1e-3) / (2 * x))] },
                    new Line { Id = "exact", Label = "$\\log((s-\\varepsilon)/\\varepsilon)/2s$", Role = MarkRole.Theory, X = s, Y = [.. s.Select(x => Math.Log((x - 1e-3) / 1e-3) / (2 * x))] },
                    new Line { Id = "estimate", Label = "$\\frac{1}{s} \\log \\frac{s}{\\varepsilon}$", Role = MarkRole.Theory, X = s, Y = [.. s.Select(x => Math.Log(x / 1e-3) / x)] },
                ],
            });
    }

    private static Figure Imbalance()
    {
        double[] t = Grid(0, 5, 50);
        return Create("imbalance", "The imbalance $W_1 W_1^\\top - W_2^\\top W_2$ is conserved to rounding",
            new Panel
            {
                X = Axis.Linear("flow time $t$"),
                Y = Axis.Linear("$\\lVert W_1 W_1^\\top - W_2^\\top W_2 \\rVert_F$"),
                Marks = [new Line { Id = "drift", X = t, Y = [.. Noise(50, 3).Select(x => 2e-13 * (x + 0.5))] }],
            });
    }

    private static Figure PhasePortrait()
    {
        List<double> x = [];
        List<double> y = [];
        foreach (double a in Grid(-1.8, 1.8, 15))
        {
            foreach (double b in Grid(-1.8, 1.8, 15))
            {
                x.Add(a);
                y.Add(b);
            }
        }

        List<Mark> marks =
        [
            new VectorField { Id = "field", Label = "$-\\nabla L$", X = x, Y = y, DX = [.. x.Zip(y, (a, b) => 2 * a * b * (1 - (a * a * b)))], DY = [.. x.Zip(y, (a, b) => a * a * (1 - (a * a * b)))] },
            new Line { Id = "valley", Label = "minima $w_1^2 w_2 = s$", Role = MarkRole.Theory, X = Grid(-2, 2, 401), Y = [.. Grid(-2, 2, 401).Select(a => Math.Abs(a) < 0.3 ? double.NaN : 1 / (a * a))] },
        ];
        double[][] starts = [[0.2, -1.5], [-0.3, -1.2], [1.5, -0.5], [-1.7, 1.6]];
        for (int i = 0; i < starts.Length; i++)
        {
            (double a, double b) = (starts[i][0], starts[i][1]);
            List<double> px = [a];
            List<double> py = [b];
            for (int n = 0; n < 4000; n++)
            {
                double error = 1 - (a * a * b);
                (a, b) = (a + (0.004 * 2 * a * b * error), b + (0.004 * a * a * error));
                px.Add(a);
                py.Add(b);
            }

            marks.Add(new PhasePath { Id = $"path-{i}", Label = i == 0 ? "paths of the flow" : null, Color = 0, X = px, Y = py });
        }

        return Create("phase-portrait", "Paths follow hyperbolas to the minima",
            new Panel { X = Axis.Linear("$w_1$").Between(-2, 2), Y = Axis.Linear("$w_2$").Between(-2, 2), Marks = marks, IsAspectLocked = true })
            with
        { Size = FigureSize.Square };
    }

    private static Figure HeatMapFigure() => Create("heat-map", "Product matrix at the end",
        new Panel
        {
            X = Axis.Linear("column $j$"),
            Y = Axis.Linear("row $i$"),
            Marks =
            [
                new HeatMap
                {
                    Id = "map",
                    XEdges = Grid(0, 60, 61),
                    YEdges = Grid(0, 45, 46),
                    Values = [.. Enumerable.Range(0, 60 * 45).Select(k => k == 700 ? double.NaN : Math.Sin(k % 60 / 9.0) * Math.Cos(k / 60 / 7.0))],
                    Scale = new ColorScale { Label = "entry $W_{ij}$" },
                },
            ],
        });

    private static Figure DivergingMap() => Create("diverging-map", "Interference of features $\\hat{w}_i \\cdot \\hat{w}_j$",
        new Panel
        {
            Title = "after training",
            X = Axis.Linear("$i$"),
            Y = Axis.Linear("$j$"),
            IsAspectLocked = true,
            Marks =
            [
                new HeatMap
                {
                    Id = "map",
                    XEdges = Grid(-0.5, 5.5, 7),
                    YEdges = Grid(-0.5, 5.5, 7),
                    Values = [.. Noise(36, 5).Select((x, k) => k % 7 == 0 ? 1 : x * 1e-6)],
                    Scale = new ColorScale { Label = "$\\cos(w_i, w_j)$", Map = ColorMap.Diverging, Limits = new Limits(-1, 1) },
                },
            ],
        }) with
    { Size = FigureSize.Square };

    private static Figure SmallMultiples()
    {
        double[] t = LogGrid(0.01, 1000, 80);
        Panel[] panels = [.. Enumerable.Range(0, 6).Select(k => new Panel
        {
            Title = $"depth $d = {k + 2}$",
            X = Axis.Logarithmic("flow time $t$"),
            Y = k % 2 == 0 ? Axis.Linear("product $x$") : Axis.Logarithmic("gap $1 - x$"),
            Marks =
            [
                new Line { Id = $"flow-{k}", Label = "flow", Color = 0, X = t, Y = [.. t.Select(x => k % 2 == 0 ? 1 - Math.Exp(-x / (k + 1)) : Math.Exp(-x / 60 / (k + 1)))] },
                new Line { Id = $"theory-{k}", Label = "theory", Role = MarkRole.Theory, X = t, Y = [.. t.Select(x => k % 2 == 0 ? 1 - Math.Exp(-x / (k + 1)) : Math.Exp(-x / 60 / (k + 1)))] },
            ],
        })];
        return Create("small-multiples", "Escape takes longer with depth", panels) with { Columns = 3, Size = new FigureSize(960, 560) };
    }

    private static Figure ManySeries()
    {
        double[] x = Grid(0, 6, 200);
        return Create("many-series", "Twelve series that cross",
            new Panel
            {
                X = Axis.Linear("$x$"),
                Y = Axis.Linear("$\\sin(x + \\varphi_k)$"),
                Legend = LegendPlacement.Right,
                Marks = [.. Enumerable.Range(0, 12).Select(k => new Line { Id = $"series-{k}", Label = $"$\\varphi_{{{k}}}$", X = x, Y = [.. x.Select(v => Math.Sin(v + (k * 0.5)) + (0.1 * k))] })],
            });
    }

    private static Figure Ribbons()
    {
        double[] x = Grid(0, 10, 100);
        return Create("ribbons", "Median of 32 runs with the band from the 10th to the 90th percentile",
            new Panel
            {
                X = Axis.Linear("epoch $n$"),
                Y = Axis.Linear("effective rank $r$"),
                Legend = LegendPlacement.Inside,
                Marks =
                [
                    new Ribbon { Id = "band-a", Label = "10–90 %, $h = 8$", Color = 0, X = x, Lower = [.. x.Select(v => v - 0.5)], Upper = [.. x.Select(v => v + 0.8)] },
                    new Line { Id = "median-a", Label = "median, $h = 8$", Color = 0, X = x, Y = x },
                    new Ribbon { Id = "band-b", Label = "10–90 %, $h = 16$", Color = 1, X = x, Lower = [.. x.Select((v, i) => i is > 40 and < 50 ? double.NaN : 5 - (0.3 * v))], Upper = [.. x.Select(v => 7 - (0.3 * v))] },
                    new Line { Id = "median-b", Label = "median, $h = 16$", Color = 1, X = x, Y = [.. x.Select(v => 6 - (0.3 * v))] },
                ],
            });
    }

    private static Figure ErrorBarsAndFit()
    {
        double[] x = LogGrid(1e-6, 1e-2, 9);
        double[] y = [.. x.Select((v, i) => 1.4 * Math.Pow(v, -1 / 3.0) * (1 + (0.05 * Math.Sin(7 * i))))];
        return Create("error-bars-and-fit", "Escape time scales as $\\varepsilon^{-1/3}$",
            new Panel
            {
                X = Axis.Logarithmic("initial product $\\varepsilon$"),
                Y = Axis.Logarithmic("time to half target $T_1$") with { Unit = "flow time" },
                Marks =
                [
                    new ErrorBars { Id = "runs", Label = "mean of 16 runs, 95 % CI", X = x, Y = y, Lower = [.. y.Select(v => 0.8 * v)], Upper = [.. y.Select(v => 1.25 * v)] },
                    new FitLine { Id = "fit", Label = "fit", Slope = -0.3341, SlopeUncertainty = 0.0023, Confidence = 0.95, Intercept = 0.146, Range = new Limits(1e-6, 1e-4) },
                    new ReferenceBand { Id = "window", Label = "fitted range", Orientation = Orientation.Vertical, Lower = 1e-6, Upper = 1e-4 },
                ],
            });
    }

    private static Figure TinyRange() => Create("tiny-range", "A value near one", new Panel
    {
        X = Axis.Linear("step"),
        Y = Axis.Linear("$\\lVert w \\rVert$"),
        Marks = [new Line { Id = "norm", X = Grid(0, 1, 20), Y = [.. Grid(0, 1, 20).Select(v => 1 + (1e-8 * v))] }],
    });

    private static Figure HugeValues() => Create("huge-values", "Divergence", new Panel
    {
        X = Axis.Linear("steps"),
        Y = Axis.Linear("loss"),
        Marks = [new Line { Id = "loss", Label = "$L$", X = Grid(0, 3e7, 20), Y = [.. Grid(0, 1, 20).Select(v => 1e300 * v * v)] }],
    });

    private static Figure SinglePoint() => Create("single-point", "One point", new Panel
    {
        X = Axis.Linear("$x$"),
        Y = Axis.Logarithmic("$y$"),
        Marks = [new Scatter { Id = "point", Label = "only one", X = [3], Y = [42] }],
    });

    private static Figure Constants() => Create("constants", "Constant series", new Panel
    {
        X = Axis.Linear("$t$"),
        Y = Axis.Linear("value"),
        Marks = [new Line { Id = "one", Label = "always one", X = [0, 1, 2], Y = [1, 1, 1] }],
    }, new Panel
    {
        X = Axis.Linear("$t$"),
        Y = Axis.Linear("value"),
        Marks = [new Line { Id = "zero", Label = "always zero", X = [0, 1, 2], Y = [0, 0, 0] }],
    }) with
    { Columns = 2, Size = FigureSize.TwoColumns };

    private static Figure DenseNoise() => Create("dense-noise", "100 000 noisy points with a spike", new Panel
    {
        X = Axis.Linear("$t$"),
        Y = Axis.Linear("signal"),
        Marks = [new Line { Id = "noise", X = Grid(0, 1, 100_000), Y = [.. Noise(100_000, 1).Select((v, i) => i == 43_210 ? 3 : v)] }],
    });

    private static Figure DenseSmooth() => Create("dense-smooth", "100 000 smooth points", new Panel
    {
        X = Axis.Linear("$t$"),
        Y = Axis.Linear("signal"),
        Marks = [new Line { Id = "wave", X = Grid(0, 1, 100_000), Y = [.. Grid(0, 1, 100_000).Select(v => Math.Sin(20 * v) * Math.Exp(-3 * v))] }],
    });

    private static Figure LongLabels() => Create(
        "long-labels",
        "A title that goes on and on because someone wanted to state the whole finding in it, with all its conditions and exceptions, which is too much",
        new Panel
        {
            Title = "a panel title that is also far too long to fit above one panel of two, and so it needs to break",
            X = Axis.Linear("a horizontal axis label that is much longer than the axis it stands below, by a factor of two at least, and so on and on"),
            Y = Axis.Linear("a vertical axis label that is much longer than the axis it stands beside, by a factor of two at least, and so on and on"),
            Marks = [new Line { Id = "a", Label = "a series with a name that nobody can remember since it is so long", X = [0, 1], Y = [0, 1] }, new Line { Id = "b", Label = "short", X = [0, 1], Y = [1, 0] }],
        },
        new Panel { X = Axis.Linear("$x$"), Y = Axis.Linear("$y$"), Marks = [new Scatter { Id = "c", Label = "points", X = [1, 2, 3], Y = [1, 4, 9] }] })
        with
    { Columns = 2, Size = FigureSize.TwoColumns };

    private static Figure Annotated() => Create("annotated", "Annotations keep clear of each other", new Panel
    {
        X = Axis.Linear("$x$").Between(-2, 2),
        Y = Axis.Linear("$f(x)$"),
        Marks =
        [
            new Line { Id = "curve", Label = "$f$", X = Grid(-2, 2, 200), Y = [.. Grid(-2, 2, 200).Select(v => (v * v * v) - v)] },
            .. Enumerable.Range(0, 6).Select(k => new Annotation { Id = $"note-{k}", X = -0.6 + (0.05 * k), Y = 0.38, Text = $"maximum no. {k}" }),
            new Annotation { Id = "root", X = 1, Y = 0, Text = "root at $x = 1$" },
        ],
    });

    private static Figure NegativeOnLog() => Create("negative-on-log", "Values that a logarithmic axis cannot show are counted", new Panel
    {
        X = Axis.Linear("$t$"),
        Y = Axis.Logarithmic("$1 - x$"),
        Marks = [new Line { Id = "gap", Label = "gap", X = Grid(0, 9, 10), Y = [1, 0.1, 0.01, 0.001, 0, 1e-4, 1e-5, -1e-9, 1e-6, -2e-9] }],
    });

    private static Figure Staircase() => Create("staircase", "Rank grows in steps", new Panel
    {
        X = Axis.Linear("$t$"),
        Y = Axis.Linear("rank"),
        Marks =
        [
            new Step { Id = "rank", Label = "numerical rank", X = [0, 1, 2.5, 4, 8], Y = [0, 1, 2, 3, 4] },
            new Step { Id = "bound", Label = "bound", Role = MarkRole.Theory, X = [0, 2, 4, 8], Y = [1, 2, 4, 4] },
        ],
    });

    private static Figure NarrowLog() => Create("narrow-log", "Less than a decade", new Panel
    {
        X = Axis.Logarithmic("$x$").Between(3, 4.2),
        Y = Axis.Logarithmic("$y$").Between(0.2, 6),
        Marks = [new Line { Id = "line", Label = "power law", X = Grid(3, 4.2, 20), Y = Grid(0.3, 5, 20) }],
    });

    private static Figure LegendBelow() => Create("legend-below", "A legend below the plot", new Panel
    {
        X = Axis.Linear("$x$"),
        Y = Axis.Linear("$y$"),
        Legend = LegendPlacement.Below,
        Marks = [.. Enumerable.Range(0, 5).Select(k => new Line { Id = $"line-{k}", Label = $"series number {k}", X = [0, 1, 2], Y = [k, k + 1, k - 1] })],
    });

    private static Figure LogHeatMap() => Create("log-heat-map", "Time to learn over scale and rate", new Panel
    {
        X = Axis.Logarithmic("scale $\\sigma$"),
        Y = Axis.Logarithmic("rate $\\eta$"),
        Marks =
        [
            new HeatMap
            {
                Id = "map",
                XEdges = LogGrid(1e-6, 1, 13),
                YEdges = LogGrid(1e-3, 1, 7),
                Values = [.. Enumerable.Range(0, 72).Select(k => k % 11 == 3 ? -1 : Math.Pow(10, (k % 12) - (k / 12)))],
                Scale = new ColorScale { Label = "steps $n$", Norm = AxisScale.Logarithmic },
            },
            new Line { Id = "edge", Label = "$\\eta = 2/\\lambda$", Role = MarkRole.Theory, X = [1e-6, 1], Y = [1e-3, 1] },
        ],
    });

    private static Figure EverySymbol() => Create(
        "every-symbol",
        "$\\alpha\\beta\\gamma\\delta\\varepsilon\\zeta\\eta\\theta\\kappa\\lambda\\mu\\nu\\xi\\pi\\rho\\sigma\\tau\\varphi\\chi\\psi\\omega\\Gamma\\Delta\\Theta\\Lambda\\Xi\\Pi\\Sigma\\Phi\\Psi\\Omega$",
        new Panel
        {
            Title = "$\\overline{w}_i$, $\\hat{x}$, $\\tilde{y}$, $\\dot{x}$, $\\sqrt{2}$, $\\sqrt{w_1^2 + w_2^2}$, $\\frac{a+b}{c}$, $\\overline{AB}$",
            X = Axis.Linear("$\\mathcal{L} \\propto \\ell \\perp \\partial x \\in \\infty \\ll 1 \\gg \\lVert w \\rVert \\to \\pm 1 \\times 2 \\cdot 3 \\ne 4 \\le 5 \\ge 6 \\approx 7 \\sim 8$"),
            Y = Axis.Linear("$\\frac{\\partial L}{\\partial w_i}$ and $\\sum_i x_i^2$"),
            Marks =
            [
                new Line { Id = "a", Label = "$f'(x)$, $x'_1$, $x_{ij}^{2k}$", X = [0, 1], Y = [0, 1] },
                new Line { Id = "b", Label = "$\\log_{10} x$, $\\cos \\theta$, $e^{-x^2}$", X = [0, 1], Y = [0.2, 0.5] },
                new Line { Id = "c", Label = "$\\langle x, y \\rangle \\equiv \\nabla \\circ \\odot \\mp$", X = [0, 1], Y = [0.9, 0.2] },
            ],
        });
}
