using PluginLab.Figures;

namespace PluginLab.Rendering.Text;

/// <summary>Lays rich text out on one line.</summary>
internal sealed class LabelBuilder
{
    private const double SmallestSize = 8;
    private const double ScriptScale = 0.72;
    private const double SuperscriptRise = 0.36;
    private const double SubscriptRise = -0.17;
    private const double AxisHeight = 0.27;

    private readonly TextStyle style;
    private readonly List<TextRun> runs = [];
    private readonly List<LabelStroke> strokes = [];
    private double cursor;
    private double ascent;
    private double descent;

    private LabelBuilder(TextStyle style)
    {
        this.style = style;
        ascent = FontMetrics.Ascent * style.Size;
        descent = FontMetrics.Descent * style.Size;
    }

    public static Label Build(IReadOnlyList<RichNode> nodes, TextStyle style, string plainText)
    {
        LabelBuilder builder = new(style);
        builder.Place(nodes, style.Size, 0, isScript: false);
        return new Label
        {
            PlainText = plainText,
            Style = style,
            Width = builder.cursor,
            Ascent = builder.ascent,
            Descent = builder.descent,
            Runs = builder.runs,
            Strokes = builder.strokes,
        };
    }

    public static Label Build(RichText text, TextStyle style) => Build(text.Nodes, style, text.ToPlainText());

    public static Label BuildPlain(string text, TextStyle style) => Build([new TextSegment(text)], style, text);

    private void Place(IReadOnlyList<RichNode> nodes, double size, double rise, bool isScript)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            Place(nodes[i], size, rise, isScript);
            if (i + 1 < nodes.Count && FunctionSpacing.IsBetween(nodes[i], nodes[i + 1]))
            {
                cursor += 0.16 * size;
            }
        }
    }

    private void Place(RichNode node, double size, double rise, bool isScript)
    {
        switch (node)
        {
            case TextSegment segment:
                Append(segment.Text, size, rise, isItalic: false);
                break;
            case MathSegment segment:
                Place(segment.Body.Children, size, rise, isScript);
                break;
            case MathRow row:
                Place(row.Children, size, rise, isScript);
                break;
            case MathSymbol symbol:
                PlaceSymbol(symbol, size, rise, isScript);
                break;
            case MathScript script:
                PlaceScript(script, size, rise);
                break;
            case MathAccented accented:
                PlaceAccented(accented, size, rise, isScript);
                break;
            case MathRoot root:
                PlaceRoot(root, size, rise, isScript);
                break;
            case MathFraction fraction:
                PlaceFraction(fraction, size, rise);
                break;
        }
    }

    private void PlaceSymbol(MathSymbol symbol, double size, double rise, bool isScript)
    {
        double space = isScript ? 0.04 : symbol.Kind switch
        {
            MathSymbolKind.Relation => 0.26,
            MathSymbolKind.BinaryOperator => 0.2,
            _ => 0.02,
        };
        bool isSpaced = symbol.Kind is MathSymbolKind.Relation or MathSymbolKind.BinaryOperator;
        string text = symbol.Kind == MathSymbolKind.Calligraphic && symbol.Text == "L" ? "ℒ" : symbol.Text;
        if (GlyphPaths.Find(text) is { } glyph)
        {
            cursor += isSpaced ? space * size : 0;
            PlaceGlyph(glyph.Advance, glyph.Points, size, rise);
            cursor += isSpaced ? space * size : 0;
        }
        else if (isSpaced && !isScript)
        {
            // Blanks of the text itself keep the label one element, so that any anchor and any font hold it together.
            Append($"\u00a0{text}\u00a0", size, rise, isItalic: false);
        }
        else
        {
            string tail = symbol.Kind == MathSymbolKind.Punctuation && !isScript ? "\u00a0" : "";
            Append(text + tail, size, rise, symbol.Kind is MathSymbolKind.Variable or MathSymbolKind.Calligraphic);
        }
    }

    private void PlaceGlyph(double advance, PathPoint[] points, double size, double rise)
    {
        strokes.Add(new LabelStroke([.. points.Select(p => p with { X = cursor + (p.X * size), Y = (p.Y * size) - rise })], GlyphPaths.StrokeWidth * size));
        cursor += advance * size;
    }

    private void PlaceScript(MathScript script, double size, double rise)
    {
        Place(script.Base, size, rise, isScript: size < style.Size);
        double start = cursor;
        double scriptSize = Math.Max(SmallestSize, ScriptScale * size);
        if (script.Superscript is not null && IsPrimes(script.Superscript))
        {
            Place(script.Superscript, size, rise, isScript: true);
            start = cursor;
        }
        else if (script.Superscript is not null)
        {
            Place(script.Superscript, scriptSize, rise + (SuperscriptRise * size), isScript: true);
        }

        double afterSuperscript = cursor;
        if (script.Subscript is not null)
        {
            cursor = start;
            Place(script.Subscript, scriptSize, rise + (SubscriptRise * size), isScript: true);
        }

        cursor = Math.Max(cursor, afterSuperscript) + (0.03 * size);
        if (script.Superscript is null || script.Subscript is null)
        {
            cursor -= 0.03 * size;
        }
    }

    private static bool IsPrimes(RichNode node) =>
        node is MathSymbol { Text: "′" } || (node is MathRow row && row.Children.Count > 0 && row.Children.All(IsPrimes));

    private void PlaceAccented(MathAccented accented, double size, double rise, bool isScript)
    {
        double start = cursor;
        Place(accented.Base, size, rise, isScript);
        double height = rise + (HeightOf(accented.Base) * size) + (0.1 * size);
        double middle = (start + cursor) / 2 + (0.04 * size);
        PathPoint[] points = accented.Accent switch
        {
            MathAccent.Overline => [new('M', start + (0.04 * size), -height), new('L', cursor, -height)],
            MathAccent.Hat => [new('M', middle - (0.17 * size), -height), new('L', middle, -height - (0.13 * size)), new('L', middle + (0.17 * size), -height)],
            MathAccent.Tilde =>
            [
                new('M', middle - (0.19 * size), -height), new('C', middle - (0.08 * size), -height - (0.16 * size)),
                new(' ', middle + (0.08 * size), -height + (0.06 * size)), new(' ', middle + (0.19 * size), -height - (0.1 * size)),
            ],
            _ => [new('M', middle - (0.03 * size), -height - (0.03 * size)), new('L', middle + (0.03 * size), -height - (0.03 * size))],
        };
        strokes.Add(new LabelStroke(points, Math.Max(0.7, (accented.Accent == MathAccent.Dot ? 0.12 : 0.065) * size)));
        ascent = Math.Max(ascent, height + (0.14 * size));
    }

    private void PlaceRoot(MathRoot root, double size, double rise, bool isScript)
    {
        double start = cursor;
        cursor += 0.52 * size;
        double before = ascent;
        Place(root.Radicand, size, rise, isScript);
        double top = -(Math.Max(before > ascent ? before : ascent, rise + (0.75 * size)) + (0.06 * size));
        double bottom = -rise + (0.12 * size);
        strokes.Add(new LabelStroke(
            [
                new('M', start + (0.05 * size), -rise - (0.3 * size)), new('L', start + (0.15 * size), -rise - (0.36 * size)),
                new('L', start + (0.28 * size), bottom), new('L', start + (0.48 * size), top), new('L', cursor + (0.04 * size), top),
            ],
            Math.Max(0.7, 0.065 * size)));
        cursor += 0.06 * size;
        ascent = Math.Max(ascent, -top + (0.05 * size));
    }

    private void PlaceFraction(MathFraction fraction, double size, double rise)
    {
        double partSize = Math.Max(SmallestSize, 0.82 * size);
        double start = cursor + (0.08 * size);
        double width = Math.Max(WidthOf(fraction.Numerator, partSize), WidthOf(fraction.Denominator, partSize)) + (0.16 * size);
        double axis = rise + (AxisHeight * size);
        PlaceCentred(fraction.Numerator, partSize, axis + (0.34 * partSize));
        PlaceCentred(fraction.Denominator, partSize, axis - (0.92 * partSize));
        strokes.Add(new LabelStroke([new('M', start, -axis), new('L', start + width, -axis)], Math.Max(0.7, 0.065 * size)));
        cursor = start + width + (0.08 * size);

        void PlaceCentred(RichNode part, double at, double partRise)
        {
            cursor = start + ((width - WidthOf(part, at)) / 2);
            Place(part, at, partRise, isScript: true);
        }
    }

    private double WidthOf(RichNode node, double size)
    {
        LabelBuilder trial = new(style);
        trial.Place(node, size, 0, isScript: true);
        return trial.cursor;
    }

    /// <summary>Height of the ink above the baseline in em.</summary>
    private static double HeightOf(RichNode node) => node switch
    {
        MathRow row => row.Children.Select(HeightOf).DefaultIfEmpty(0.53).Max(),
        MathSymbol { Kind: MathSymbolKind.Variable } symbol => symbol.Text.All(c => "acegmnopqrsuvwxyzαγεηικμνοπρστυχω".Contains(c, StringComparison.Ordinal)) ? 0.53 : 0.73,
        MathScript { Superscript: not null } => 0.95,
        MathScript script => HeightOf(script.Base),
        _ => 0.73,
    };

    private void Append(string text, double size, double rise, bool isItalic)
    {
        if (text.Length == 0)
        {
            return;
        }

        string clean = Characters.Drawable(text);
        double width = FontMetrics.WidthOf(clean, size, style.IsBold, isItalic);
        if (runs.Count > 0 && runs[^1] is var last && last.Size == size && last.Rise == rise && last.IsItalic == isItalic && last.End == cursor)
        {
            runs[^1] = last with { Text = last.Text + clean, Width = last.Width + width };
        }
        else
        {
            runs.Add(new TextRun(clean, cursor, width, rise, size, isItalic));
        }

        cursor = runs[^1].End;
        ascent = Math.Max(ascent, rise + (FontMetrics.Ascent * size));
        descent = Math.Max(descent, (FontMetrics.Descent * size) - rise);
    }
}
