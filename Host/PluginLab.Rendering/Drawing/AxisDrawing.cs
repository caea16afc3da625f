using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws the axes of a panel with their ticks and labels.</summary>
internal sealed class AxisDrawing(PanelPlan plan, SvgCanvas canvas)
{
    private const double MinorTickLength = 3;

    private double Right => plan.Plot.X + plan.Plot.Width;

    private double Bottom => plan.Plot.Y + plan.Plot.Height;

    /// <summary>Draws axes, ticks and labels.</summary>
    public void Draw()
    {
        DrawAxes();
        DrawTickLabels();
        DrawAxisLabels();
    }

    private void DrawAxes()
    {
        StringBuilder path = new();
        double left = plan.Plot.X - 0.5;
        double bottom = Bottom + 0.5;
        path.Append($"M{SvgCanvas.Number(left)} {SvgCanvas.Number(plan.Plot.Y)}V{SvgCanvas.Number(bottom)}H{SvgCanvas.Number(Right)}");
        AddTicks(path, plan.XTicks, isHorizontal: true, bottom);
        AddTicks(path, plan.YTicks, isHorizontal: false, left);
        canvas.Write($"<path d=\"{path}\"{canvas.ColorOf(Palette.Axis)} fill=\"none\" stroke=\"currentColor\"/>\n");
    }

    private void AddTicks(StringBuilder path, TickSet ticks, bool isHorizontal, double edge)
    {
        foreach ((double value, double length) in ticks.Values.Select(value => (value, AxisPlanning.TickLength))
            .Concat(ticks.Minor.Select(value => (value, MinorTickLength))))
        {
            string at = SvgCanvas.Number(GridDrawing.Crisp(isHorizontal ? plan.X.ToPixel(value) : plan.Y.ToPixel(value)));
            path.Append(isHorizontal
                ? $"M{at} {SvgCanvas.Number(edge)}v{SvgCanvas.Number(length)}"
                : $"M{SvgCanvas.Number(edge)} {at}h-{SvgCanvas.Number(length)}");
        }
    }

    private void DrawTickLabels()
    {
        double depth = AxisPlanning.TickLength + AxisPlanning.TickGap;
        double ascent = plan.XTicks.Labels.Select(label => label.Ascent).DefaultIfEmpty(0).Max();
        for (int i = 0; i < plan.XTicks.Labels.Count; i++)
        {
            if (plan.XTicks.IsTurned)
            {
                Label label = plan.XTicks.Labels[i];
                DrawRotated(canvas, label, plan.X.ToPixel(plan.XTicks.Values[i]), Bottom + depth + (label.Width / 2), Palette.Axis);
                continue;
            }

            canvas.Text(plan.XTicks.Labels[i], plan.X.ToPixel(plan.XTicks.Values[i]), Bottom + depth + ascent, TextAnchor.Middle, Palette.Axis);
        }

        for (int i = 0; i < plan.YTicks.Labels.Count; i++)
        {
            canvas.Text(plan.YTicks.Labels[i], plan.Plot.X - depth, plan.Y.ToPixel(plan.YTicks.Values[i]) + (0.36 * TextStyle.Tick.Size), TextAnchor.End, Palette.Axis);
        }
    }

    private void DrawAxisLabels()
    {
        double top = Bottom + PanelMargins.XLabelOffset(plan) - 1;
        for (int i = 0; i < plan.XLabel.Count; i++)
        {
            canvas.Text(plan.XLabel[i], plan.Plot.X + (plan.Plot.Width / 2), top + LineStack.BaselineOf(plan.XLabel, AxisPlanning.AxisLineHeight, i), TextAnchor.Middle, Palette.Ink);
        }

        if (plan.XTicks.FactorExponent != 0)
        {
            canvas.Text(Factor(plan.XTicks), Right, top + 11, TextAnchor.End, Palette.Axis);
        }

        double outermost = plan.Plot.X - PanelMargins.YLabelOffset(plan) - LineStack.HeightOf(plan.YLabel, AxisPlanning.AxisLineHeight);
        for (int i = 0; i < plan.YLabel.Count; i++)
        {
            DrawRotated(canvas, plan.YLabel[i], outermost + LineStack.MiddleOf(plan.YLabel, AxisPlanning.AxisLineHeight, i), plan.Plot.Y + (plan.Plot.Height / 2));
        }

        if (plan.YTicks.FactorExponent != 0)
        {
            canvas.Text(Factor(plan.YTicks), plan.Plot.X, plan.Plot.Y - 8, TextAnchor.Start, Palette.Axis);
        }
    }

    /// <summary>The factor by which tick labels are to be multiplied.</summary>
    public static Label Factor(TickSet ticks) =>
        LabelBuilder.Build(RichText.Parse($"$\\times 10^{{{Positions.Of(ticks.FactorExponent)}}}$"), TextStyle.Tick);

    /// <summary>Draws a label that reads upward, centred on a point.</summary>
    public static void DrawRotated(SvgCanvas canvas, Label label, double x, double y, ColorSlot? color = null) =>
        canvas.Text(label, x, y - (label.Height / 2) + label.Ascent, TextAnchor.Middle, color ?? Palette.Ink, rotation: -90);
}
