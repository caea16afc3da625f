using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>Lines of text below each other: evenly spaced, with more room for those that hold a fraction or the like.</summary>
internal static class LineStack
{
    private const double Clearance = 3;

    /// <summary>Height of all lines.</summary>
    public static double HeightOf(IReadOnlyList<Label> lines, double lineHeight) => TopOf(lines, lineHeight, lines.Count);

    /// <summary>Distance of the upper edge of a line from that of the first.</summary>
    public static double TopOf(IReadOnlyList<Label> lines, double lineHeight, int line) =>
        lines.Take(line).Sum(label => RoomFor(label, lineHeight));

    /// <summary>Distance of the baseline of a line from the upper edge of the first.</summary>
    public static double BaselineOf(IReadOnlyList<Label> lines, double lineHeight, int line) =>
        MiddleOf(lines, lineHeight, line) - (lines[line].Height / 2) + lines[line].Ascent;

    /// <summary>Distance of the middle of a line from the upper edge of the first.</summary>
    public static double MiddleOf(IReadOnlyList<Label> lines, double lineHeight, int line) =>
        TopOf(lines, lineHeight, line) + (RoomFor(lines[line], lineHeight) / 2);

    private static double RoomFor(Label label, double lineHeight) => Math.Max(lineHeight, label.Height + Clearance);
}
