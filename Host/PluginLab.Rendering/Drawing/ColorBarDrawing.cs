using System.Globalization;
using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Raster;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws the colour bars of a panel, to the right of all names.</summary>
internal sealed class ColorBarDrawing(PanelPlan plan, SvgCanvas canvas, string rootId)
{
    private const int StopCount = 24;

    public void Draw()
    {
        double left = plan.Plot.X + plan.Plot.Width
            + (plan.Legend is LegendPlacement.Direct or LegendPlacement.Right && plan.Entries.Count > 0 ? LegendPlanning.LeaderWidth + LegendPlanning.LargestWidth(plan) : 0);
        HeatMap[] maps = [.. plan.Panel.Marks.OfType<HeatMap>()];
        for (int i = 0; i < maps.Length; i++)
        {
            DrawBar(plan.ColorBars[i], $"{rootId}-scale-{maps[i].Id}", left + ColorBarPlan.Gap);
            left += plan.ColorBars[i].Width;
        }
    }

    private void DrawBar(ColorBarPlan bar, string id, double left)
    {
        Box plot = plan.Plot;
        canvas.Write($"<linearGradient id=\"{id}\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">{Stops(bar.Norm.Scale.Map)}</linearGradient>");
        canvas.Write($"<rect x=\"{SvgCanvas.Number(left)}\" y=\"{SvgCanvas.Number(plot.Y)}\" width=\"{SvgCanvas.Number(ColorBarPlan.BarWidth)}\" height=\"{SvgCanvas.Number(plot.Height)}\" fill=\"url(#{id})\"/>");
        AxisMap map = new(bar.Norm.Scale.Norm, bar.Norm.Limits, plot.Y + plot.Height, plot.Y);
        double edge = left + ColorBarPlan.BarWidth;
        StringBuilder ticks = new();
        for (int i = 0; i < bar.Ticks.Labels.Count; i++)
        {
            double at = map.ToPixel(bar.Ticks.Values[i]);
            ticks.Append($"M{SvgCanvas.Number(edge)} {SvgCanvas.Number(Math.Min(Math.Floor(at), plot.Y + plot.Height - 1) + 0.5)}h4");
            canvas.Text(bar.Ticks.Labels[i], edge + 8, at + (0.36 * TextStyle.Tick.Size), TextAnchor.Start, Palette.Axis);
        }

        canvas.Write($"<path d=\"{ticks}\"{canvas.ColorOf(Palette.Axis)} stroke=\"currentColor\"/>\n");
        DrawTexts(bar, left, edge);
    }

    private void DrawTexts(ColorBarPlan bar, double left, double edge)
    {
        double outermost = edge + 8 + bar.Ticks.LargestLabelWidth + 4;
        for (int i = 0; i < bar.Title.Count; i++)
        {
            PanelDrawing.DrawRotated(canvas, bar.Title[i], outermost + LineStack.MiddleOf(bar.Title, AxisPlanning.AxisLineHeight, i), plan.Plot.Y + (plan.Plot.Height / 2));
        }

        if (bar.Ticks.FactorExponent != 0)
        {
            canvas.Text(PanelDrawing.Factor(bar.Ticks), left, plan.Plot.Y - 8, TextAnchor.Start, Palette.Axis);
        }

        if (bar.HasMissing)
        {
            double y = plan.Plot.Y + plan.Plot.Height + 8;
            string color = ColorTables.Hexadecimal(bar.Norm.Scale.Map, ColorTables.Count);
            canvas.Write($"<rect x=\"{SvgCanvas.Number(left)}\" y=\"{SvgCanvas.Number(y)}\" width=\"{SvgCanvas.Number(ColorBarPlan.BarWidth)}\" height=\"10\" fill=\"{color}\"/>");
            canvas.Text(LabelBuilder.BuildPlain("none", TextStyle.Note), edge + 5, y + 8.6, TextAnchor.Start, Palette.Muted);
        }
    }

    private static string Stops(ColorMap map)
    {
        StringBuilder stops = new();
        for (int i = 0; i <= StopCount; i++)
        {
            int index = i * (ColorTables.Count - 1) / StopCount;
            string offset = (i / (double)StopCount).ToString("0.####", CultureInfo.InvariantCulture);
            stops.Append($"<stop offset=\"{offset}\" stop-color=\"{ColorTables.Hexadecimal(map, index)}\"/>");
        }

        return stops.ToString();
    }
}
