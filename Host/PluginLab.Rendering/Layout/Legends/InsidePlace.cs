using PluginLab.Figures;
using PluginLab.Rendering.Geometry;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Finds a place for a box of names on the plot where it hides no data.</summary>
internal static class InsidePlace
{
    private const double Margin = 8;
    private const double Step = 4;
    private const double PaddingAcross = 6;
    private const double PaddingDown = 3;
    private const double Clearance = 4;

    /// <summary>Upper left corner of the names in a box.</summary>
    public static PixelPoint NamesIn(Box box) => new(box.X + PaddingAcross, box.Y + PaddingDown);

    /// <summary>A box along an edge of the plot that hides no data, touches none where that can be, and hides the fewest guides; of those the one nearest to a corner, the upper right first. Null if there is none.</summary>
    public static Box? Find(PanelPlan plan, IReadOnlyList<LegendEntry> entries)
    {
        if (!LeavesEnough(entries, plan.Plot))
        {
            return null;
        }

        CoveredPlaces covered = new(plan);
        double width = EntryBlock.LargestWidth(entries) + (2 * PaddingAcross);
        double height = EntryBlock.HeightOfColumn(entries) + (2 * PaddingDown);
        Box room = new(plan.Plot.X + Margin, plan.Plot.Y + Margin, plan.Plot.Width - width - (2 * Margin), plan.Plot.Height - height - (2 * Margin));
        Box[] free = [.. Corners(room).Select(corner => new Box(Math.Round(corner.X), Math.Round(corner.Y), width, height)).Where(box => covered.CountData(box) == 0)];
        Box[] clear = [.. free.Where(box => covered.CountData(Around(box)) == 0)];
        return (clear.Length > 0 ? clear : free).Select(box => (Box?)box).MinBy(box => covered.CountGuides(box!.Value));
    }

    /// <summary>A box with the room that keeps its frame from touching what lies beside it.</summary>
    private static Box Around(Box box) => new(box.X - Clearance, box.Y - Clearance, box.Width + (2 * Clearance), box.Height + (2 * Clearance));

    /// <summary>Whether a box of names leaves enough of a plot to see.</summary>
    private static bool LeavesEnough(IReadOnlyList<LegendEntry> entries, Box plot) =>
        EntryBlock.LargestWidth(entries) <= (0.7 * plot.Width) - (2 * Margin)
        && EntryBlock.HeightOfColumn(entries) <= (0.55 * plot.Height) - (2 * Margin);

    /// <summary>Upper left corners to try, from the corners of a room along its edges.</summary>
    private static IEnumerable<PixelPoint> Corners(Box room)
    {
        for (double inward = 0; inward <= Math.Max(room.Width, room.Height) / 2; inward += Step)
        {
            foreach ((double down, double across) in inward == 0 ? [(0, 0)] : ((double, double)[])[(inward, 0), (0, inward)])
            {
                if (across > room.Width / 2 || down > room.Height / 2)
                {
                    continue;
                }

                yield return new PixelPoint(room.X + room.Width - across, room.Y + down);
                yield return new PixelPoint(room.X + across, room.Y + down);
                yield return new PixelPoint(room.X + room.Width - across, room.Y + room.Height - down);
                yield return new PixelPoint(room.X + across, room.Y + room.Height - down);
            }
        }
    }
}
