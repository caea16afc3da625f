namespace PluginLab.GradientFlows.Evidence;

/// <summary>Items as a sentence lists them.</summary>
public static class Enumeration
{
    /// <summary>The items in a row, with "and" before the last: 1, 2 and 4. Empty for none.</summary>
    public static string Of(IEnumerable<string> items)
    {
        string[] copy = [.. items];
        return copy.Length < 2 ? string.Concat(copy) : $"{string.Join(", ", copy[..^1])} and {copy[^1]}";
    }
}
