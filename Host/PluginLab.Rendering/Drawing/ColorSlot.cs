using System.Globalization;

namespace PluginLab.Rendering.Drawing;

/// <summary>A colour by its use, with a value for light and for dark drawings.</summary>
/// <param name="Name">Name of the style class.</param>
/// <param name="Light">Value on white, as #rrggbb.</param>
/// <param name="Dark">Value on near black.</param>
internal sealed record ColorSlot(string Name, string Light, string Dark);

/// <summary>The colours of a drawing.</summary>
/// <remarks>
/// The first five series colours after M. Okabe, K. Ito, Color Universal Design; three more found by search, as far as can be from these and
/// from each other for normal, protan, deutan and tritan vision, with a contrast of at least 3 to the background.
/// </remarks>
internal static class Palette
{
    private const double TextContrast = 4.5;
    private const double SmallestShade = 0.3;

    private static readonly string[] LightSeries = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#222222", "#900000", "#3000A8", "#784860"];
    private static readonly string[] DarkSeries = ["#56B4E9", "#D55E00", "#009E73", "#CC79A7", "#F0E442", "#D8F0F0", "#9060F0", "#A84890"];

    public static ColorSlot Background { get; } = new("bg", "#ffffff", "#14171a");

    public static ColorSlot Ink { get; } = new("ink", "#222222", "#ffffff");

    public static ColorSlot Muted { get; } = new("mut", "#595959", "#b4bac0");

    public static ColorSlot Axis { get; } = new("ax", "#444444", "#c4c9ce");

    public static ColorSlot Guide { get; } = new("gd", "#767676", "#8f969d");

    public static ColorSlot Grid { get; } = new("gr", "#e6e6e6", "#2b3036");

    /// <summary>The colours of series.</summary>
    public static IReadOnlyList<ColorSlot> Series { get; } =
        [.. LightSeries.Select((light, i) => new ColorSlot(Name("s", i), light, DarkSeries[i]))];

    /// <summary>The same hues with more contrast: for text, and for theory over data.</summary>
    public static IReadOnlyList<ColorSlot> Strong { get; } =
        [.. LightSeries.Select((light, i) => new ColorSlot(Name("t", i), Shade(light, "#000000", Background.Light), Shade(DarkSeries[i], "#ffffff", Background.Dark)))];

    /// <summary>Contrast of two colours, from 1 to 21.</summary>
    /// <remarks>Source: WCAG 2.2, contrast ratio.</remarks>
    public static double ContrastOf(string first, string second)
    {
        (double a, double b) = (LuminanceOf(first), LuminanceOf(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static string Name(string kind, int index) => kind + index.ToString(CultureInfo.InvariantCulture);

    private static string Shade(string color, string toward, string background)
    {
        for (double share = SmallestShade; share < 1; share += 0.05)
        {
            string mixed = Mix(color, toward, share);
            if (ContrastOf(mixed, background) >= TextContrast)
            {
                return mixed;
            }
        }

        return toward;
    }

    private static string Mix(string from, string to, double share)
    {
        string mixed = "#";
        for (int channel = 0; channel < 3; channel++)
        {
            double value = (Channel(from, channel) * (1 - share)) + (Channel(to, channel) * share);
            mixed += ((int)Math.Round(value)).ToString("x2", CultureInfo.InvariantCulture);
        }

        return mixed;
    }

    private static double LuminanceOf(string color)
    {
        return (0.2126 * Linear(0)) + (0.7152 * Linear(1)) + (0.0722 * Linear(2));

        double Linear(int channel)
        {
            double share = Channel(color, channel) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }

    private static int Channel(string color, int channel) =>
        int.Parse(color.AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
