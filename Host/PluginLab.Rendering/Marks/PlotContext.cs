using PluginLab.Figures;
using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks;

/// <summary>Where marks are drawn.</summary>
internal sealed record PlotContext
{
    public required SvgCanvas Canvas { get; init; }

    public required Box Plot { get; init; }

    public required AxisMap X { get; init; }

    public required AxisMap Y { get; init; }

    public required Occupancy Occupancy { get; init; }

    /// <summary>Labels of level lines, to be placed once all marks are drawn.</summary>
    public required List<LevelLabel> Levels { get; init; }

    /// <summary>Whether lines carry a few markers, because colour alone would tell them apart.</summary>
    public required bool HasLineMarkers { get; init; }

    /// <summary>Whether nullclines are named along their lines.</summary>
    public required bool NamesNullclines { get; init; }

    /// <summary>Whether lines lie on an image, of which they may have the colour.</summary>
    public required bool IsOnImage { get; init; }

    /// <summary>Number of lines drawn so far, to stagger their markers.</summary>
    public int LinesDrawn { get; set; }
}
