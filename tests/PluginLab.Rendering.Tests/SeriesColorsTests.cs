using System.Globalization;
using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

/// <summary>The colours of series are told from each other and from the background with any kind of colour vision.</summary>
public sealed class SeriesColorsTests
{
    private const int Count = 8;
    private const double SmallestContrast = 3;

    // A tenth of the distance from black to white; a difference of 2.3 is just noticeable.
    private const double SmallestDifference = 10;

    private static readonly (FigureTheme Theme, string Background)[] Themes = [(FigureTheme.Light, "#ffffff"), (FigureTheme.Dark, "#14171a")];

    /// <summary>G. Machado, M. Oliveira, L. Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1.</summary>
    private static readonly (string Vision, double[] Matrix)[] Visions =
    [
        ("normal", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        ("protan", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
        ("deutan", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
        ("tritan", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
    ];

    [Test]
    public void Eight_series_have_eight_colours_in_every_kind_of_vision([ValueSource(nameof(Themes))] (FigureTheme Theme, string Background) drawing)
    {
        string[] colors = ColorsOf(Count, drawing.Theme);
        using (Assert.EnterMultipleScope())
        {
            foreach ((string vision, double[] matrix) in Visions)
            {
                for (int i = 0; i < Count; i++)
                {
                    for (int j = 0; j < i; j++)
                    {
                        Assert.That(Difference(colors[i], colors[j], matrix), Is.GreaterThan(SmallestDifference), $"{colors[i]} and {colors[j]}, {vision}");
                    }
                }
            }
        }
    }

    [Test]
    public void Every_series_stands_out_from_the_background([ValueSource(nameof(Themes))] (FigureTheme Theme, string Background) drawing) =>
        Assert.That(ColorsOf(Count, drawing.Theme).Select(color => Contrast(color, drawing.Background)), Has.All.GreaterThanOrEqualTo(SmallestContrast));

    [Test]
    public void Series_beyond_the_colours_differ_by_their_marker()
    {
        Scatter[] marks = [.. Enumerable.Range(0, 2 * Count).Select(i => new Scatter { Id = $"mark-{i}", X = [0], Y = [i] })];
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(marks), FigureTheme.Light);
        string[] looks = [.. marks.Select(mark =>
        {
            XElement group = Drawings.Mark(drawing, "figure", mark.Id);
            string path = (string)group.Element(Drawings.Svg + "path")!.Attribute("d")!;
            return (string)group.Attribute("color")! + path[path.IndexOfAny(['h', 'l', 'v', 'a'])..];
        })];
        Assert.That(looks, Is.Unique);
    }

    private static string[] ColorsOf(int count, FigureTheme theme)
    {
        Line[] lines = [.. Enumerable.Range(0, count).Select(i => new Line { Id = $"line-{i}", X = [0, 1], Y = [0, i] })];
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(lines), theme);
        return [.. lines.Select(line => (string)Drawings.Mark(drawing, "figure", line.Id).Attribute("color")!)];
    }

    private static double[] Linear(string color) => [.. Enumerable.Range(0, 3).Select(i =>
    {
        double share = int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    })];

    private static double Contrast(string first, string second)
    {
        (double a, double b) = (Luminance(Linear(first)), Luminance(Linear(second)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(double[] linear) => (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);

    /// <summary>Distance in CIELAB (1976) as a kind of vision sees two colours.</summary>
    private static double Difference(string first, string second, double[] vision)
    {
        (double[] a, double[] b) = (Lab(Seen(Linear(first), vision)), Lab(Seen(Linear(second), vision)));
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Seen(double[] linear, double[] vision) =>
        [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => vision[(3 * row) + column] * linear[column]), 0, 1))];

    private static double[] Lab(double[] linear)
    {
        double x = Root(((0.4124 * linear[0]) + (0.3576 * linear[1]) + (0.1805 * linear[2])) / 0.95047);
        double y = Root(Luminance(linear));
        double z = Root(((0.0193 * linear[0]) + (0.1192 * linear[1]) + (0.9505 * linear[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];

        static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
