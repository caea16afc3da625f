namespace PluginLab.Figures;

/// <summary>A drawing.</summary>
public sealed record RenderedFigure
{
    /// <summary>The bytes of the file.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Media type, such as <c>image/svg+xml</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Extension of the file name, with its dot.</summary>
    public required string FileExtension { get; init; }

    /// <summary>What a reader should know of the drawing, such as points that could not be shown.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Where everything went.</summary>
    public required LayoutReport Layout { get; init; }
}

/// <summary>A rectangle in px; y grows downward.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>Where everything went: what tests and tools read instead of the drawing.</summary>
public sealed record LayoutReport
{
    /// <summary>Size of the drawing: that of the figure, or larger where its plots would not fit.</summary>
    public required FigureSize Size { get; init; }

    /// <summary>The panels, in the order of the figure.</summary>
    public required IReadOnlyList<PanelLayout> Panels { get; init; }

    /// <summary>Every text that was drawn.</summary>
    public required IReadOnlyList<TextLayout> Texts { get; init; }

    /// <summary>Passes until the layout stood still.</summary>
    public required int Passes { get; init; }
}

/// <summary>Where a panel went.</summary>
public sealed record PanelLayout
{
    /// <summary>The rectangle that the axes span.</summary>
    public required Box Plot { get; init; }

    /// <summary>The horizontal scale; px from the left edge of the figure.</summary>
    public required ScaleLayout X { get; init; }

    /// <summary>The vertical scale; px from the upper edge of the figure.</summary>
    public required ScaleLayout Y { get; init; }

    /// <summary>The marks of the panel, in drawing order.</summary>
    public required IReadOnlyList<MarkLayout> Marks { get; init; }

    /// <summary>The box with names of marks that stands on the plot; null without one.</summary>
    public Box? LegendBox { get; init; }
}

/// <summary>The map from values to px on an axis.</summary>
/// <param name="Scale">How positions follow from values.</param>
/// <param name="Limits">Values at the ends.</param>
/// <param name="StartPixel">Position of the lower limit.</param>
/// <param name="EndPixel">Position of the upper limit.</param>
/// <param name="Ticks">Values of the ticks that have labels, or would have.</param>
/// <param name="TickLabels">Their labels, as plain text; empty where the axis is shared and another panel has them.</param>
public sealed record ScaleLayout(
    AxisScale Scale, Limits Limits, double StartPixel, double EndPixel, IReadOnlyList<double> Ticks, IReadOnlyList<string> TickLabels)
{
    /// <summary>Half of the linear part around zero of a symmetric logarithmic scale.</summary>
    public double LinearRange { get; init; } = 1;
}

/// <summary>What became of a mark.</summary>
/// <param name="Id">Id of the mark.</param>
/// <param name="Vertices">Points that were drawn, after simplification.</param>
/// <param name="DroppedPoints">Points that could not be shown, such as values that are not positive on a logarithmic axis.</param>
public sealed record MarkLayout(string Id, int Vertices, int DroppedPoints);

/// <summary>Where a text went.</summary>
/// <param name="Text">The text, without markup.</param>
/// <param name="Box">Its box before rotation, from measured widths.</param>
/// <param name="Rotation">Rotation about the centre of the box in degrees, clockwise.</param>
public sealed record TextLayout(string Text, Box Box, double Rotation);
