namespace PluginLab.Host.Figures;

/// <summary>A form in which drawings are written.</summary>
internal enum DrawingFormat
{
    /// <summary>As drawn.</summary>
    Svg,

    /// <summary>Pages for papers.</summary>
    Pdf,

    /// <summary>Pixels.</summary>
    Png,
}
