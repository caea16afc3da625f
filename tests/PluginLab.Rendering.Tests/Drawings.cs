using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

/// <summary>Draws figures and reads drawings back.</summary>
internal static partial class Drawings
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static RenderedFigure Draw(Figure figure, FigureTheme theme = FigureTheme.Automatic, string prefix = "") =>
        new SvgRenderer().Render(figure, new RenderOptions { Theme = theme, IdPrefix = prefix });

    public static string Text(RenderedFigure drawing) => Encoding.UTF8.GetString(drawing.Content.Span);

    public static XDocument Parse(RenderedFigure drawing) => XDocument.Parse(Text(drawing), LoadOptions.PreserveWhitespace);

    /// <summary>The elements of a mark.</summary>
    public static XElement Mark(RenderedFigure drawing, string figureId, string markId) =>
        Parse(drawing).Descendants(Svg + "g").Single(g => (string?)g.Attribute("id") == $"{figureId}-mark-{markId}");

    /// <summary>Vertices of the first path of a mark, in px, piece by piece.</summary>
    public static List<List<(double X, double Y)>> Vertices(RenderedFigure drawing, string figureId, string markId) =>
        [.. Mark(drawing, figureId, markId).Elements(Svg + "path").SelectMany(path => ReadPath((string)path.Attribute("d")!))];

    public static Figure OnePanel(params Mark[] marks) => OnePanel(Axis.Linear("$x$"), Axis.Linear("$y$"), marks);

    public static Figure OnePanel(Axis x, Axis y, params Mark[] marks) => new()
    {
        Id = "figure",
        Title = "A title",
        Caption = "A caption.",
        AltText = "A drawing.",
        Panels = [new Panel { X = x, Y = y, Marks = marks }],
    };

    /// <summary>The value at a position of an axis.</summary>
    public static double Invert(ScaleLayout scale, double pixel)
    {
        double share = (pixel - scale.StartPixel) / (scale.EndPixel - scale.StartPixel);
        return scale.Scale == AxisScale.Linear ? scale.Limits.Lower + (share * (scale.Limits.Upper - scale.Limits.Lower))
            : scale.Scale == AxisScale.SymmetricLogarithmic ? Unbend(Bend(scale.Limits.Lower) + (share * (Bend(scale.Limits.Upper) - Bend(scale.Limits.Lower))))
            : scale.Limits.Lower * Math.Pow(scale.Limits.Upper / scale.Limits.Lower, share);

        double Bend(double value) => Bent(scale, value);

        double Unbend(double position) => Math.Abs(position) <= 1 ? position * scale.LinearRange : Math.Sign(position) * scale.LinearRange * Math.Pow(10, Math.Abs(position) - 1);
    }

    /// <summary>The position of a value on an axis, from the published limits alone.</summary>
    public static double Position(ScaleLayout scale, double value)
    {
        double share = scale.Scale == AxisScale.SymmetricLogarithmic
            ? (Bent(scale, value) - Bent(scale, scale.Limits.Lower)) / (Bent(scale, scale.Limits.Upper) - Bent(scale, scale.Limits.Lower))
            : scale.Scale == AxisScale.Linear
            ? (value - scale.Limits.Lower) / (scale.Limits.Upper - scale.Limits.Lower)
            : Math.Log(value / scale.Limits.Lower) / Math.Log(scale.Limits.Upper / scale.Limits.Lower);
        return scale.StartPixel + (share * (scale.EndPixel - scale.StartPixel));
    }

    private static double Bent(ScaleLayout scale, double value)
    {
        double ratio = value / scale.LinearRange;
        return Math.Abs(ratio) <= 1 ? ratio : Math.Sign(ratio) * (1 + Math.Log10(Math.Abs(ratio)));
    }

    private static List<List<(double X, double Y)>> ReadPath(string data)
    {
        List<List<(double, double)>> pieces = [];
        (double x, double y) = (0, 0);
        foreach (Match command in Command().Matches(data))
        {
            double[] numbers = [.. Number().Matches(command.Groups[2].Value).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
            char letter = command.Groups[1].Value[0];
            int stride = letter is 'h' or 'v' ? 1 : letter == 'z' ? 0 : 2;
            for (int i = 0; stride > 0 && i < numbers.Length; i += stride)
            {
                (x, y) = letter switch
                {
                    'M' or 'L' => (numbers[i], numbers[i + 1]),
                    'l' => (x + numbers[i], y + numbers[i + 1]),
                    'h' => (x + numbers[i], y),
                    'v' => (x, y + numbers[i]),
                    _ => throw new FormatException($"The path holds the command {letter}."),
                };
                if (letter == 'M')
                {
                    pieces.Add([]);
                }

                pieces[^1].Add((x / 100, y / 100));
            }
        }

        return pieces;
    }

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Command();

    [GeneratedRegex("-?[0-9.]+")]
    private static partial Regex Number();
}
