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
        if (plan.BoxedEntries is { Count: > 0 } boxed)
        {
            DrawBox(boxed);
        }

        switch (plan.Legend)
        {
            case LegendPlacement.Direct:
                DrawDirect(plan.BesideEntries);
                break;
            case LegendPlacement.Right:
                entries.AddColumn(plan.Entries, plan.Plot.X + plan.Plot.Width + EntryBlock.LeaderWidth, plan.Plot.Y);
                break;
            case LegendPlacement.Below:
                entries.AddRows(plan.Rows, plan.Plot.X, plan.Plot.Y + plan.Plot.Height + PanelMargins.LegendOffset(plan));
                break;
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

    private void DrawBox(IReadOnlyList<LegendEntry> boxed)
    {
        double width = EntryBlock.LargestWidth(boxed) + 12;
        double height = EntryBlock.HeightOfColumn(boxed) + 6;
        Box box = EmptiestPlace(width, height);
        canvas.Write($"<rect x=\"{SvgCanvas.Number(box.X)}\" y=\"{SvgCanvas.Number(box.Y)}\" width=\"{SvgCanvas.Number(width)}\" height=\"{SvgCanvas.Number(height)}\" rx=\"3\"{canvas.BackgroundFill} fill-opacity=\".86\"/>");
        entries.AddColumn(boxed, box.X + 6, box.Y + 3);
    }

    /// <summary>The place where the legend covers least; of those, the one nearest to a corner, the upper right first.</summary>
    private Box EmptiestPlace(double width, double height)
    {
        Box room = new(
            plan.Plot.X + LegendPlanning.InsideMargin,
            plan.Plot.Y + LegendPlanning.InsideMargin,
            plan.Plot.Width - width - (2 * LegendPlanning.InsideMargin),
            plan.Plot.Height - height - (2 * LegendPlanning.InsideMargin));
        return Places(room)
            .Select(place => new Box(Math.Round(place.X), Math.Round(place.Y), width, height))
            .MinBy(box => occupancy.CountIn(box));
    }

    /// <summary>Upper left corners to try, from the corners of a room inwards.</summary>
    private static IEnumerable<PixelPoint> Places(Box room)
    {
        const int steps = 8;
        return from inward in Enumerable.Range(0, steps + 1)
               from row in Enumerable.Range(0, inward + 1)
               let column = inward - row
               where column <= steps / 2 && row <= steps / 2
               from isLow in (bool[])[false, true]
               from isLeft in (bool[])[false, true]
               let across = column / (double)steps
               let down = row / (double)steps
               select new PixelPoint(room.X + (room.Width * (isLeft ? across : 1 - across)), room.Y + (room.Height * (isLow ? 1 - down : down)));
    }
}
