using System.Text.RegularExpressions;
using PluginLab.Figures;

namespace PluginLab.Documentation.Tests.Theory.Writing;

/// <summary>Rich text as characters, with the indices and powers that Unicode has: $w_1^2$ becomes w₁².</summary>
internal static partial class PlainFormula
{
    /// <summary>Digits as they stand above the line.</summary>
    public const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The text without markup.</summary>
    public static string Of(string richText)
    {
        string text = RichText.Parse(richText).ToPlainText().Replace("^⊤", "ᵀ", StringComparison.Ordinal);
        return Power().Replace(Index().Replace(text, match => Raise(match.Value[1..], Subscripts)), match => Raise(match.Value[1..], Superscripts));
    }

    private static string Raise(string digits, string raised) => string.Concat(digits.Select(letter => letter == '−' ? '⁻' : raised[letter - '0']));

    [GeneratedRegex(@"_\d+")]
    private static partial Regex Index();

    [GeneratedRegex(@"\^−?\d+(?![\d.])")]
    private static partial Regex Power();
}
