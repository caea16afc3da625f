using PluginLab.Experiments;
using PluginLab.Figures;
using static PluginLab.Rendering.Tests.Gallery.FigureGallery;

namespace PluginLab.Rendering.Tests.Gallery;

/// <summary>Marks for distributions, matrices over time, level lines, bands of fits and claims.</summary>
internal static class MarkFigures
{
    public static IReadOnlyList<Figure> All => [Fan(), Histograms(), Strip(), Contours(), Nullclines(), FitBand(), Verdicts()];

    private static Figure Fan()
    {
        double[] t = Grid(0, 10, 120);
        double[] levels = [0.05, 0.25, 0.5, 0.75, 0.95];
        double[] scores = [-1.645, -0.674, 0, 0.674, 1.645];
        return Create("fan", "Rise times spread while the middle half stays close", new Panel
        {
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Linear("mode strength $u$"),
            Marks =
            [
                new QuantileFan { Id = "runs", Label = "64 runs", X = t, Levels = levels, Quantiles = [.. scores.Select(z => t.Select(x => 2 / (1 + Math.Exp(4 - (1.2 * x) - z))).ToArray())] },
                new QuantileFan { Id = "slow", Label = "slow", X = t, Levels = [0.1, 0.9], Quantiles = [.. ((double[])[-1.28, 1.28]).Select(z => t.Select((x, i) => i is > 50 and < 56 ? double.NaN : 1 / (1 + Math.Exp(5 - x - z))).ToArray())] },
                new Line { Id = "theory", Label = "logistic", Role = MarkRole.Theory, X = t, Y = [.. t.Select(x => 2 / (1 + Math.Exp(4 - (1.2 * x))))] },
            ],
        });
    }

    private static Figure Histograms()
    {
        double[] samples = [.. Enumerable.Range(0, 4000).Select(i => Noise(12, (uint)i + 1).Sum())];
        double[] x = Grid(-3, 3, 120);
        return Create("histograms", "Sums of twelve uniform numbers are all but Gaussian",
            new Panel
            {
                X = Axis.Linear("sum $z$"),
                Y = Axis.Linear("density $p(z)$"),
                Legend = LegendPlacement.Inside,
                Marks =
                [
                    Histogram.OfSamples("sums", samples, Grid(-2.4, 2.4, 25)) with { Label = "4000 sums", Height = HistogramHeight.Density },
                    new Line { Id = "gauss", Label = "Gaussian", Role = MarkRole.Theory, X = x, Y = [.. x.Select(v => Math.Exp(-v * v / 2) / Math.Sqrt(2 * Math.PI))] },
                ],
            },
            new Panel
            {
                X = Axis.Logarithmic("time $T$"),
                Y = Axis.Linear("runs"),
                Marks = [new Histogram { Id = "times", Label = "runs", Edges = [0.1, 0.2, 0.5, 1, 2, 5, 10], Counts = [1, 5, 12, 0, 7, 2] }],
            }) with
        { Columns = 2, Size = FigureSize.TwoColumns };
    }

    private static Figure Strip() => Create("strip", "One feature after another leaves the others alone", new Panel
    {
        X = Axis.Linear("flow time $t$"),
        Y = Axis.Linear("row $i$"),
        Marks =
        [
            new MatrixStrip
            {
                Id = "gram",
                Rows = 4,
                Columns = 4,
                Matrices = [.. Enumerable.Range(0, 5).Select(k => Noise(16, 9).Select((x, i) => i % 5 == 0 ? 1 : k == 4 && i == 3 ? double.NaN : x / (1 << k)).ToArray())],
                Captions = [.. Enumerable.Range(0, 5).Select(k => $"${2 * k}$")],
                RowNames = ["$w_1$", "$w_2$", "$w_3$", "$w_4$"],
                Scale = new ColorScale { Label = "$\\cos(w_i, w_j)$", Map = ColorMap.Diverging },
            },
        ],
    }) with
    { Size = new FigureSize(960, 260) };

    private static Figure Contours()
    {
        double[] x = Grid(-2, 2, 61);
        double[] loss = [.. from y in x from v in x select Math.Pow(1 - (v * y), 2) / 2];
        return Create("contours", "The loss $(1 - w_1 w_2)^2/2$ has two valleys", new Panel
        {
            X = Axis.Linear("$w_1$"),
            Y = Axis.Linear("$w_2$"),
            IsAspectLocked = true,
            Marks =
            [
                new Contour { Id = "loss", Label = "loss $L$", X = x, Y = x, Values = loss, Levels = [0.05, 0.2, 0.5, 1, 2, 4] },
                new PhasePath { Id = "path", Label = "flow", X = Grid(-1.6, -1, 40), Y = Grid(0.4, -1, 40) },
            ],
        }) with
        { Size = FigureSize.Square };
    }

    private static Figure Nullclines()
    {
        double[] x = Grid(-2, 2, 41);
        double[] coarse = Grid(-1.8, 1.8, 13);
        (double X, double Y)[] tails = [.. from b in coarse from a in coarse select (a, b)];
        return Create("nullclines", "Where each weight rests", new Panel
        {
            X = Axis.Linear("$w_1$"),
            Y = Axis.Linear("$w_2$"),
            IsAspectLocked = true,
            Legend = LegendPlacement.Below,
            Marks =
            [
                new VectorField { Id = "flow", X = [.. tails.Select(p => p.X)], Y = [.. tails.Select(p => p.Y)], DX = [.. tails.Select(p => p.Y - (p.X * p.X * p.X))], DY = [.. tails.Select(p => p.X - p.Y)] },
                new Nullcline { Id = "first", Label = "$\\dot w_1 = 0$", Color = 0, X = x, Y = x, Values = [.. from b in x from a in x select b - (a * a * a)] },
                new Nullcline { Id = "second", Label = "$\\dot w_2 = 0$", Color = 1, X = x, Y = x, Values = [.. from b in x from a in x select a - b] },
                new Scatter { Id = "rest", Label = "fixed points", Color = 4, X = [-1, 0, 1], Y = [-1, 0, 1] },
            ],
        }) with
        { Size = new FigureSize(520, 560) };
    }

    private static Figure FitBand()
    {
        double[] x = LogGrid(1, 100, 12);
        return Create("fit-band", "The band says how well the line is known", new Panel
        {
            X = Axis.Logarithmic("depth $d$"),
            Y = Axis.Logarithmic("time $T$") with { Unit = "s" },
            Marks =
            [
                new Scatter { Id = "times", Label = "measured", X = x, Y = [.. x.Select((v, i) => 3 * Math.Pow(v, 0.5) * (1 + (0.25 * Math.Sin(5 * i))))] },
                new FitLine { Id = "fit", Label = "fit", Slope = 0.5, SlopeUncertainty = 0.06, Confidence = 0.95, Intercept = 0.477, Range = new Limits(1, 100), Covariance = new FitCovariance(0.0012, -0.0009, 0.0009) },
            ],
        });
    }

    private static Figure Verdicts()
    {
        double[] t = Grid(0, 5, 80);
        Claim claim = new()
        {
            Id = "half-time",
            Statement = "The mode reaches half of its strength at $T = \\frac{1}{2s}\\log\\frac{s-\\varepsilon}{\\varepsilon}$.",
            Source = "Note 0",
            Predicted = 2.3,
            Measured = 2.3004,
            Uncertainty = 0.0012,
            Bound = Bound.Near(2.3, 0.01),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
        Claim[] claims =
        [
            claim,
            claim with { Id = "simple", Statement = "The simple estimate $\\frac{1}{s} \\log \\frac{s}{\\varepsilon}$ holds.", Predicted = 4.6, Bound = Bound.Near(4.6, 0.01), Expected = Verdict.Refuted },
            claim with { Id = "open", Statement = "The loss is a millionth at the end.", Predicted = 1e-6, Measured = 1.2e-6, Uncertainty = 3e-7, Bound = Bound.Near(1e-6, 1e-7) },
            claim with { Id = "aside", Statement = "Equal starts stay equal.", NotApplicable = "The starts differ.", Predicted = double.NaN, Measured = double.NaN },
        ];
        Panel plot = new()
        {
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Linear("mode strength $u$"),
            Marks = [new Line { Id = "mode", Label = "$u$", X = t, Y = [.. t.Select(x => Logistic(1, x, 2.3))] }, new ReferenceLine { Id = "half", Label = "$T$", Orientation = Orientation.Vertical, Value = 2.3 }],
        };
        return Create("verdicts", "A mode and what was claimed of it", plot, new VerdictTable { Id = "claims", Claims = claims }.ToPanel("Claims")) with
        {
            Columns = 2,
            Size = new FigureSize(1100, 360),
        };
    }
}
