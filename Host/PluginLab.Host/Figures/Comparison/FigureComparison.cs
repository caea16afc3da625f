using System.Globalization;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports.Comparisons;

namespace PluginLab.Host.Figures.Comparison;

/// <summary>Compares sets of figures: by data first, and where those are the same by the bytes of the drawings.</summary>
internal static class FigureComparison
{
    private const int LongestText = 40;

    /// <summary>What became of each figure of either set, ordered by name.</summary>
    /// <param name="before">The first set.</param>
    /// <param name="after">The second set.</param>
    /// <param name="tolerance">The largest relative change of numbers that does not count; 0 for none.</param>
    public static IReadOnlyList<ComparedFigure> Compare(IReadOnlyList<FigureFiles> before, IReadOnlyList<FigureFiles> after, double tolerance)
    {
        Dictionary<string, FigureFiles> first = before.ToDictionary(figure => figure.Stored.Name(), StringComparer.Ordinal);
        Dictionary<string, FigureFiles> second = after.ToDictionary(figure => figure.Stored.Name(), StringComparer.Ordinal);
        return [.. first.Keys.Union(second.Keys).Order(StringComparer.Ordinal)
            .Select(name => Compare(name, first.GetValueOrDefault(name), second.GetValueOrDefault(name), tolerance))];
    }

    private static ComparedFigure Compare(string name, FigureFiles? before, FigureFiles? after, double tolerance)
    {
        List<SeriesChange> changes = before is null || after is null || before.Model.AsSpan().SequenceEqual(after.Model)
            ? []
            : Changes(FigureLeaves.Of(before.Model), FigureLeaves.Of(after.Model));
        bool isSameDrawing = (before?.Drawing).AsSpan().SequenceEqual(after?.Drawing);
        return new ComparedFigure
        {
            Name = name,
            State = before is null ? FigureState.Added
                : after is null ? FigureState.Removed
                : changes.Any(change => change.Exceeds(tolerance)) ? FigureState.Changed
                : changes.Count == 0 && !isSameDrawing ? FigureState.DrawnDifferently
                : FigureState.Same,
            Changes = changes,
            Before = DrawingOf(before),
            After = DrawingOf(after),
        };
    }

    private static ReadOnlyMemory<byte>? DrawingOf(FigureFiles? files) => files?.Drawing is { } drawing ? new ReadOnlyMemory<byte>(drawing) : default(ReadOnlyMemory<byte>?);

    private static List<SeriesChange> Changes(FigureLeaves before, FigureLeaves after) =>
        [.. before.Names.Union(after.Names).Select(name => Change(name, before.Part(name), after.Part(name))).OfType<SeriesChange>()];

    private static SeriesChange? Change(string name, IReadOnlyDictionary<string, Leaf>? before, IReadOnlyDictionary<string, Leaf>? after)
    {
        if (before is null || after is null)
        {
            return new SeriesChange(name, 0, before is null ? "added" : "removed");
        }

        double largest = 0;
        List<string> remarks = [];
        foreach (string key in before.Keys.Union(after.Keys))
        {
            (Leaf? first, Leaf? second) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (first is { Numbers: { } old } && second is { Numbers: { } current } && old.Count == current.Count)
            {
                largest = Math.Max(largest, RelativeChange.Largest(old, current, first.IsLogarithmic));
            }
            else if (Describe(first) is var was && Describe(second) is var now && was != now)
            {
                remarks.Add($"{key}: {was} → {now}");
            }
        }

        return largest == 0 && remarks.Count == 0 ? null : new SeriesChange(name, largest, remarks.Count == 0 ? null : string.Join("; ", remarks));
    }

    private static string Describe(Leaf? leaf) =>
        leaf is null ? "nothing"
        : leaf.Numbers is { } numbers ? $"{numbers.Count.ToString(CultureInfo.InvariantCulture)} numbers"
        : leaf.Text.Length <= LongestText ? $"'{leaf.Text}'"
        : $"'{leaf.Text[..LongestText]}…' ({leaf.Text.Length.ToString(CultureInfo.InvariantCulture)} characters)";
}
