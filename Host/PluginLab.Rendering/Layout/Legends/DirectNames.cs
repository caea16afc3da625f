using PluginLab.Figures;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Names marks beside their right ends, pushed apart; what only accompanies the data and has no end of its own is left to a box on the plot, or below it.</summary>
internal static class DirectNames
{
    private const double LargestMove = 42;
    private const double NearTheRight = 0.7;
    private const double AtTheRight = 0.9;

    /// <summary>Finds heights for the names; false if they do not fit, or none has an end.</summary>
    public static bool TryPlan(PanelPlan plan, FigureSize size)
    {
        if (plan.Entries.Count == 0)
        {
            return true;
        }

        plan.BoxedMarks.UnionWith(plan.Entries.Where(entry => !HasOwnEnd(entry, plan)).Select(entry => entry.Mark.Id));
        IReadOnlyList<LegendEntry> beside = plan.BesideEntries;
        bool fit = beside.Count > 0 && !plan.EndlessEntries.Any(entry => entry.IsDataLine) && beside.Sum(entry => entry.Height) <= plan.Plot.Height
            && EntryBlock.WidthBeside(beside) <= EntryBlock.LargestShareBeside * size.Width;
        if (!fit)
        {
            return false;
        }

        double[] wanted = [.. beside.Select(entry => MarkEnds.Of(entry.Mark, plan.X, plan.Y)!.Value.Y)];
        plan.DirectHeights = PushApart.Place(wanted, [.. beside.Select(entry => entry.Height)], plan.Plot.Y - 4, plan.Plot.Y + plan.Plot.Height + 4);
        return plan.DirectHeights.Zip(wanted, (placed, want) => Math.Abs(placed - want)).Max() <= LargestMove;
    }

    private static bool HasOwnEnd(LegendEntry entry, PanelPlan plan) =>
        MarkEnds.Of(entry.Mark, plan.X, plan.Y) is { } end
        && (end.X >= plan.Plot.X + (ShareToReach(entry.Mark) * plan.Plot.Width) || entry.Mark is FitLine)
        && !StandsForSeveral(entry.Mark, plan.Panel);

    /// <summary>How far to the right a mark must reach for its name to stand beside it: a line leads the eye on, single points do not.</summary>
    private static double ShareToReach(Mark mark) => mark is Scatter or ErrorBars ? AtTheRight : NearTheRight;

    /// <summary>Whether a name is that of several marks alike, such as dashed lines of which the first is named; beside one end it would seem to be that one's.</summary>
    private static bool StandsForSeveral(Mark mark, Panel panel) =>
        MarkLooks.RoleOf(mark) != MarkRole.Data && panel.Marks.Any(other => other.Label is null && other.GetType() == mark.GetType() && MarkLooks.RoleOf(other) == MarkLooks.RoleOf(mark));
}
