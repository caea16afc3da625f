using System.Text;

namespace PluginLab.Rendering.Text;

/// <summary>What XML can hold and a line of text can show.</summary>
internal static class Characters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line, with characters that XML forbids replaced by U+FFFD.</summary>
    public static string Drawable(string text)
    {
        bool isClean = true;
        foreach (char character in text)
        {
            isClean &= character >= ' ' && character < '\u007F' || character is >= '\u00A0' and < '\u2028';
        }

        return isClean ? text : Clean(text, keepLines: false);
    }

    /// <summary>The text with characters that XML forbids replaced by U+FFFD and reserved ones escaped; for content and for quoted attributes.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (char character in Clean(text, keepLines: true))
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    private static string Clean(string text, bool keepLines)
    {
        StringBuilder clean = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(character).Append(text[++i]);
            }
            else
            {
                clean.Append(Single(character, keepLines));
            }
        }

        return clean.ToString();
    }

    private static char Single(char character, bool keepLines) => character switch
    {
        '\t' or '\n' when keepLines => character,
        '\r' when keepLines => '\n',
        '\t' or '\n' or '\r' or '\u2028' or '\u2029' => ' ',
        < ' ' or (>= '\u007F' and < '\u00A0') or '\uFFFE' or '\uFFFF' => Replacement,
        _ when char.IsSurrogate(character) => Replacement,
        _ => character,
    };
}
