using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

/// <summary>Colour maps for magnitudes are the published ones, and equal steps of a value look equally large.</summary>
public sealed class ColorMapTests
{
    private const int Steps = 16;

    // A drawing has 253 colours of a map; no channel of batlow changes by more from one to the next.
    private const double LargestStep = 0.01;

    // Source: F. Crameri, Scientific colour maps 7, https://doi.org/10.5281/zenodo.1243862, batlow: colours of its 256 that the table does not hold.
    [TestCase(32, 0.066899, 0.26319, 0.37759)]
    [TestCase(64, 0.1333, 0.37528, 0.3794)]
    [TestCase(96, 0.30238, 0.45028, 0.30012)]
    [TestCase(128, 0.51125, 0.5109, 0.1933)]
    [TestCase(143, 0.62374, 0.539, 0.16981)]
    [TestCase(196, 0.96494, 0.62693, 0.46486)]
    [TestCase(219, 0.99311, 0.69345, 0.67081)]
    public void Batlow_is_the_published_map(int index, double red, double green, double blue)
    {
        double[] color = [.. ColorAt(ColorMap.Batlow, index / 255.0).Select(channel => channel / 255.0)];
        Assert.That(color, Is.EqualTo((double[])[red, green, blue]).Within(LargestStep));
    }

    // Viridis is uniform in CAM02-UCS, by whose measure CIELAB sees too much in yellow.
    [TestCase(ColorMap.Viridis, 2.5)]
    [TestCase(ColorMap.Batlow, 2)]
    public void Equal_steps_look_equally_large_within_a_factor(ColorMap map, double factor)
    {
        (double L, double A, double B)[] colors = [.. Enumerable.Range(0, Steps + 1).Select(i => Perceived(map, i / (double)Steps))];
        double[] differences = [.. colors.Zip(colors.Skip(1), (from, to) => Math.Sqrt(Square(to.L - from.L) + Square(to.A - from.A) + Square(to.B - from.B)))];
        Assert.That(differences.Max() / differences.Min(), Is.LessThan(factor), string.Join(", ", differences));
    }

    [TestCase(ColorMap.Viridis)]
    [TestCase(ColorMap.Batlow)]
    public void Larger_values_are_lighter(ColorMap map)
    {
        double[] lightness = [.. Enumerable.Range(0, Steps + 1).Select(i => Perceived(map, i / (double)Steps).L)];
        Assert.That(lightness, Is.Ordered.Ascending.And.Unique);
    }

    /// <summary>Red, green and blue at a share of the way along a map, as an arrow has them.</summary>
    private static byte[] ColorAt(ColorMap map, double share)
    {
        VectorField arrow = new() { Id = "arrow", X = [0.5], Y = [0.5], DX = [share], DY = [0], Scale = new ColorScale { Label = "share", Map = map, Limits = new Limits(0, 1) } };
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Axis.Linear("").Between(0, 1), Axis.Linear("").Between(0, 1), arrow));
        return Convert.FromHexString(((string)Drawings.Mark(drawing, "figure", "arrow").Element(Drawings.Svg + "path")!.Attribute("color")!)[1..]);
    }

    /// <summary>A colour of a map in CIELAB under D65, from sRGB (IEC 61966-2-1).</summary>
    private static (double L, double A, double B) Perceived(ColorMap map, double share)
    {
        double[] c = [.. ColorAt(map, share).Select(channel => Linear(channel / 255.0))];
        double x = Root(((0.4124564 * c[0]) + (0.3575761 * c[1]) + (0.1804375 * c[2])) / 0.95047);
        double y = Root((0.2126729 * c[0]) + (0.7151522 * c[1]) + (0.0721750 * c[2]));
        double z = Root(((0.0193339 * c[0]) + (0.1191920 * c[1]) + (0.9503041 * c[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double Square(double value) => value * value;
}
