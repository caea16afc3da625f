using System.Globalization;
using PluginLab.Figures;

namespace PluginLab.Rendering.Layout;

/// <summary>How large a drawing is, and how large that on which it is laid out: with text twice as large, a figure is laid out on half its size and magnified.</summary>
internal sealed class DrawingScale
{
    public const double SmallestPrint = 10;
    public const double LargestPrint = 1000;
    public const double SmallestFontScale = 0.25;
    public const double LargestFontScale = 5;

    private const double PixelsPerMillimetre = 96 / 25.4;

    private readonly double fontScale;
    private readonly PrintSize? print;
    private readonly FigureSize asked;

    public DrawingScale(Figure figure, RenderOptions options)
    {
        (fontScale, print, asked) = (options.FontScale, options.PrintSize, figure.Size);
        (Width, Height) = print is { } size ? (size.Width * PixelsPerMillimetre / fontScale, size.Height * PixelsPerMillimetre / fontScale) : (asked.Width / fontScale, asked.Height / fontScale);
    }

    /// <summary>Size of what is laid out, in whole px.</summary>
    public FigureSize LayoutSize => new((int)Width, (int)Height);

    /// <summary>Length on which a length on paper is laid out, in whole px.</summary>
    public static int LayoutLength(double millimetres, double fontScale) => (int)(millimetres * PixelsPerMillimetre / fontScale);

    /// <summary>The size on which a figure is laid out; as high as wide where the height is not known yet.</summary>
    public static FigureSize LayoutSizeOf(Figure figure, RenderOptions options) =>
        options.PrintWidth is { } width ? new(LayoutLength(width, options.FontScale), LayoutLength(width, options.FontScale)) : new DrawingScale(figure, options).LayoutSize;

    /// <summary>The size on paper of a layout that was fitted to a width; exactly as wide as asked for.</summary>
    public static PrintSize PrintSizeOf(FigureSize laidOut, RenderOptions options) =>
        new(options.PrintWidth!.Value, Math.Round((laidOut.Height + 0.5) * options.FontScale / PixelsPerMillimetre, 2));

    private double Width { get; }

    private double Height { get; }

    /// <summary>The attributes that give a drawing its size, and width and height of its coordinates.</summary>
    /// <param name="laidOut">The size after layout, which may have enlarged it.</param>
    public (string Attributes, string Width, string Height) Describe(FigureSize laidOut)
    {
        bool isAsAsked = laidOut == LayoutSize;
        (double width, double height) = isAsAsked ? (Width, Height) : (laidOut.Width, laidOut.Height);
        (double shownWidth, double shownHeight) = print is not { } size ? isAsAsked ? (asked.Width, asked.Height) : (width * fontScale, height * fontScale)
            : isAsAsked ? (size.Width, size.Height)
            : (width * fontScale / PixelsPerMillimetre, height * fontScale / PixelsPerMillimetre);
        string unit = print is null ? "" : "mm";
        return ($" width=\"{Text(shownWidth)}{unit}\" height=\"{Text(shownHeight)}{unit}\" viewBox=\"0 0 {Text(width)} {Text(height)}\"", Text(width), Text(height));
    }

    private static string Text(double length) => Math.Round(length, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
