using PluginLab.Figures;

namespace PluginLab.Host.Figures;

/// <summary>Makes one figure of the same figure of several runs; ids of marks begin with the run, and labels say it.</summary>
internal static class FigureMerge
{
    private const int MostColumns = 3;
    private const int LargestSide = 4000;

    /// <summary>All series in the panels of the first figure.</summary>
    /// <exception cref="FigureException">The figures differ in their number of panels.</exception>
    public static Figure Overlay(IReadOnlyList<StoredFigure> figures)
    {
        Figure first = figures[0].Figure;
        if (figures.FirstOrDefault(figure => figure.Figure.Panels.Count != first.Panels.Count) is { } other)
        {
            throw new FigureException($"'{figures[0].Name()}' and '{other.Name()}' differ in their number of panels and cannot be laid over each other; use --as tiles.");
        }

        return Begin(figures) with { Panels = [.. first.Panels.Select((panel, i) => panel with { Marks = [.. figures.SelectMany(figure => Marks(figure, i))] })] };
    }

    /// <summary>All panels beside and below each other, each with its run in its title; with equal scales where each figure is one panel with the same axes.</summary>
    public static Figure Tiles(IReadOnlyList<StoredFigure> figures)
    {
        Figure first = figures[0].Figure;
        bool isOnePanel = figures.All(figure => figure.Figure.Panels.Count == 1);
        int columns = isOnePanel ? Math.Min(figures.Count, MostColumns) : first.Columns;
        int rows = isOnePanel ? (figures.Count + columns - 1) / columns : figures.Count;
        bool isAlike = isOnePanel && figures.All(figure => figure.Figure.Panels[0].X == first.Panels[0].X && figure.Figure.Panels[0].Y == first.Panels[0].Y);
        return Begin(figures) with
        {
            Panels = [.. figures.SelectMany(Panels)],
            Columns = columns,
            Size = new FigureSize(Scaled(first.Size.Width, isOnePanel ? columns : 1), Scaled(first.Size.Height, rows)),
            Shared = isAlike ? SharedParts.XAxis | SharedParts.YAxis : isOnePanel ? SharedParts.None : first.Shared,
        };
    }

    private static int Scaled(int side, int count) => count == 1 ? side : Math.Min(LargestSide, side * count * 2 / 3);

    private static Figure Begin(IReadOnlyList<StoredFigure> figures)
    {
        Figure first = figures[0].Figure;
        string runs = string.Join(", ", figures.Select(figure => figure.Run));
        return first with
        {
            Id = $"{first.Id}-compared",
            Subtitle = $"runs {runs}",
            Caption = $"{first.Caption} Compared: the runs {runs}.",
            AltText = $"{first.AltText} Compared: the runs {runs}.",
            ClaimIds = [],
        };
    }

    private static IEnumerable<Panel> Panels(StoredFigure figure) => figure.Figure.Panels.Select(panel => panel with
    {
        Title = panel.Title is null ? figure.Run : $"{figure.Run}: {panel.Title}",
        Marks = [.. panel.Marks.Select(mark => mark with { Id = $"{figure.Run}-{mark.Id}" })],
    });

    /// <summary>Colours of data are given anew: two runs would have the same.</summary>
    private static IEnumerable<Mark> Marks(StoredFigure figure, int panel) => figure.Figure.Panels[panel].Marks.Select(mark => mark with
    {
        Id = $"{figure.Run}-{mark.Id}",
        Label = mark.Label is null ? null : $"{mark.Label} ({figure.Run})",
        Color = mark.Role == MarkRole.Data ? null : mark.Color,
    });
}
