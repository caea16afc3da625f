using PluginLab.Figures;
using PluginLab.Rendering.Drawing;

namespace PluginLab.Rendering.Marks.Looks;

/// <summary>Gives the marks of a panel their looks: role before colour.</summary>
internal static class MarkLooks
{
    private static readonly double[][] TheoryDashes = [[6, 3.5], [10, 3.5], [6, 2.5, 1.5, 2.5], [3, 2.5], [10, 2.5, 3, 2.5]];
    private static readonly double[][] ReferenceDashes = [[], [14, 4], [2, 2.5]];
    private static readonly double[][] NullclineDashes = [[12, 2.5, 2, 2.5], [12, 2.5, 2, 2.5, 2, 2.5]];
    private static readonly double[][] FitDashes = [[1.6, 2.6], [1.6, 2.6, 1.6, 5.5], [1.6, 5]];

    public static IReadOnlyList<MarkLook> Assign(Panel panel)
    {
        HashSet<int> taken = [.. panel.Marks.Where(mark => RoleOf(mark) == MarkRole.Data && mark.Color is not null).Select(mark => Index(mark.Color!.Value))];
        List<MarkLook> looks = [];
        (int data, int theory, int fit, int reference) = (0, 0, 0, 0);
        foreach (Mark mark in panel.Marks)
        {
            MarkLook look = RoleOf(mark) switch
            {
                MarkRole.Theory => Theory(mark, theory++),
                MarkRole.Fit => Fit(mark, fit++),
                MarkRole.Reference => Reference(mark, IsNamedGuide(mark) ? reference++ : 0),
                _ => Data(mark, taken, IsSeries(mark) ? data++ : data),
            };
            looks.Add(look);
        }

        return looks;
    }

    /// <summary>The role, where guides and fits that were left at the default are what their kind says.</summary>
    public static MarkRole RoleOf(Mark mark) => (mark, mark.Role) switch
    {
        (FitLine, MarkRole.Data) => MarkRole.Fit,
        (ReferenceLine or ReferenceBand or VectorField or Annotation or Contour, MarkRole.Data) => MarkRole.Reference,
        (Nullcline, MarkRole.Data) => MarkRole.Theory,
        _ => mark.Role,
    };

    private static bool IsSeries(Mark mark) => mark is not (HeatMap or MatrixStrip or VerdictTable or Annotation);

    /// <summary>Whether a guide is told from others by its dashes; vertical lines have their names at their upper ends.</summary>
    private static bool IsNamedGuide(Mark mark) =>
        mark.Label is not null && mark is (Line or Step or ReferenceLine { Orientation: Orientation.Horizontal, Color: null });

    private static MarkLook Data(Mark mark, HashSet<int> taken, int position)
    {
        int color = mark.Color is { } given ? Index(given) : IsSeries(mark) ? FirstFree(taken, position) : 0;
        int shape = mark.Color ?? position;
        return new MarkLook(Palette.Series[color], Palette.Strong[color], 1.6, [], ShapeOf(shape), IsHollow: false);
    }

    private static MarkLook Theory(Mark mark, int position)
    {
        ColorSlot color = mark.Color is { } given ? Palette.Strong[Index(given)] : Palette.Ink;
        double[] dashes = TheoryDashes[mark.Color is null ? position % TheoryDashes.Length : 0];
        dashes = mark is Nullcline ? NullclineDashes[position % NullclineDashes.Length] : dashes;
        return new MarkLook(color, color, 1.4, dashes, ShapeOf(mark.Color ?? position), IsHollow: true);
    }

    private static MarkLook Fit(Mark mark, int position)
    {
        ColorSlot color = mark.Color is { } given ? Palette.Strong[Index(given)] : Palette.Ink;
        double[] dashes = FitDashes[mark.Color is null ? position % FitDashes.Length : 0];
        return new MarkLook(color, color, 1.7, dashes, ShapeOf(mark.Color ?? position), IsHollow: true);
    }

    private static MarkLook Reference(Mark mark, int position)
    {
        ColorSlot color = mark.Color is { } given ? Palette.Series[Index(given)] : Palette.Guide;
        ColorSlot text = mark.Color is { } strong ? Palette.Strong[Index(strong)] : Palette.Muted;
        return new MarkLook(color, text, 1, ReferenceDashes[position % ReferenceDashes.Length], MarkerShape.Circle, IsHollow: true);
    }

    private static int FirstFree(HashSet<int> taken, int position)
    {
        for (int color = 0; color < Palette.Series.Count; color++)
        {
            if (taken.Add(color))
            {
                return color;
            }
        }

        return position % Palette.Series.Count;
    }

    private static int Index(int color) => ((color % Palette.Series.Count) + Palette.Series.Count) % Palette.Series.Count;

    private static MarkerShape ShapeOf(int position) => (MarkerShape)(((position % 7) + 7) % 7);
}
