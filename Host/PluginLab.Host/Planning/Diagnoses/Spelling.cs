using PluginLab.Experiments;

namespace PluginLab.Host.Planning.Diagnoses;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>Names that are still read when listed in one message.</summary>
    private const int MostListed = 30;

    /// <summary>Names that stand for more than that.</summary>
    private const int FewestListed = 5;

    /// <summary>Letters that a word and its beginning must have in common to be taken for one another.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>The end of a message about an unknown word: what was probably meant, else what there is, the nearest of it where it is much.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        string[] words = [.. known.Order(StringComparer.Ordinal)];
        return FindNearest(word, words) is { } nearest ? $"did you mean \"{nearest}\"?"
            : words.Length == 0 ? "there is none to choose from"
            : words.Length <= MostListed ? $"it can be {string.Join(", ", words)}"
            : $"it can be {string.Join(", ", ByDistance(word, words).Take(FewestListed).Select(pair => pair.Candidate))} or one of {NumberText.Of(words.Length - FewestListed)} others";
    }

    /// <summary>The known word nearest to <paramref name="word"/>, within a third of its length, else one that begins it or is begun by it; null if there is none.</summary>
    public static string? FindNearest(string word, IEnumerable<string> known)
    {
        int limit = Math.Max(1, word.Length / 3);
        return ByDistance(word, known)
            .Where(pair => pair.Distance <= limit || IsBeginning(word, pair.Candidate) || IsBeginning(pair.Candidate, word))
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    private static IOrderedEnumerable<(string Candidate, int Distance)> ByDistance(string word, IEnumerable<string> known) => known
        .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
        .OrderBy(pair => pair.Distance)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal);

    private static bool IsBeginning(string beginning, string word) =>
        beginning.TrimStart('-').Length >= ShortestBeginning && word.StartsWith(beginning, StringComparison.Ordinal);

    /// <summary>Fewest insertions, deletions, substitutions and swaps of neighbours that turn one word into the other, no part edited twice.</summary>
    /// <remarks>The optimal string alignment form of Damerau's and Levenshtein's distance.</remarks>
    public static int Distance(string first, string second)
    {
        int[,] distance = new int[first.Length + 1, second.Length + 1];
        for (int i = 0; i <= first.Length; i++)
        {
            for (int j = 0; j <= second.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Smallest(distance, first, second, i, j);
            }
        }

        return distance[first.Length, second.Length];
    }

    private static int Smallest(int[,] distance, string first, string second, int i, int j)
    {
        int cost = first[i - 1] == second[j - 1] ? 0 : 1;
        int edited = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, distance[i - 1, j - 1] + cost);
        bool isSwap = i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1];
        return isSwap ? Math.Min(edited, distance[i - 2, j - 2] + 1) : edited;
    }
}
