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
        double left = plan.Plot.X + plan.Plot.Width + EntryBlock.WidthBeside(plan.BesideEntries);
        ColoredValues[] maps = [.. ColoredValues.Of(plan.Panel)];
        for (int i = 0; i < plan.ColorBars.Count; i++)
        {
            Draw(plan.ColorBars[i], $"{rootId}-scale-{maps[i].Id}", new Box(left + ColorBarPlan.Gap, plan.Plot.Y, ColorBarPlan.BarWidth, plan.Plot.Height));
            left += plan.ColorBars[i].Width;
        }
    }

    /// <summary>Draws a bar in a box, its ticks and title to the right.</summary>
    public void Draw(ColorBarPlan bar, string id, Box whole)
    {
        Box box = bar.Inner(whole);
        byte[] colors = ColorTables.Of(bar.Norm.Scale);
        DrawTips(bar, box, colors);
        canvas.Write($"<linearGradient id=\"{id}\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">{Stops(bar.Norm, colors)}</linearGradient>");
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
        DrawTexts(bar, whole, colors);
    }

    /// <summary>Draws what lies beyond the limits as tips of the bar.</summary>
    private void DrawTips(ColorBarPlan bar, Box box, byte[] colors)
    {
        if (bar.Has.Over)
        {
            Tip(box.Y, -ColorBarPlan.TipHeight, ColorTables.Over);
        }

        if (bar.Has.Under)
        {
            Tip(box.Y + box.Height, ColorBarPlan.TipHeight, ColorTables.Under);
        }

        void Tip(double y, double height, byte index) => canvas.Write(
            $"<path d=\"M{SvgCanvas.Number(box.X)} {SvgCanvas.Number(y)}h{SvgCanvas.Number(box.Width)}l{SvgCanvas.Number(-box.Width / 2)} {SvgCanvas.Number(height)}z\" fill=\"{ColorTables.Hexadecimal(colors, index)}\"{canvas.ColorOf(Palette.Axis)} stroke=\"currentColor\" stroke-width=\".6\" stroke-linejoin=\"round\"/>");
    }

    private void DrawTexts(ColorBarPlan bar, Box box, byte[] colors)
    {
        double edge = box.X + box.Width;
        double outermost = edge + 8 + bar.Ticks.LargestLabelWidth + 4;
        for (int i = 0; i < bar.Title.Count; i++)
        {
            AxisDrawing.DrawRotated(canvas, bar.Title[i], outermost + LineStack.MiddleOf(bar.Title, AxisPlanning.AxisLineHeight, i), box.Y + (box.Height / 2));
        }

        if (bar.Ticks.FactorExponent != 0)
        {
            canvas.Text(AxisDrawing.Factor(bar.Ticks), box.X, box.Y - 8, TextAnchor.Start, Palette.Axis);
        }

        if (bar.Has.Missing)
        {
            double y = box.Y + box.Height + 8;
            string color = ColorTables.Hexadecimal(colors, ColorTables.Missing);
            canvas.Write($"<rect x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(y)}\" width=\"{SvgCanvas.Number(box.Width)}\" height=\"10\" fill=\"{color}\"/>");
            canvas.Text(LabelBuilder.BuildPlain("none", TextStyle.Note), edge + 5, y + 8.6, TextAnchor.Start, Palette.Muted);
        }
    }

    private static string Stops(ColorNorm norm, byte[] colors)
    {
        StringBuilder stops = new();
        int count = norm.Scale.Classes?.Count ?? StopCount;
        for (int i = 0; i < count; i++)
        {
            double middle = (i + 0.5) / count;
            AddStop(i / (double)count, norm.Scale.Classes is null ? i / (double)count : middle);
            if (norm.Scale.Classes is not null || i == count - 1)
            {
                AddStop((i + 1) / (double)count, norm.Scale.Classes is null ? 1 : middle);
            }
        }

        return stops.ToString();

        void AddStop(double at, double share) => stops.Append(
            CultureInfo.InvariantCulture, $"<stop offset=\"{at:0.####}\" stop-color=\"{ColorTables.Hexadecimal(colors, norm.IndexAt(share))}\"/>");
    }
}
