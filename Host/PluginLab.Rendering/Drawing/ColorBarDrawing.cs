using System.Globalization;
using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Raster;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws colour bars.</summary>
internal sealed class ColorBarDrawing(SvgCanvas canvas)
{
    private const int StopCount = 24;

    /// <summary>Draws the bars of a panel, to the right of all names.</summary>
    public void DrawBeside(PanelPlan plan, string rootId)
    {
        double left = plan.Plot.X + plan.Plot.Width
            + (plan.Legend is LegendPlacement.Direct or LegendPlacement.Right && plan.Entries.Count > 0 ? LegendPlanning.LeaderWidth + LegendPlanning.LargestWidth(plan) : 0);
        ColoredValues[] maps = [.. ColoredValues.Of(plan.Panel)];
        for (int i = 0; i < plan.ColorBars.Count; i++)
        {
            Draw(plan.ColorBars[i], $"{rootId}-scale-{maps[i].Id}", new Box(left + ColorBarPlan.Gap, plan.Plot.Y, ColorBarPlan.BarWidth, plan.Plot.Height));
            left += plan.ColorBars[i].Width;
        }
    }

    /// <summary>Draws a bar in a box, its ticks and title to the right.</summary>
    public void Draw(ColorBarPlan bar, string id, Box box)
    {
        canvas.Write($"<linearGradient id=\"{id}\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">{Stops(bar.Norm.Scale.Map)}</linearGradient>");
        canvas.Write($"<rect x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(box.Y)}\" width=\"{SvgCanvas.Number(box.Width)}\" height=\"{SvgCanvas.Number(box.Height)}\" fill=\"url(#{id})\"/>");
        AxisMap map = bar.Map(box.Y, box.Height);
        double edge = box.X + box.Width;
        StringBuilder ticks = new();
        for (int i = 0; i < bar.Ticks.Labels.Count; i++)
        {
            double at = map.ToPixel(bar.Ticks.Values[i]);
            ticks.Append($"M{SvgCanvas.Number(edge)} {SvgCanvas.Number(Math.Min(Math.Floor(at), box.Y + box.Height - 1) + 0.5)}h4");
            canvas.Text(bar.Ticks.Labels[i], edge + 8, at + (0.36 * TextStyle.Tick.Size), TextAnchor.Start, Palette.Axis);
        }

        canvas.Write($"<path d=\"{ticks}\"{canvas.ColorOf(Palette.Axis)} stroke=\"currentColor\"/>\n");
        DrawTexts(bar, box);
    }

    private void DrawTexts(ColorBarPlan bar, Box box)
    {
        double edge = box.X + box.Width;
        double outermost = edge + 8 + bar.Ticks.LargestLabelWidth + 4;
        for (int i = 0; i < bar.Title.Count; i++)
        {
            PanelDrawing.DrawRotated(canvas, bar.Title[i], outermost + LineStack.MiddleOf(bar.Title, AxisPlanning.AxisLineHeight, i), box.Y + (box.Height / 2));
        }

        if (bar.Ticks.FactorExponent != 0)
        {
            canvas.Text(PanelDrawing.Factor(bar.Ticks), box.X, box.Y - 8, TextAnchor.Start, Palette.Axis);
        }

        if (bar.HasMissing)
        {
            double y = box.Y + box.Height + 8;
            string color = ColorTables.Hexadecimal(bar.Norm.Scale.Map, ColorTables.Count);
            canvas.Write($"<rect x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(y)}\" width=\"{SvgCanvas.Number(box.Width)}\" height=\"10\" fill=\"{color}\"/>");
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
