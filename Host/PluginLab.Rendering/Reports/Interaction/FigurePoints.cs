using System.Text.Json;
using PluginLab.Figures;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>What the page's script knows of a figure: the map from px to values of each panel, names with the places where they are written, and points.</summary>
/// <remarks>
/// From the figure and its <see cref="LayoutReport"/>, never from the drawing. Reads
/// <c>{s: size, p: [[plot, x, y]…], x: columns, n: [[name, boxes, [[panel, id, rank of x, y, more…]…]]…]}</c>, an axis as
/// <c>[kind, start, end, start in px, end in px, label, px of its tick labels, exponent of their factor, names of values]</c>: kind 0 is linear, 1
/// logarithmic, −c symmetric logarithmic with the linear part up to c; ends are as the scale transforms them.
/// </remarks>
internal static class FigurePoints
{
    /// <summary>The figure as JSON that HTML and XML hold as it is; null if the drawing says nothing of its layout.</summary>
    public static string? Write(ReportedFigure reported, string rootId)
    {
        Figure figure = MarkArrays.Of(reported.Figure);
        LayoutReport layout = reported.Drawing.Layout;
        if (layout.Panels.Count == 0 || layout.Panels.Count != figure.Panels.Count)
        {
            return null;
        }

        List<double?[]> abscissae = [];
        object[] names = [.. NamesOf(figure, layout, rootId, abscissae)];
        return names.Length == 0 ? null : JsonSerializer.Serialize(new
        {
            s = new[] { layout.Size.Width, layout.Size.Height },
            p = layout.Panels.Select((panel, i) => PanelAxes.Write(figure.Panels[i], panel, layout)),
            x = abscissae,
            n = names,
        });
    }

    private static IEnumerable<object> NamesOf(Figure figure, LayoutReport layout, string rootId, List<double?[]> abscissae)
    {
        List<(string Name, Mark Mark, object[] Fields)> marks = [];
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            PointSets points = new(figure.Panels[i], layout.Panels[i], abscissae);
            foreach (Mark mark in figure.Panels[i].Marks.Where(mark => mark is not Annotation))
            {
                marks.Add((NameOf(mark), mark, [i, $"{rootId}-mark-{mark.Id}", .. points.Of(mark)]));
            }
        }

        foreach (var group in marks.GroupBy(entry => entry.Name))
        {
            object[] boxes = [.. BoxesOf(group.First().Mark, layout)];
            if (boxes.Length > 0 || group.Any(entry => entry.Fields.Length > 2))
            {
                yield return new object[] { group.Key, boxes, group.Select(entry => entry.Fields) };
            }
        }
    }

    private static string NameOf(Mark mark) => mark.Label is null ? mark.Id : LabelText.Of(mark.Label);

    /// <summary>Where a name is written in the drawing; a fit writes its slope behind.</summary>
    private static IEnumerable<object> BoxesOf(Mark mark, LayoutReport layout)
    {
        string? name = mark.Label is null ? null : TolerantText.ToPlainText(mark.Label);
        return layout.Texts
            .Where(text => name is not null && text.Rotation == 0 && (Same(text.Text, name) || (mark is FitLine && Same(text.Text[..Math.Min(text.Text.Length, name.Length)], name))))
            .Select(text => (object)new[] { Math.Floor(text.Box.X) - 2, Math.Floor(text.Box.Y) - 1, Math.Ceiling(text.Box.Width) + 4, Math.Ceiling(text.Box.Height) + 2 });
    }

    private static bool Same(string drawn, string name) => drawn.Replace('\u00a0', ' ') == name.Replace('\u00a0', ' ');
}
