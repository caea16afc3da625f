using System.Globalization;
using PluginLab.Experiments;

namespace PluginLab.Rendering.Reports.Comparisons;

/// <summary>The words for what became of figures.</summary>
public static class ComparisonWords
{
    private const int MostNamed = 3;

    /// <summary>What became of a figure.</summary>
    public static string Of(FigureState state) => state switch
    {
        FigureState.Same => "same",
        FigureState.DrawnDifferently => "drawn differently",
        FigureState.Changed => "changed",
        FigureState.Added => "added",
        _ => "removed",
    };

    /// <summary>A relative change with two digits.</summary>
    public static string Amount(double change) => double.IsFinite(change)
        ? NumberText.Of(double.Parse(change.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : "beyond numbers";

    /// <summary>All figures in a sentence.</summary>
    public static string Summary(IReadOnlyList<ComparedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        string[] parts = [.. figures.Where(figure => figure.State != FigureState.Same)
            .GroupBy(figure => figure.State).OrderBy(group => group.Key)
            .Select(group => $"{Number(group.Count())} {Of(group.Key)}")];
        return parts.Length == 0
            ? $"All {Number(figures.Count)} figures are the same."
            : $"{Number(figures.Count(figure => figure.State != FigureState.Same))} of {Number(figures.Count)} figures differ: {string.Join(", ", parts)}.";
    }

    /// <summary>What changed in a figure, the largest changes first, in one line.</summary>
    public static string Changes(ComparedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        SeriesChange[] ordered = [.. figure.Changes.OrderByDescending(change => change.Remark is null ? change.Largest : double.PositiveInfinity)];
        IEnumerable<string> named = ordered.Take(MostNamed).Select(Change);
        return string.Join("; ", ordered.Length > MostNamed ? named.Append($"and {Number(ordered.Length - MostNamed)} more") : named);
    }

    private static string Change(SeriesChange change) =>
        change.Remark is null ? $"{change.Name}: {Amount(change.Largest)}"
        : change.Largest > 0 && double.IsFinite(change.Largest) ? $"{change.Name}: {Amount(change.Largest)}, {change.Remark}"
        : $"{change.Name}: {change.Remark}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
