using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>Rich text in characters with scripts as <c>_{…}</c> and <c>^{…}</c>, which the page's script sets as such.</summary>
internal static class LabelText
{
    /// <summary>The text; braces of its own are parentheses, so that they cannot be taken for scripts.</summary>
    public static string Of(string richText)
    {
        StringBuilder text = new();
        foreach (RichNode node in TolerantText.Parse(richText).Nodes)
        {
            text.Append(node is MathSegment math ? Node(math.Body) : Plain(((TextSegment)node).Text));
        }

        return text.ToString();
    }

    /// <summary>Scripts of scripts stand beside them: one level can be set.</summary>
    private static string Node(RichNode node) => node switch
    {
        MathRow row => string.Concat(row.Children.Select((child, i) => (i > 0 && FunctionSpacing.IsBetween(row.Children[i - 1], child) ? " " : "") + Node(child))),
        MathSymbol { Kind: MathSymbolKind.Relation or MathSymbolKind.BinaryOperator } symbol => $" {Plain(symbol.Text)} ",
        MathSymbol { Kind: MathSymbolKind.Punctuation } symbol => $"{Plain(symbol.Text)} ",
        MathSymbol symbol => Plain(symbol.Text),
        MathScript { Superscript: MathSymbol { Text: "′" } } script => $"{Node(script.Base)}′{Script('_', script.Subscript)}",
        MathScript script => Node(script.Base) + Script('_', script.Subscript) + Script('^', script.Superscript),
        MathAccented accented => Node(accented.Base) + (accented.Accent switch
        {
            MathAccent.Overline => "\u0305",
            MathAccent.Hat => "\u0302",
            MathAccent.Tilde => "\u0303",
            _ => "\u0307",
        }),
        MathRoot root => "√" + Grouped(root.Radicand),
        MathFraction fraction => Grouped(fraction.Numerator) + "/" + Grouped(fraction.Denominator),
        _ => "",
    };

    private static string Script(char sign, RichNode? script) =>
        script is null ? "" : $"{sign}{{{Node(script).Replace("_{", "", StringComparison.Ordinal).Replace("^{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}}}";

    private static string Grouped(RichNode node) =>
        Node(node) is { Length: > 1 } several && node is not (MathSymbol or MathScript) ? $"({several})" : Node(node);

    private static string Plain(string text) => text.Replace('{', '(').Replace('}', ')');
}
