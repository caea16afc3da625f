using PluginLab.Figures;

namespace PluginLab.Host.Figures;

/// <summary>How figures are to look, apart from what they show; null where nothing is said.</summary>
internal sealed record FigureStyle
{
    /// <summary>The smallest width and height in mm.</summary>
    public const double SmallestSide = 10;

    /// <summary>The largest width and height in mm.</summary>
    public const double LargestSide = 1000;

    /// <summary>The smallest font size in pt.</summary>
    public const double SmallestFont = 3;

    /// <summary>The largest font size in pt.</summary>
    public const double LargestFont = 40;

    private const double PointsAtScaleOne = 9;
    private const double MillimetresPerPixel = 25.4 / 96;

    /// <summary>Width in mm; what follows from the height, or the figure's own, where nothing is said.</summary>
    public double? Width { get; init; }

    /// <summary>Height in mm; what the figure needs at the width, or the figure's own, where nothing is said.</summary>
    public double? Height { get; init; }

    /// <summary>Size in pt of the labels of axes; everything else is in proportion.</summary>
    public double? FontSize { get; init; }

    /// <summary>The colours.</summary>
    public FigureTheme? Theme { get; init; }

    /// <summary>Whether what lies behind shows through.</summary>
    public bool? IsTransparent { get; init; }

    /// <summary>Whether title and subtitle are drawn.</summary>
    public bool? IsTitleShown { get; init; }

    /// <summary>This style, and where it says nothing another.</summary>
    public FigureStyle Or(FigureStyle other) => new()
    {
        Width = Width ?? other.Width,
        Height = Height ?? other.Height,
        FontSize = FontSize ?? other.FontSize,
        Theme = Theme ?? other.Theme,
        IsTransparent = IsTransparent ?? other.IsTransparent,
        IsTitleShown = IsTitleShown ?? other.IsTitleShown,
    };

    /// <summary>The options that draw a figure of a size in this style.</summary>
    public RenderOptions Apply(RenderOptions options, FigureSize size) => options with
    {
        PrintSize = PrintSizeOf(size) ?? options.PrintSize,
        PrintWidth = Height is null ? Width ?? options.PrintWidth : null,
        FontScale = FontSize / PointsAtScaleOne ?? options.FontScale,
        Theme = Theme ?? options.Theme,
        IsTransparent = IsTransparent ?? options.IsTransparent,
        IsTitleShown = IsTitleShown ?? options.IsTitleShown,
    };

    /// <summary>The size of a figure on paper where nothing is said: 96 px are an inch.</summary>
    public static PrintSize NaturalPrintSize(FigureSize size) => new(size.Width * MillimetresPerPixel, size.Height * MillimetresPerPixel);

    private PrintSize? PrintSizeOf(FigureSize size) => (Width, Height) switch
    {
        ({ } width, { } height) => new(width, height),
        (null, { } height) => new(height * size.Width / size.Height, height),
        _ => null,
    };
}
