using PluginLab.Figures;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Breaks a matrix strip that would be too small into rows of a few maps each, as panels below each other with one colour bar.</summary>
internal static class StripRows
{
    private const string RowName = "-row-";

    /// <summary>The figure with its only strip in at least so many rows; null for other figures, and where there are fewer maps.</summary>
    public static Figure? Break(Figure figure, int rows)
    {
        if (figure.Panels is not [{ Marks: [MatrixStrip strip] } panel] || rows > strip.Matrices.Count)
        {
            return null;
        }

        int inRow = (strip.Matrices.Count + rows - 1) / rows;
        Panel[] panels = [.. Enumerable.Range(0, (strip.Matrices.Count + inRow - 1) / inRow).Select(row => panel with
        {
            Title = row == 0 ? panel.Title : null,
            Marks = [Part(strip, row, inRow)],
        })];
        Figure broken = figure with { Panels = panels, Columns = 1, Shared = SharedParts.ColorBar };
        return ColoredValues.FitCommon(Aligned(StripAxes.Complete(broken)));
    }

    /// <summary>Whether the panels of a figure are the rows of one strip.</summary>
    public static bool AreRows(Figure figure) =>
        figure.Panels.Count > 1 && figure.Panels.Skip(1).All(panel => panel.Marks is [MatrixStrip strip] && strip.Id.StartsWith(figure.Panels[0].Marks[0].Id + RowName, StringComparison.Ordinal));

    private static MatrixStrip Part(MatrixStrip strip, int row, int inRow) => strip with
    {
        Id = row == 0 ? strip.Id : $"{strip.Id}{RowName}{Positions.Of(row + 1)}",
        Matrices = [.. strip.Matrices.Skip(row * inRow).Take(inRow)],
        Captions = [.. strip.Captions.Skip(row * inRow).Take(inRow)],
    };

    /// <summary>Gives all rows the length of the first, so that cells are equally large, and the name of the axis to the last.</summary>
    private static Figure Aligned(Figure figure) => figure with
    {
        Panels = [.. figure.Panels.Select((panel, row) => panel with
        {
            X = panel.X with { Limits = figure.Panels[0].X.Limits, Label = row == figure.Panels.Count - 1 ? panel.X.Label : "" },
        })],
    };
}
