namespace PluginLab.Rendering.Text;

/// <summary>Size and weight of a text.</summary>
/// <param name="Size">Font size in px.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal readonly record struct TextStyle(double Size, bool IsBold = false)
{
    public static TextStyle Tick { get; } = new(11);

    public static TextStyle Axis { get; } = new(12);

    public static TextStyle Title { get; } = new(13, IsBold: true);

    public static TextStyle PanelTitle { get; } = new(12, IsBold: true);

    public static TextStyle Note { get; } = new(10);
}

/// <summary>Characters of one look at one height.</summary>
/// <param name="Text">The characters.</param>
/// <param name="X">Left edge, from the left edge of the label.</param>
/// <param name="Width">Measured width.</param>
/// <param name="Rise">Height of the baseline above that of the label.</param>
/// <param name="Size">Font size in px.</param>
/// <param name="IsItalic">Whether the run is slanted.</param>
internal sealed record TextRun(string Text, double X, double Width, double Rise, double Size, bool IsItalic)
{
    public double End => X + Width;
}

/// <summary>A stroke of a label: a rule, a root sign or a symbol that the font lacks.</summary>
/// <param name="Points">Path commands with coordinates in px from the start of the baseline, y downward: M, L, C.</param>
/// <param name="Width">Width of the stroke in px.</param>
internal sealed record LabelStroke(IReadOnlyList<PathPoint> Points, double Width);

/// <summary>A command of a path with its last point; a curve is three in a row, of which the first says C.</summary>
/// <param name="Command">M, L or C; a blank continues a curve.</param>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
internal readonly record struct PathPoint(char Command, double X, double Y);

/// <summary>A rich text, laid out on one line and measured.</summary>
internal sealed class Label
{
    public required string PlainText { get; init; }

    public required TextStyle Style { get; init; }

    public required double Width { get; init; }

    /// <summary>Height above the baseline.</summary>
    public required double Ascent { get; init; }

    /// <summary>Depth below the baseline.</summary>
    public required double Descent { get; init; }

    public required IReadOnlyList<TextRun> Runs { get; init; }

    public required IReadOnlyList<LabelStroke> Strokes { get; init; }

    public double Height => Ascent + Descent;
}
