using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws the names of marks: beside their ends, above guides, or in a legend.</summary>
internal sealed class LegendDrawing(PanelPlan plan, SvgCanvas canvas, Occupancy occupancy)
{
    private readonly EntryDrawing entries = new(canvas, HasLineMarkers(plan));

    /// <summary>Whether colour alone would tell lines apart, so that they carry markers.</summary>
    public static bool HasLineMarkers(PanelPlan plan) =>
        plan.Common is { HasLineMarkers: true } ||
        (plan.Legend is LegendPlacement.Inside or LegendPlacement.Right or LegendPlacement.Below
        && plan.Entries.Count(entry => entry.Mark is Line or Step && MarkLooks.RoleOf(entry.Mark) == MarkRole.Data) > 1);

    public void Draw()
    {
        DrawTop();
        if (plan.Entries.Count > 0)
        {
            switch (plan.Legend)
            {
                case LegendPlacement.Direct:
                    DrawDirect();
                    break;
                case LegendPlacement.Inside:
                    DrawInside();
                    break;
                case LegendPlacement.Right:
                    entries.AddColumn(plan.Entries, plan.Plot.X + plan.Plot.Width + LegendPlanning.LeaderWidth, plan.Plot.Y);
                    break;
                case LegendPlacement.Below:
                    entries.AddRows(plan.Rows, plan.Plot.X, plan.Plot.Y + plan.Plot.Height + PanelMargins.LegendOffset(plan));
                    break;
            }
        }

        entries.Write();
    }

    private void DrawTop()
    {
        double baseline = plan.Plot.Y - 5 - plan.TopEntries.Select(entry => entry.Label.Descent).DefaultIfEmpty(0).Max();
        for (int i = 0; i < plan.TopEntries.Count; i++)
        {
            LegendEntry entry = plan.TopEntries[i];
            double at = LegendPlanning.TopPosition(entry.Mark, plan)!.Value;
            double centre = plan.TopCentres[i];
            canvas.Text(entry.Label, centre, baseline, TextAnchor.Middle, entry.Look.TextColor);
            entries.AddLeader(entry, new PixelPoint(centre, plan.Plot.Y - 4), new PixelPoint(at, plan.Plot.Y));
        }
    }

    private void DrawDirect()
    {
        double left = plan.Plot.X + plan.Plot.Width;
        for (int i = 0; i < plan.Entries.Count; i++)
        {
            LegendEntry entry = plan.Entries[i];
            PixelPoint end = MarkEnds.Of(entry.Mark, plan.X, plan.Y)!.Value;
            double height = plan.DirectHeights[i];
            if (Math.Abs(end.Y - height) > 1.5)
            {
                entries.AddLeader(entry, new PixelPoint(Math.Max(end.X, left) + 1, end.Y), new PixelPoint(left + LegendPlanning.LeaderWidth - 1, height));
            }

            entries.Add(entry, left + LegendPlanning.LeaderWidth, height);
        }
    }

    private void DrawInside()
    {
        double width = LegendPlanning.LargestWidth(plan) + 12;
        double height = LegendPlanning.HeightOf(plan) + 6;
        Box box = EmptiestPlace(width, height);
        canvas.Write($"<rect x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(box.Y)}\" width=\"{SvgCanvas.Number(width)}\" height=\"{SvgCanvas.Number(height)}\" rx=\"3\"{canvas.BackgroundFill} fill-opacity=\".86\"/>");
        entries.AddColumn(plan.Entries, box.X + 6, box.Y + 3);
    }

    /// <summary>The corner or the middle of an edge where the legend covers least; corners first.</summary>
    private Box EmptiestPlace(double width, double height)
    {
        Box plot = plan.Plot;
        double[] x = [plot.X + plot.Width - width - LegendPlanning.InsideMargin, plot.X + LegendPlanning.InsideMargin, plot.X + ((plot.Width - width) / 2)];
        double[] y = [plot.Y + LegendPlanning.InsideMargin, plot.Y + plot.Height - height - LegendPlanning.InsideMargin, plot.Y + ((plot.Height - height) / 2)];
        (int, int)[] places = [(0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (2, 1), (0, 2), (1, 2)];
        Box best = default;
        int least = int.MaxValue;
        foreach ((int column, int row) in places)
        {
            Box box = new(Math.Round(x[column]), Math.Round(y[row]), width, height);
            int covered = occupancy.CountIn(box);
            (best, least) = covered < least ? (box, covered) : (best, least);
        }

        return best;
    }
}
