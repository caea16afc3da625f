using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws what lies behind all marks of a panel: lines at the ticks, and where a scale is linear that is logarithmic elsewhere.</summary>
internal sealed class GridDrawing(PanelPlan plan, SvgCanvas canvas)
{
    /// <summary>The position nearest below at which a rule of 1 px is sharp.</summary>
    public static double Crisp(double position) => Math.Floor(position) + 0.5;

    /// <summary>Draws lines at the ticks, below all marks; none where an image covers them.</summary>
    public void Draw()
    {
        DrawLinearParts();
        if (plan.HasImage)
        {
            return;
        }

        StringBuilder path = new();
        foreach (double value in plan.XTicks.Values)
        {
            path.Append($"M{SvgCanvas.Number(Crisp(plan.X.ToPixel(value)))} {SvgCanvas.Number(plan.Plot.Y)}v{SvgCanvas.Number(plan.Plot.Height)}");
        }

        foreach (double value in plan.YTicks.Values)
        {
            path.Append($"M{SvgCanvas.Number(plan.Plot.X)} {SvgCanvas.Number(Crisp(plan.Y.ToPixel(value)))}h{SvgCanvas.Number(plan.Plot.Width)}");
        }

        canvas.Write($"<path d=\"{path}\"{canvas.ColorOf(Palette.Grid)} stroke=\"currentColor\"/>\n");
    }

    /// <summary>Shades where a symmetric logarithmic axis is linear, so that a change of scale is seen.</summary>
    private void DrawLinearParts()
    {
        if (LinearPart(plan.X) is { } across)
        {
            Shade(new Box(across.From, plan.Plot.Y, across.To - across.From, plan.Plot.Height));
        }

        if (LinearPart(plan.Y) is { } up)
        {
            Shade(new Box(plan.Plot.X, up.From, plan.Plot.Width, up.To - up.From));
        }

        void Shade(Box box) => canvas.Write(
            $"<rect x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(box.Y)}\" width=\"{SvgCanvas.Number(box.Width)}\" height=\"{SvgCanvas.Number(box.Height)}\"{canvas.ColorOf(Palette.Grid)} fill-opacity=\".5\"/>\n");
    }

    private static (double From, double To)? LinearPart(AxisMap map)
    {
        double range = map.Transform.LinearRange;
        if (map.Scale != AxisScale.SymmetricLogarithmic || map.Limits.Lower >= range || map.Limits.Upper <= -range)
        {
            return null;
        }

        (double a, double b) = (map.ToPixel(Math.Max(-range, map.Limits.Lower)), map.ToPixel(Math.Min(range, map.Limits.Upper)));
        return (Math.Min(a, b), Math.Max(a, b));
    }
}
