using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Layout.Legends;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws the colour bar and the legend that all panels have in common.</summary>
internal static class CommonDrawing
{
    public static void Draw(CommonParts common, SvgCanvas canvas, string rootId)
    {
        EntryDrawing entries = new(canvas, common.HasLineMarkers);
        if (common.IsLegendRight)
        {
            entries.AddColumn(common.Entries, common.PanelsRight + EntryBlock.LeaderWidth, common.Area.Y);
        }
        else
        {
            entries.AddRows(common.Rows, common.Area.X, common.PanelsBottom + PanelMargins.LegendGap);
        }

        entries.Write();
        if (common.ColorBar is { } bar)
        {
            Box box = new(common.PanelsRight + common.LegendWidth + ColorBarPlan.Gap, common.Area.Y, ColorBarPlan.BarWidth, common.Area.Height);
            new ColorBarDrawing(canvas).Draw(bar, $"{rootId}-scale", box);
        }
    }
}
