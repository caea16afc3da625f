using System.Globalization;

namespace PluginLab.Rendering.Text;

/// <summary>Advance widths of the metric family of Liberation Sans and Arial, so that text is measured without an installed font.</summary>
internal static partial class FontMetrics
{
    /// <summary>Height above the baseline that a line of text takes, per px of font size: capitals and ascenders.</summary>
    public const double Ascent = 0.75;

    /// <summary>Depth below the baseline, likewise.</summary>
    public const double Descent = 0.22;

    private const double UnitsPerEm = 2048;

    // A character that the family lacks is drawn from another font; most are no wider than this.
    private const ushort UnknownWidth = 2048;

    private static readonly ushort[][] Tables = [.. Styles().Select(Expand)];

    /// <summary>The width of a text in px, without kerning.</summary>
    public static double WidthOf(string text, double size, bool isBold, bool isItalic)
    {
        ushort[] table = Tables[(isBold ? 1 : 0) + (isItalic ? 2 : 0)];
        long units = 0;
        foreach (char character in text)
        {
            units += character < table.Length && table[character] > 0 ? table[character] : WidthOfUnknown(character);
        }

        return units * size / UnitsPerEm;
    }

    private static ushort WidthOfUnknown(char character) =>
        char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            UnicodeCategory.Surrogate => UnknownWidth * 3 / 4,
            _ => UnknownWidth,
        };

    private static IEnumerable<ushort[]> Styles() =>
        [RegularWidths.ToArray(), BoldWidths.ToArray(), ItalicWidths.ToArray(), BoldItalicWidths.ToArray()];

    private static ushort[] Expand(ushort[] widths)
    {
        ReadOnlySpan<ushort> ranges = Ranges;
        ushort[] table = new ushort[ranges[^1] + 1];
        int next = 0;
        for (int i = 0; i < ranges.Length; i += 2)
        {
            for (int character = ranges[i]; character <= ranges[i + 1]; character++)
            {
                table[character] = widths[next++];
            }
        }

        return table;
    }
}
