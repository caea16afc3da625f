using PluginLab.Rendering.Reports.Comparisons;

namespace PluginLab.Host.Cli.Figures.Comparison;

/// <summary>What became of figures, as a table in Markdown for terminals and pull requests.</summary>
internal static class ComparisonTable
{
    /// <summary>Writes a row for each figure that differs, and a sentence about all.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<ComparedFigure> figures)
    {
        ComparedFigure[] differing = [.. figures.Where(figure => figure.State != FigureState.Same)];
        if (differing.Length > 0)
        {
            writer.WriteLine("| figure | | largest relative change of each series |\n|---|---|---|");
        }

        foreach (ComparedFigure figure in differing)
        {
            writer.WriteLine($"| {figure.Name} | {ComparisonWords.Of(figure.State)} | {Cell(ComparisonWords.Changes(figure))} |");
        }

        writer.WriteLine((differing.Length > 0 ? "\n" : "") + ComparisonWords.Summary(figures));
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
