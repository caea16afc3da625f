namespace PluginLab.Host.Extensibility;

/// <summary>The form of ids and of names of parameters: lower-case letters, digits and single hyphens.</summary>
internal static class KebabCase
{
    /// <summary>Whether the text has that form.</summary>
    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text) || text[0] == '-' || text[^1] == '-' || text.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        return text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
    }
}
