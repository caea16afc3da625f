namespace PluginLab.Host.Planning.Diagnoses;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The end of a message about an unknown word: what was probably meant, else what there is.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        string[] words = [.. known.Order(StringComparer.Ordinal)];
        return FindNearest(word, words) is { } nearest ? $"did you mean \"{nearest}\"?"
            : words.Length == 0 ? "there is none to choose from"
            : $"it can be {string.Join(", ", words)}";
    }

    /// <summary>The known word nearest to <paramref name="word"/>; null if none is within a third of its length.</summary>
    public static string? FindNearest(string word, IEnumerable<string> known)
    {
        int limit = Math.Max(1, word.Length / 3);
        return known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

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
