using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;

namespace PluginLab.Rendering.Checks;

/// <summary>Checks of the sizes of a figure: in px, on paper and of its text.</summary>
internal static class SizeChecks
{
    /// <summary>The smallest width and height of what is laid out, in px.</summary>
    public const int SmallestSide = 100;

    private const int LargestSide = 4000;

    public static void Check(Figure figure, RenderOptions options, List<string> problems)
    {
        if (!IsSide(figure.Size.Width) || !IsSide(figure.Size.Height))
        {
            problems.Add($"Its size is {Positions.Of(figure.Size.Width)} × {Positions.Of(figure.Size.Height)} px; width and height must be from {SmallestSide} to {LargestSide}.");
            return;
        }

        CheckScale(figure, options, problems);
    }

    /// <summary>What is laid out must have a size that figures may have, whatever size it is shown at.</summary>
    private static void CheckScale(Figure figure, RenderOptions options, List<string> problems)
    {
        int before = problems.Count;
        if (!(options.FontScale is >= DrawingScale.SmallestFontScale and <= DrawingScale.LargestFontScale))
        {
            problems.Add($"The font scale is {NumberText.Of(options.FontScale)}; it must be from {NumberText.Of(DrawingScale.SmallestFontScale)} to {NumberText.Of(DrawingScale.LargestFontScale)}.");
        }

        if (options.PrintSize is { } size && !(IsPrintable(size.Width) && IsPrintable(size.Height)))
        {
            problems.Add($"The print size is {NumberText.Of(size.Width)} × {NumberText.Of(size.Height)} mm; width and height must be from {NumberText.Of(DrawingScale.SmallestPrint)} to {NumberText.Of(DrawingScale.LargestPrint)}.");
        }

        if (options.PrintWidth is { } width && !IsPrintable(width))
        {
            problems.Add($"The print width is {NumberText.Of(width)} mm; it must be from {NumberText.Of(DrawingScale.SmallestPrint)} to {NumberText.Of(DrawingScale.LargestPrint)}.");
        }

        if (options is { PrintWidth: not null, PrintSize: not null })
        {
            problems.Add("Both a print size and a print width are given; give the size, or the width from which the height follows.");
        }

        if (problems.Count == before && DrawingScale.LayoutSizeOf(figure, options) is var laidOut && !(IsSide(laidOut.Width) && IsSide(laidOut.Height)))
        {
            problems.Add($"With this size and font it is laid out on {Positions.Of(laidOut.Width)} × {Positions.Of(laidOut.Height)} px of the usual font; width and height must be from {SmallestSide} to {LargestSide}. Choose a larger size or a smaller font, or the other way round.");
        }
    }

    private static bool IsSide(int side) => side is >= SmallestSide and <= LargestSide;

    private static bool IsPrintable(double side) => side is >= DrawingScale.SmallestPrint and <= DrawingScale.LargestPrint;
}
