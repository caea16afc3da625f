using System.Text;
using PluginLab.Figures.Text;

namespace PluginLab.Figures;

/// <summary>Plain text with <c>$…$</c> for mathematics in a small subset of LaTeX: what all labels, captions and claims are written in.</summary>
/// <remarks>
/// Outside mathematics <c>\$</c> and <c>\\</c> stand for the characters themselves. Inside: single letters are variables, <c>_{}</c> and <c>^{}</c>
/// scripts, <c>'</c> a prime, and commands such as <c>\alpha</c>, <c>\frac{}{}</c>, <c>\sqrt{}</c>, <c>\overline{}</c>, <c>\text{}</c>.
/// </remarks>
public sealed class RichText
{
    private RichText(string source, IReadOnlyList<RichNode> nodes) => (Source, Nodes) = (source, nodes);

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>Plain and mathematical segments in order.</summary>
    public IReadOnlyList<RichNode> Nodes { get; }

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">A command is unknown, a brace or dollar sign is missing; the message names the position and a remedy.</exception>
    public static RichText Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new RichText(source, new RichTextParser(source).ParseText());
    }

    /// <summary>Marks a text up so that it reads as itself, whatever it holds: for names and messages that come from elsewhere.</summary>
    public static string Escape(string plainText)
    {
        ArgumentNullException.ThrowIfNull(plainText);
        return plainText.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
    }

    /// <summary>The text without markup, for titles and readers that cannot draw: <c>$x_{ij}^2$</c> becomes x_ij^2.</summary>
    public string ToPlainText()
    {
        StringBuilder text = new();
        PlainTextWriter.Write(Nodes, text);
        return text.ToString();
    }

    /// <summary>The text as written.</summary>
    public override string ToString() => Source;
}

/// <summary>A part of a rich text.</summary>
public abstract record RichNode
{
    private protected RichNode()
    {
    }
}

/// <summary>Plain text outside mathematics.</summary>
/// <param name="Text">The characters to show.</param>
public sealed record TextSegment(string Text) : RichNode;

/// <summary>Mathematics between dollar signs.</summary>
/// <param name="Source">What stood between the dollar signs.</param>
/// <param name="Body">Its structure.</param>
public sealed record MathSegment(string Source, MathRow Body) : RichNode;

/// <summary>Mathematics side by side.</summary>
/// <param name="Children">The parts from left to right.</param>
public sealed record MathRow(IReadOnlyList<RichNode> Children) : RichNode;

/// <summary>One symbol of a formula.</summary>
/// <param name="Text">The character or characters to show.</param>
/// <param name="Kind">What it is, which fixes its slant and the space around it.</param>
public sealed record MathSymbol(string Text, MathSymbolKind Kind) : RichNode;

/// <summary>A base with a subscript, a superscript or both.</summary>
/// <param name="Base">What the scripts belong to.</param>
/// <param name="Subscript">Below; null for none.</param>
/// <param name="Superscript">Above; null for none.</param>
public sealed record MathScript(RichNode Base, RichNode? Subscript, RichNode? Superscript) : RichNode;

/// <summary>A base with a sign above.</summary>
/// <param name="Base">What the sign stands above.</param>
/// <param name="Accent">The sign.</param>
public sealed record MathAccented(RichNode Base, MathAccent Accent) : RichNode;

/// <summary>A square root.</summary>
/// <param name="Radicand">What stands below the root.</param>
public sealed record MathRoot(RichNode Radicand) : RichNode;

/// <summary>A fraction.</summary>
/// <param name="Numerator">Above the rule.</param>
/// <param name="Denominator">Below the rule.</param>
public sealed record MathFraction(RichNode Numerator, RichNode Denominator) : RichNode;

/// <summary>What a symbol is.</summary>
public enum MathSymbolKind
{
    /// <summary>A variable: slanted.</summary>
    Variable,

    /// <summary>A number: upright.</summary>
    Number,

    /// <summary>Any other symbol that stands alone, such as ∞ or a capital Greek letter: upright.</summary>
    Ordinary,

    /// <summary>The name of a function, such as log: upright.</summary>
    FunctionName,

    /// <summary>A calligraphic capital letter.</summary>
    Calligraphic,

    /// <summary>An operator between two terms, such as +.</summary>
    BinaryOperator,

    /// <summary>A relation, such as = or →.</summary>
    Relation,

    /// <summary>A comma or semicolon.</summary>
    Punctuation,

    /// <summary>An opening fence.</summary>
    Opening,

    /// <summary>A closing fence.</summary>
    Closing,

    /// <summary>A large operator, such as ∑.</summary>
    LargeOperator,

    /// <summary>Words within a formula: upright, spaces kept.</summary>
    Words,

    /// <summary>An explicit space.</summary>
    Space,
}

/// <summary>A sign above a base.</summary>
public enum MathAccent
{
    /// <summary>A rule as wide as the base.</summary>
    Overline,

    /// <summary>A circumflex.</summary>
    Hat,

    /// <summary>A tilde.</summary>
    Tilde,

    /// <summary>A dot: a derivative with respect to time.</summary>
    Dot,
}
