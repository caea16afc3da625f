using System.Globalization;
using PluginLab.Figures;

namespace PluginLab.Rendering.Text;

/// <summary>Breaks rich text into lines no wider than allowed; what does not fit ends in an ellipsis.</summary>
internal static class LabelWrapping
{
    private const double EvenWithin = 6;

    /// <summary>The lines, about equally long; <c>IsCut</c> says whether words were left out.</summary>
    public static (IReadOnlyList<Label> Lines, bool IsCut) Wrap(RichText text, TextStyle style, double width, int lineCount)
    {
        Label whole = LabelBuilder.Build(text, style);
        if (whole.Width <= width)
        {
            return ([whole], false);
        }

        IReadOnlyList<RichNode>[] words = [.. LabelWords.Of(text).SelectMany(word => Measure(word, style) > width ? Apart(word) : [word])];
        (List<List<RichNode>> lines, bool isCut) = Fill(words, style, width, lineCount);
        return (Build(isCut || lines.Count == 1 ? lines : Even(lines, words, style, width), style), isCut);
    }

    /// <summary>Lines as full as a width allows.</summary>
    private static (List<List<RichNode>> Lines, bool IsCut) Fill(IReadOnlyList<IReadOnlyList<RichNode>> words, TextStyle style, double width, int lineCount)
    {
        List<List<RichNode>> lines = [[]];
        foreach (IReadOnlyList<RichNode> word in words)
        {
            List<RichNode> extended = [.. lines[^1], .. word];
            if (lines[^1].Count > 0 && Measure(extended, style) > width)
            {
                if (lines.Count == lineCount)
                {
                    lines[^1] = Shorten(extended, style, width);
                    return (lines, true);
                }

                lines.Add([.. word]);
            }
            else
            {
                lines[^1] = extended;
            }
        }

        bool isCut = lines.Any(line => Measure(line, style) > width);
        return ([.. lines.Select(line => Measure(line, style) > width ? Shorten(line, style, width) : line)], isCut);
    }

    /// <summary>As many lines of the least width that holds them, so that no single word is left for the last.</summary>
    private static List<List<RichNode>> Even(List<List<RichNode>> lines, IReadOnlyList<IReadOnlyList<RichNode>> words, TextStyle style, double width)
    {
        (double narrow, double wide) = (lines.Sum(line => Measure(line, style)) / lines.Count, width);
        while (wide - narrow > EvenWithin)
        {
            double middle = (narrow + wide) / 2;
            (List<List<RichNode>> candidate, bool isCut) = Fill(words, style, middle, lines.Count);
            (narrow, wide, lines) = isCut ? (middle, wide, lines) : (narrow, middle, candidate);
        }

        return lines;
    }

    private static Label[] Build(List<List<RichNode>> lines, TextStyle style) => [.. lines.Select(line =>
    {
        List<RichNode> trimmed = line.Count > 0 && line[^1] is TextSegment last ? [.. line[..^1], new TextSegment(last.Text.TrimEnd(' '))] : line;
        return LabelBuilder.Build(trimmed, style, string.Concat(trimmed.Select(PlainTextOf)));
    })];

    private static string PlainTextOf(RichNode node) => node switch
    {
        TextSegment segment => segment.Text,
        MathSegment segment => RichText.Parse($"${segment.Source}$").ToPlainText(),
        _ => "",
    };

    /// <summary>Drops words, then characters of the last word, until an ellipsis fits behind.</summary>
    private static List<RichNode> Shorten(List<RichNode> line, TextStyle style, double width)
    {
        TextSegment ellipsis = new("…");
        List<RichNode> kept = [.. line];
        while (kept.Count > 1 && Measure([.. kept[..^1], ellipsis], style) > width)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (kept is [.., TextSegment last] && Measure([.. kept, ellipsis], style) > width)
        {
            int[] starts = StringInfo.ParseCombiningCharacters(last.Text);
            int count = LargestThatFits(starts.Length, n => Measure([.. kept[..^1], new TextSegment(last.Text[..starts[n]] + "…")], style) <= width);
            kept[^1] = new TextSegment(count > 0 ? last.Text[..starts[count]] : "");
        }
        else if (Measure([.. kept, ellipsis], style) > width)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        kept.Add(ellipsis);
        return kept;
    }

    private static int LargestThatFits(int count, Func<int, bool> fits)
    {
        (int low, int high) = (0, count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = fits(middle) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static double Measure(IReadOnlyList<RichNode> nodes, TextStyle style) => LabelBuilder.Build(nodes, style, "").Width;

    /// <summary>The parts of a word that is too long for a line.</summary>
    private static IEnumerable<IReadOnlyList<RichNode>> Apart(IReadOnlyList<RichNode> word) => word.Select(node => (IReadOnlyList<RichNode>)[node]);
}
