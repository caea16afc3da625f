using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports.Words;

/// <summary>Rich text as HTML with MathML.</summary>
internal static class MathMarkup
{
    /// <summary>The markup of a rich text; every character of it is escaped.</summary>
    public static string Of(string richText)
    {
        StringBuilder html = new();
        foreach (RichNode node in TolerantText.Parse(richText).Nodes)
        {
            html.Append(node is MathSegment math ? $"<math>{Node(math.Body)}</math>" : Characters.Escape(((TextSegment)node).Text));
        }

        return html.ToString();
    }

    private static string Node(RichNode node) => node switch
    {
        MathRow { Children.Count: 1 } row => Node(row.Children[0]),
        MathRow row => $"<mrow>{string.Concat(row.Children.Select((child, i) => SpaceBefore(row.Children, i) + Node(child)))}</mrow>",
        MathSymbol symbol => Symbol(symbol),
        MathScript { Subscript: { } sub, Superscript: { } super } script => $"<msubsup>{Node(script.Base)}{Node(sub)}{Node(super)}</msubsup>",
        MathScript { Subscript: { } sub } script => $"<msub>{Node(script.Base)}{Node(sub)}</msub>",
        MathScript { Superscript: { } super } script => $"<msup>{Node(script.Base)}{Node(super)}</msup>",
        MathAccented accented => $"<mover accent=\"true\">{Node(accented.Base)}<mo stretchy=\"{(accented.Accent == MathAccent.Overline ? "true" : "false")}\">{AccentOf(accented.Accent)}</mo></mover>",
        MathRoot root => $"<msqrt>{Node(root.Radicand)}</msqrt>",
        MathFraction fraction => $"<mfrac>{Node(fraction.Numerator)}{Node(fraction.Denominator)}</mfrac>",
        _ => "",
    };

    private static string SpaceBefore(IReadOnlyList<RichNode> nodes, int index) =>
        index > 0 && FunctionSpacing.IsBetween(nodes[index - 1], nodes[index]) ? "<mspace width=\"0.17em\"/>" : "";

    private static string Symbol(MathSymbol symbol)
    {
        string text = Characters.Escape(symbol.Text);
        return symbol.Kind switch
        {
            MathSymbolKind.Variable => $"<mi>{text}</mi>",
            MathSymbolKind.Number => $"<mn>{text}</mn>",
            MathSymbolKind.Words => $"<mtext>{text.Replace(' ', '\u00a0')}</mtext>",
            MathSymbolKind.Space => symbol.Text.Length == 0 ? "" : "<mspace width=\"0.3em\"/>",
            MathSymbolKind.FunctionName => $"<mi mathvariant=\"normal\">{text}</mi>",
            MathSymbolKind.Calligraphic => $"<mi mathvariant=\"normal\">{Script(symbol.Text[0])}</mi>",
            MathSymbolKind.Ordinary when char.IsLetter(symbol.Text[0]) || symbol.Text is "∞" or "∂" or "∇" => $"<mi mathvariant=\"normal\">{text}</mi>",
            _ when symbol.Text is "|" or "∥" or "‖" or "/" => $"<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">{text}</mo>",
            MathSymbolKind.Opening or MathSymbolKind.Closing => $"<mo stretchy=\"false\">{text}</mo>",
            _ => $"<mo>{text}</mo>",
        };
    }

    /// <summary>The calligraphic letter; some of them stand outside the block of the others.</summary>
    private static string Script(char letter) => letter switch
    {
        'B' => "ℬ",
        'E' => "ℰ",
        'F' => "ℱ",
        'H' => "ℋ",
        'I' => "ℐ",
        'L' => "ℒ",
        'M' => "ℳ",
        'R' => "ℛ",
        _ => char.ConvertFromUtf32(0x1D49C + letter - 'A'),
    };

    private static string AccentOf(MathAccent accent) => accent switch
    {
        MathAccent.Overline => "¯",
        MathAccent.Hat => "^",
        MathAccent.Tilde => "~",
        _ => "˙",
    };
}
