using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds panels that cannot share what the figure says they share.</summary>
internal static class SharedChecks
{
    public static void Check(Figure figure, List<string> problems)
    {
        PanelGrid grid = new(figure);
        CheckAxes(figure, "horizontal", panel => panel.X, grid.XAxisOf, problems);
        CheckAxes(figure, "vertical", panel => panel.Y, grid.YAxisOf, problems);
        if (grid.Has(SharedParts.ColorBar))
        {
            CheckColors(figure, problems);
        }

        if (grid.Has(SharedParts.Legend))
        {
            CheckLooks(figure, problems);
        }
    }

    private static void CheckAxes(Figure figure, string name, Func<Panel, Axis> axis, Func<int, int> axisOf, List<string> problems)
    {
        foreach (IGrouping<int, int> shared in Enumerable.Range(0, figure.Panels.Count).GroupBy(axisOf))
        {
            int first = shared.First();
            foreach (int other in shared.Where(other => !IsSame(axis(figure.Panels[other]), axis(figure.Panels[first]))))
            {
                problems.Add($"Panels {Positions.Of(first + 1)} and {Positions.Of(other + 1)} share the {name} axis, but label, unit, scale, limits or ticks differ; make the axes equal or do not share them.");
            }
        }
    }

    private static void CheckColors(Figure figure, List<string> problems)
    {
        ColoredValues[] maps = [.. figure.Panels.SelectMany(ColoredValues.Of)];
        if (maps.Length == 0)
        {
            problems.Add("Its panels share a colour bar, but none holds a heat map; do not share it.");
        }

        problems.AddRange(maps.Where(map => map.Scale != maps[0].Scale).Select(map =>
            $"Marks '{maps[0].Id}' and '{map.Id}' share a colour bar, but their colour scales differ; make them equal or do not share the bar."));
    }

    private static void CheckLooks(Figure figure, List<string> problems)
    {
        Dictionary<string, (int Panel, MarkLook Look)> named = new(StringComparer.Ordinal);
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            IReadOnlyList<MarkLook> looks = MarkLooks.Assign(figure.Panels[i]);
            for (int k = 0; k < looks.Count; k++)
            {
                bool isNew = figure.Panels[i].Marks[k].Label is not { } label || named.TryAdd(label, (i, looks[k]));
                if (!isNew && !IsSame(looks[k], named[figure.Panels[i].Marks[k].Label!].Look))
                {
                    string text = figure.Panels[i].Marks[k].Label!;
                    problems.Add($"Panels {Positions.Of(named[text].Panel + 1)} and {Positions.Of(i + 1)} share a legend, but draw \"{text}\" differently; give these marks the same Role and Color.");
                }
            }
        }
    }

    private static bool IsSame(Axis a, Axis b) =>
        a with { Ticks = null } == b with { Ticks = null } && (a.Ticks ?? []).SequenceEqual(b.Ticks ?? []);

    private static bool IsSame(MarkLook a, MarkLook b) =>
        a.Color == b.Color && a.Width == b.Width && a.Dashes.SequenceEqual(b.Dashes) && a.Marker == b.Marker && a.IsHollow == b.IsHollow;
}
