using PluginLab.Rendering.Drawing;

namespace PluginLab.Rendering.Marks.Looks;

/// <summary>Shape of a marker: the second code beside colour.</summary>
internal enum MarkerShape
{
    Circle,
    Square,
    Triangle,
    Diamond,
    InvertedTriangle,
    Plus,
    Cross,
}

/// <summary>How a mark is drawn.</summary>
/// <param name="Color">Colour of lines and markers.</param>
/// <param name="TextColor">Colour of its label, with the contrast that text needs.</param>
/// <param name="Width">Width of lines in px.</param>
/// <param name="Dashes">Lengths of dashes and gaps in px, alternating; empty for a solid line.</param>
/// <param name="Marker">Shape of its markers.</param>
/// <param name="IsHollow">Whether markers are outlined only.</param>
internal sealed record MarkLook(ColorSlot Color, ColorSlot TextColor, double Width, IReadOnlyList<double> Dashes, MarkerShape Marker, bool IsHollow)
{
    /// <summary>Whether a line carries markers where colour alone would tell it from others: data does, guides stay in the background.</summary>
    public bool HasMarkersAlong => Dashes.Count == 0 && !IsHollow;

    /// <summary>The attributes of a line in a group whose unit is 1/100 px; the group's own width is 1.6 px.</summary>
    public string LineAttributes(double unitsPerPixel = 100)
    {
        string width = Width == 1.6 && unitsPerPixel == 100 ? "" : $" stroke-width=\"{SvgCanvas.Number(Width * unitsPerPixel)}\"";
        return Dashes.Count == 0 ? width : $"{width} stroke-dasharray=\"{string.Join(' ', Dashes.Select(dash => SvgCanvas.Number(dash * unitsPerPixel)))}\"";
    }
}
