using PluginLab.Figures;

namespace PluginLab.Rendering.Raster;

/// <summary>Gives the heat maps of panels that share a colour scale the same ends.</summary>
internal static class CommonColors
{
    /// <summary>The figure with the ends of a shared colour scale fitted to all heat maps.</summary>
    public static Figure Fit(Figure figure)
    {
        HeatMap[] maps = [.. figure.Panels.SelectMany(panel => panel.Marks).OfType<HeatMap>()];
        if ((figure.Shared & SharedParts.ColorBar) == 0 || maps.Length == 0)
        {
            return figure;
        }

        Limits limits = ColorNorm.Fit(maps[0].Scale, [.. maps.SelectMany(map => map.Values)]).Limits;
        return figure with
        {
            Panels = [.. figure.Panels.Select(panel => panel with { Marks = [.. panel.Marks.Select(mark => mark is HeatMap map ? map with { Scale = map.Scale with { Limits = limits } } : mark)] })],
        };
    }
}
