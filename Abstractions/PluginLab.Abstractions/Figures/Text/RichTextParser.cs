using System.Globalization;
using System.Text;

namespace PluginLab.Figures.Text;

/// <summary>Reads rich text by recursive descent.</summary>
internal sealed class RichTextParser(string source)
{
    private const int DeepestNesting = 24;

    private int position;
    private int depth;

    private bool AtEnd => position >= source.Length;

    public IReadOnlyList<RichNode> ParseText()
    {
        List<RichNode> nodes = [];
        StringBuilder plain = new();
        while (!AtEnd)
        {
            if (source[position] == '$')
            {
                Flush();
                nodes.Add(ParseSegment());
            }
            else
            {
                plain.Append(source[position] == '\\' ? EscapedCharacter() : source[position]);
                position++;
            }
        }

        Flush();
        return nodes;

        void Flush()
        {
            if (plain.Length > 0)
            {
                nodes.Add(new TextSegment(plain.ToString()));
                plain.Clear();
            }
        }
    }

    private char EscapedCharacter()
    {
        int start = position++;
        return !AtEnd && "\\$%_&#{}".Contains(source[position], StringComparison.Ordinal)
            ? source[position]
            : throw Error(start, $"'{Excerpt(start)}' stands outside mathematics", "put it between dollar signs, or write \\\\ for a backslash");
    }

    private MathSegment ParseSegment()
    {
        int start = position++;
        MathRow body = ParseRow('$', start);
        return body.Children.Count == 0
            ? throw Error(start, "the mathematics between two dollar signs is empty", "write \\$ for a dollar sign")
            : new MathSegment(source[(start + 1)..(position - 1)], body);
    }

    /// <summary>Reads up to and past a closing character.</summary>
    private MathRow ParseRow(char closing, int start)
    {
        if (++depth > DeepestNesting)
        {
            throw Error(start, "formulas are nested too deeply", $"use at most {DeepestNesting} levels");
        }

        List<RichNode> children = [];
        while (SkipSpaces() && source[position] != closing)
        {
            children.Add(ParseScripted());
        }

        if (AtEnd)
        {
            throw Error(start, $"'{source[start]}' is never closed", closing == '$' ? "end the mathematics with a dollar sign, or write \\$ for a dollar sign" : "add the closing brace");
        }

        position++;
        depth--;
        return new MathRow(WithSigns(children));
    }

    /// <summary>Turns an operator that has nothing on its left into a sign.</summary>
    private static List<RichNode> WithSigns(List<RichNode> children)
    {
        for (int i = 0; i < children.Count; i++)
        {
            bool isSign = children[i] is MathSymbol { Kind: MathSymbolKind.BinaryOperator }
                && (i == 0 || children[i - 1] is MathSymbol
                {
                    Kind: MathSymbolKind.BinaryOperator or MathSymbolKind.Relation or MathSymbolKind.Punctuation
                    or MathSymbolKind.Opening or MathSymbolKind.LargeOperator
                });
            if (isSign)
            {
                children[i] = ((MathSymbol)children[i]) with { Kind = MathSymbolKind.Ordinary };
            }
        }

        return children;
    }

    private RichNode ParseScripted()
    {
        RichNode root = source[position] is '_' or '^' or '\'' ? new MathRow([]) : ParseAtom();
        RichNode? subscript = null;
        RichNode? superscript = null;
        while (SkipSpaces() && source[position] is '_' or '^' or '\'')
        {
            int start = position;
            char mark = source[position++];
            RichNode script = mark == '\'' ? new MathSymbol("′", MathSymbolKind.Ordinary) : ParseArgument(mark.ToString(), start);
            if (mark == '_')
            {
                subscript = subscript is null ? script : throw Error(start, "a second subscript follows the first", "group them with braces");
            }
            else
            {
                superscript = superscript is null ? script
                    : mark == '\'' || IsPrimes(superscript) ? new MathRow([superscript, script])
                    : throw Error(start, "a second superscript follows the first", "group them with braces");
            }
        }

        return subscript is null && superscript is null ? root : new MathScript(root, subscript, superscript);
    }

    private static bool IsPrimes(RichNode node) =>
        node is MathSymbol { Text: "′" } || (node is MathRow { Children.Count: > 0 } row && row.Children.All(IsPrimes));

    private RichNode ParseArgument(string owner, int start)
    {
        if (!SkipSpaces() || source[position] is '$' or '}')
        {
            throw Error(start, $"'{owner}' lacks its argument", "add one in braces");
        }

        return source[position] == '{' ? ParseAtom() : char.IsDigit(source[position]) ? OneDigit() : ParseAtom();
    }

    private MathSymbol OneDigit() => new(source[position++].ToString(), MathSymbolKind.Number);

    private RichNode ParseAtom()
    {
        int start = position;
        char character = source[position];
        if (character is '}' or '$')
        {
            throw Error(start, $"'{character}' closes nothing", character == '}' ? "write \\} for a brace" : "write \\$ for a dollar sign");
        }

        if (character == '{')
        {
            position++;
            MathRow row = ParseRow('}', start);
            return row.Children.Count == 1 ? row.Children[0] : row;
        }

        return character == '\\' ? ParseCommand() : char.IsAsciiDigit(character) ? ParseNumber() : ParseCharacter();
    }

    private MathSymbol ParseNumber()
    {
        int start = position;
        while (!AtEnd && (char.IsAsciiDigit(source[position])
            || (source[position] == '.' && position + 1 < source.Length && char.IsAsciiDigit(source[position + 1]))))
        {
            position++;
        }

        return new MathSymbol(source[start..position], MathSymbolKind.Number);
    }

    private MathSymbol ParseCharacter()
    {
        string element = StringInfo.GetNextTextElement(source, position);
        position += element.Length;
        return MathCommands.OfCharacter(element);
    }

    private RichNode ParseCommand()
    {
        int start = position++;
        int nameStart = position;
        while (!AtEnd && char.IsAsciiLetter(source[position]))
        {
            position++;
        }

        if (position == nameStart && !AtEnd)
        {
            position++;
        }

        string name = source[nameStart..position];
        return MathCommands.Find(name) ?? ParseStructure(name, start);
    }

    private RichNode ParseStructure(string name, int start) => name switch
    {
        "frac" or "tfrac" or "dfrac" => new MathFraction(ParseArgument("\\frac", start), ParseArgument("\\frac", start)),
        "sqrt" when SkipSpaces() && source[position] == '[' => throw Error(start, "'\\sqrt' has an index", "write a power, such as x^{1/3}"),
        "sqrt" => new MathRoot(ParseArgument("\\sqrt", start)),
        "overline" or "bar" => new MathAccented(ParseArgument("\\overline", start), MathAccent.Overline),
        "hat" or "widehat" => new MathAccented(ParseArgument("\\hat", start), MathAccent.Hat),
        "tilde" or "widetilde" => new MathAccented(ParseArgument("\\tilde", start), MathAccent.Tilde),
        "dot" => new MathAccented(ParseArgument("\\dot", start), MathAccent.Dot),
        "text" or "mathrm" or "textrm" => new MathSymbol(Words(name, start), MathSymbolKind.Words),
        "operatorname" => new MathSymbol(Words(name, start), MathSymbolKind.FunctionName),
        "mathcal" => new MathSymbol(CapitalLetter(name, start), MathSymbolKind.Calligraphic),
        "left" or "right" when SkipSpaces() && source[position] is not ('$' or '}') => ParseAtom(),
        _ => throw Error(start, $"the command '\\{name}' is unknown", "use a command of the documented subset of LaTeX, or \\text{…} for words"),
    };

    private string CapitalLetter(string name, int start)
    {
        string letter = Words(name, start);
        return letter is [>= 'A' and <= 'Z'] ? letter : throw Error(start, $"'\\{name}{{{letter}}}' is not one capital letter", "write one such as \\mathcal{L}");
    }

    private string Words(string name, int start)
    {
        int end = SkipSpaces() && source[position] == '{' ? source.IndexOf('}', position) : -1;
        if (end < 0)
        {
            throw Error(start, $"'\\{name}' lacks its argument", "add one in braces");
        }

        string words = source[(position + 1)..end];
        position = end + 1;
        return words.AsSpan().IndexOfAny('\\', '{', '$') < 0
            ? words
            : throw Error(start, $"the argument of '\\{name}' holds a command", "close the words first");
    }

    /// <summary>Skips spaces; false at the end of the text.</summary>
    private bool SkipSpaces()
    {
        while (!AtEnd && char.IsWhiteSpace(source[position]))
        {
            position++;
        }

        return !AtEnd;
    }

    private string Excerpt(int start) => source.Substring(start, Math.Min(12, source.Length - start));

    private FormatException Error(int at, string what, string remedy)
    {
        string excerpt = source.Length <= 80 ? source : source[..77] + "…";
        return new FormatException($"In the rich text \"{excerpt}\", at character {(at + 1).ToString(CultureInfo.InvariantCulture)}: {what}; {remedy}.");
    }
}
