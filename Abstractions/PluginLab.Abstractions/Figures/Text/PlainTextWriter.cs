using System.Text;

namespace PluginLab.Figures.Text;

/// <summary>Writes rich text as plain text.</summary>
internal static class PlainTextWriter
{
    public static void Write(IReadOnlyList<RichNode> nodes, StringBuilder text)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            Write(nodes[i], text);
            if (i + 1 < nodes.Count && (IsApplied(nodes[i], nodes[i + 1]) || IsFactor(nodes[i], nodes[i + 1])))
            {
                text.Append(' ');
            }
        }
    }

    /// <summary>Whether the first is a function of the second, as in <c>log x</c>.</summary>
    private static bool IsApplied(RichNode first, RichNode second) =>
        IsFunction(first) && second is not MathSymbol { Kind: MathSymbolKind.Opening or MathSymbolKind.Space or MathSymbolKind.Closing or MathSymbolKind.Relation or MathSymbolKind.BinaryOperator };

    /// <summary>Whether the first multiplies the function that is the second, as in <c>a tanh w</c>, which is not atanh.</summary>
    private static bool IsFactor(RichNode first, RichNode second) =>
        IsFunction(second) && !IsFunction(first)
        && first is MathScript or MathAccented or MathRoot or MathFraction or MathSymbol { Kind: MathSymbolKind.Variable or MathSymbolKind.Number or MathSymbolKind.Closing };

    private static bool IsFunction(RichNode node) =>
        node is MathSymbol { Kind: MathSymbolKind.FunctionName } || (node is MathScript script && IsFunction(script.Base));

    private static void Write(RichNode node, StringBuilder text)
    {
        switch (node)
        {
            case TextSegment segment:
                text.Append(segment.Text);
                break;
            case MathSegment segment:
                Write(segment.Body, text);
                break;
            case MathRow row:
                Write(row.Children, text);
                break;
            case MathSymbol symbol:
                WriteSymbol(symbol, text);
                break;
            case MathScript script:
                WriteScript(script, text);
                break;
            case MathAccented accented:
                WriteAccented(accented, text);
                break;
            case MathRoot root:
                text.Append('√').Append(Grouped(root.Radicand));
                break;
            case MathFraction fraction:
                text.Append(Grouped(fraction.Numerator)).Append('/').Append(Grouped(fraction.Denominator));
                break;
        }
    }

    private static void WriteSymbol(MathSymbol symbol, StringBuilder text)
    {
        string spaced = symbol.Kind switch
        {
            MathSymbolKind.Relation or MathSymbolKind.BinaryOperator => $" {symbol.Text} ",
            MathSymbolKind.Punctuation => $"{symbol.Text} ",
            _ => symbol.Text,
        };
        text.Append(spaced);
    }

    private static void WriteScript(MathScript script, StringBuilder text)
    {
        Write(script.Base, text);
        if (script.Subscript is not null)
        {
            text.Append('_').Append(Plain(script.Subscript));
        }

        if (script.Superscript is MathSymbol { Text: "′" })
        {
            text.Append('′');
        }
        else if (script.Superscript is not null)
        {
            text.Append('^').Append(Grouped(script.Superscript));
        }
    }

    private static void WriteAccented(MathAccented accented, StringBuilder text)
    {
        string plain = Plain(accented.Base);
        (char combining, string name) = accented.Accent switch
        {
            MathAccent.Overline => ('\u0304', "overline"),
            MathAccent.Hat => ('\u0302', "hat"),
            MathAccent.Tilde => ('\u0303', "tilde"),
            _ => ('\u0307', "dot"),
        };
        text.Append(plain.Length == 1 ? $"{plain}{combining}" : $"{name}({plain})");
    }

    private static string Plain(RichNode node)
    {
        StringBuilder text = new();
        Write(node, text);
        return text.ToString();
    }

    private static string Grouped(RichNode node)
    {
        string plain = Plain(node);
        return plain.Length <= 1 || node is MathSymbol or MathScript { Superscript: null } || plain is ['−', _] ? plain : $"({plain})";
    }
}
