using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Layout.Legends;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws the names of marks: beside their ends, above guides, or in a legend.</summary>
internal sealed class LegendDrawing(PanelPlan plan, SvgCanvas canvas, Occupancy occupancy)
{
    private readonly EntryDrawing entries = new(canvas, HasLineMarkers(plan));

    /// <summary>Whether colour alone would tell lines apart, so that they carry markers.</summary>
    public static bool HasLineMarkers(PanelPlan plan) =>
        plan.Common is { HasLineMarkers: true } || (plan.Legend != LegendPlacement.Direct && EntryBlock.HasSeveralDataLines(plan.Entries));

    public void Draw()
    {
        DrawTop();
        if (plan.LegendBox is { } box)
        {
            DrawBox(box);
        }

        switch (plan.Legend)
        {
            case LegendPlacement.Direct:
                DrawDirect(plan.BesideEntries);
                break;
            case LegendPlacement.Right:
                entries.AddColumn(plan.Entries, plan.Plot.X + plan.Plot.Width + EntryBlock.LeaderWidth, plan.Plot.Y);
                break;
        }

        entries.AddRows(plan.Rows, plan.Plot.X, plan.Plot.Y + plan.Plot.Height + PanelMargins.LegendOffset(plan));
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

    private void DrawDirect(IReadOnlyList<LegendEntry> beside)
    {
        double left = plan.Plot.X + plan.Plot.Width;
        for (int i = 0; i < beside.Count; i++)
        {
            LegendEntry entry = beside[i];
            PixelPoint end = MarkEnds.Of(entry.Mark, plan.X, plan.Y)!.Value;
            double height = plan.DirectHeights[i];
            if (Math.Abs(end.Y - height) > 1.5)
            {
                entries.AddLeader(entry, new PixelPoint(Math.Max(end.X, left) + 1, end.Y), new PixelPoint(left + EntryBlock.LeaderWidth - 1, height));
            }

            entries.Add(entry, left + EntryBlock.LeaderWidth, height);
        }
    }

    private void DrawBox(Box box)
    {
        string place = $"x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(box.Y)}\" width=\"{SvgCanvas.Number(box.Width)}\" height=\"{SvgCanvas.Number(box.Height)}\" rx=\"3\"";
        canvas.Write($"<rect {place}{canvas.BackgroundFill} fill-opacity=\".86\"/>");
        if (plan.BoxedEntries.Any(entry => entry.Mark is Scatter or ErrorBars))
        {
            // Without a frame, the sample of a marker is read as a point.
            canvas.Write($"<rect {place}{canvas.ColorOf(Palette.Guide)} fill=\"none\" stroke=\"currentColor\" stroke-width=\".6\"/>");
        }

        PixelPoint names = InsidePlace.NamesIn(box);
        entries.AddColumn(plan.BoxedEntries, names.X, names.Y);
        occupancy.Add(box);
    }
}
