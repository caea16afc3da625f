using PluginLab.Figures;
using PluginLab.Rendering;

namespace PluginLab.Bench.Peers;

/// <summary>Draws seconds against error for each workload, with PluginLab's own renderer.</summary>
internal static class WorkPrecisionFigure
{
    private static readonly (string Workload, string Title)[] Panels =
        [("W1P", "W1P, $w_1 w_2 w_3$, 100 000 trajectories"), ("W1Q", "W1Q, $w_1^2 w_2$, 100 000 trajectories"), ("W2_64", "W2-64, network of width 64"), ("W2_256", "W2-256, network of width 256"), ("W3_32", "W3, stiff network of width 32")];

    // What is drawn, each with its own colour in every panel; methods share one where no panel shows both.
    private static readonly (string Peer, string Method, string Label, int Color)[] Curves =
    [
        (Measurement.Ours, "dormand-prince-5", "dormand-prince-5", 0),
        (Measurement.Ours, "dormand-prince-8", "dormand-prince-8", 1),
        (Measurement.Ours, "runge-kutta-chebyshev-2", "runge-kutta-chebyshev-2", 2),
        (Measurement.Ours, "runge-kutta-4", "runge-kutta-4", 6),
        (Measurement.Ours, "gradient-descent", "gradient-descent", 2),
        ("boost", "dopri5", "Boost dopri5", 3),
        ("boost", "dopri5-dense", "Boost dopri5", 3),
        ("boost", "fehlberg78", "Boost fehlberg78", 4),
        ("sundials", "cvode-adams", "CVODE Adams", 5),
        ("sundials", "cvode-bdf-pcg50", "CVODE BDF, PCG", 6),
    ];

    /// <summary>Writes the drawing.</summary>
    public static void Write(string path, IReadOnlyList<Measurement> rows)
    {
        Figure figure = new()
        {
            Id = "work-precision",
            Title = "What accuracy costs: PluginLab and the best packaged peers on one thread",
            Caption = "Seconds of one core against the largest error of all compared numbers, a point for each tolerance or constant step; lower and further left is better.",
            AltText = "Panels with falling lines, one for each method of PluginLab and of its peers.",
            Size = new FigureSize(960, 1000),
            Columns = 2,
            Panels = [.. Panels.Where(panel => rows.Any(row => row.Workload == panel.Workload)).Select(panel => CreatePanel(panel.Workload, panel.Title, rows))],
        };
        File.WriteAllBytes(path, new SvgRenderer().Render(figure, new RenderOptions()).Content.ToArray());
    }

    private static Panel CreatePanel(string workload, string title, IReadOnlyList<Measurement> rows)
    {
        List<Mark> marks = [];
        foreach ((string peer, string method, string label, int color) in Curves)
        {
            Measurement[] curve = [.. rows.Where(row => row.Workload == workload && row.Peer == peer && row.Method == method).OrderBy(row => row.Error)];
            if (curve.Length > 0)
            {
                double[] x = [.. curve.Select(row => row.Error)];
                double[] y = [.. curve.Select(row => row.Seconds)];
                string id = $"{workload.ToLowerInvariant().Replace('_', '-')}-{peer}-{method}";
                marks.Add(new Line { Id = id, Label = label, X = x, Y = y, Color = color });
                marks.Add(new Scatter { Id = $"{id}-points", X = x, Y = y, Color = color });
            }
        }

        return new() { Title = title, X = Axis.Logarithmic("largest error"), Y = Axis.Logarithmic("seconds"), Marks = marks, Legend = LegendPlacement.Below };
    }
}
