using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Tests.Gallery;

/// <summary>A report with numbers that are known, on which a browser tries what the page's script does.</summary>
internal static class SampleReport
{
    private static readonly double[] X = [1, 10, 200, 1000];
    private static readonly double[] Y = [1e-7, 0.02, 3, 45];

    private static readonly Figure Known = new()
    {
        Id = "known",
        Title = "Known numbers",
        Caption = "Four points on logarithmic axes, and a line.",
        AltText = "Two lines.",
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("time $t$") with { Unit = "s" },
                Y = Axis.Logarithmic("strength"),
                Marks = [new Scatter { Id = "dots", Label = "$s_1$ <b>bold</b>", X = X, Y = Y }, new Line { Id = "other", Label = "other", X = X, Y = [1, 1, 1, 1] }],
            },
        ],
    };

    /// <summary>Writes the page, with the places of the points of the first mark and their numbers beside it.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        RunReport[] runs = [Run("first", ["paper"], 0.5, 0.7, 0.9), Run("second", ["variant", "data"], 0.505, 0.1)];
        File.WriteAllText(Path.Combine(folder, "index.html"), ReportPage.Write(runs));
        PanelLayout panel = runs[0].Figures[0].Drawing.Layout.Panels[0];
        object[] points = [.. X.Select((x, i) => new { px = At(panel.X, x), py = At(panel.Y, Y[i]), x, y = Y[i] })];
        File.WriteAllText(Path.Combine(folder, "points.json"), JsonSerializer.Serialize(points));
        File.WriteAllText(Path.Combine(folder, "provenance.json"), "{}");
    }

    private static double At(ScaleLayout scale, double value) => scale.StartPixel +
        (Math.Log(value / scale.Limits.Lower) / Math.Log(scale.Limits.Upper / scale.Limits.Lower) * (scale.EndPixel - scale.StartPixel));

    private static RunReport Run(string name, string[] tags, params double[] measured) => new()
    {
        Name = name,
        ExperimentId = "sample",
        Title = $"The {name}-sample",
        Question = "Does the page do what it says?",
        Plugin = "Sample",
        State = RunState.Finished,
        Integrator = "none",
        Command = $"pluginlab run --filter {name}",
        Tags = tags,
        Claims = [.. measured.Select((value, i) => Claim($"claim-{i}", value))],
        Figures = [.. FigureGallery.All.Prepend(Known).Select(figure => Reported(figure, name))],
    };

    private static Claim Claim(string id, double measured) => new()
    {
        Id = id,
        Statement = $"The value is one half, says {id}, as $N_2 = [\\log(1/\\delta) + A_d + \\kappa(A_d + (2 - 1/d)\\log 2) + B_d + \\kappa(B_d + (2 - 1/d)\\log 3)]/\\log(1/(1 - 2\\kappa))$.",
        Source = "sample",
        Predicted = 0.5,
        Measured = measured,
        Uncertainty = 1e-3,
        Bound = Bound.Within(0.5, 0.01),
        Expected = measured < 0.8 && measured > 0.6 ? Verdict.Refuted : Verdict.Supported,
    };

    private static ReportedFigure Reported(Figure figure, string run)
    {
        RenderedFigure drawing = new SvgRenderer().Render(figure, new RenderOptions { IdPrefix = run });
        return new ReportedFigure(figure, drawing, $"runs/{run}/figures/{figure.Id}.svg", $"runs/{run}/data/{figure.Id}.csv", FigureData.Write(figure));
    }
}
