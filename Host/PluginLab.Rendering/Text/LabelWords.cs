using PluginLab.Figures;

namespace PluginLab.Rendering.Text;

/// <summary>The words of a text: what a line may not be broken within, with the space behind it.</summary>
/// <remarks>Mathematics does not break, nor does what touches it; a number stays with its uncertainty, its sign of relation and its per cent.</remarks>
internal static class LabelWords
{
    private const string BindsBoth = "±=≤≥<>≈×";
    private const string BindsBefore = "%";

    public static IEnumerable<IReadOnlyList<RichNode>> Of(RichText text)
    {
        List<RichNode> word = [];
        for (int i = 0; i < text.Nodes.Count; i++)
        {
            if (text.Nodes[i] is not TextSegment segment)
            {
                word.Add(text.Nodes[i]);
                continue;
            }

            int start = 0;
            foreach (int end in Breaks(segment.Text, isLast: i == text.Nodes.Count - 1))
            {
                yield return [.. word, new TextSegment(segment.Text[start..end])];
                (word, start) = ([], end);
            }

            if (start < segment.Text.Length)
            {
                word.Add(new TextSegment(segment.Text[start..]));
            }
        }

        if (word.Count > 0)
        {
            yield return word;
        }
    }

    /// <summary>Places behind spaces at which a line may end.</summary>
    private static IEnumerable<int> Breaks(string text, bool isLast)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                continue;
            }

            char before = i > 0 ? text[i - 1] : ' ';
            char after = i + 1 < text.Length ? text[i + 1] : ' ';
            bool endsHere = i + 1 == text.Length && isLast;
            bool opensInterval = after == '±' && i > 0 && !char.IsDigit(before);
            if (endsHere || opensInterval || !(BindsBoth.Contains(before) || BindsBoth.Contains(after) || BindsBefore.Contains(after)))
            {
                yield return i + 1;
            }
        }
    }
}
