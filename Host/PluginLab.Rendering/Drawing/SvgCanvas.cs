using System.Globalization;
using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Which point of a text its position means.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>Collects the elements of a drawing, and where its texts went.</summary>
internal sealed class SvgCanvas(FigureTheme theme)
{
    private readonly StringBuilder body = new(16 * 1024);
    private readonly List<ColorSlot> used = [];
    private readonly List<TextLayout> texts = [];
    private bool hasBackgroundFill;
    private bool hasBackgroundHalo;

    public IReadOnlyList<TextLayout> Texts => texts;

    public string Body => body.ToString();

    /// <summary>A length in px with at most two decimals.</summary>
    public static string Number(double pixels)
    {
        int hundredths = PathText.Hundredths(pixels);
        if (hundredths % 100 == 0)
        {
            return (hundredths / 100).ToString(CultureInfo.InvariantCulture);
        }

        string sign = hundredths < 0 ? "-" : "";
        int size = Math.Abs(hundredths);
        string whole = size >= 100 ? (size / 100).ToString(CultureInfo.InvariantCulture) : "";
        string decimals = (size % 100).ToString("00", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{sign}{whole}.{decimals}";
    }

    public void Write(string markup) => body.Append(markup);

    /// <summary>The attributes that fill an element with the colour of the background.</summary>
    public string BackgroundFill
    {
        get
        {
            hasBackgroundFill = true;
            return theme == FigureTheme.Automatic ? $" class=\"bf\" fill=\"{BackgroundColor}\"" : $" fill=\"{BackgroundColor}\"";
        }
    }

    private string BackgroundColor => theme == FigureTheme.Dark ? Palette.Background.Dark : Palette.Background.Light;

    /// <summary>The attributes that give an element its colour as <c>currentColor</c>.</summary>
    public string ColorOf(ColorSlot slot, string alsoClass = "")
    {
        if (!used.Contains(slot))
        {
            used.Add(slot);
        }

        return theme switch
        {
            FigureTheme.Automatic => $" class=\"{slot.Name}{alsoClass}\" color=\"{slot.Light}\"",
            FigureTheme.Dark => $" color=\"{slot.Dark}\"",
            _ => $" color=\"{slot.Light}\"",
        };
    }

    /// <summary>Style rules that give a drawing its dark colours where the reader prefers them; empty for fixed colours.</summary>
    public string DarkRules(string rootId)
    {
        if (theme != FigureTheme.Automatic)
        {
            return "";
        }

        IEnumerable<string> rules = used.OrderBy(slot => slot.Name, StringComparer.Ordinal).Select(slot => $"#{rootId} .{slot.Name}{{color:{slot.Dark}}}");
        string fill = hasBackgroundFill ? $"#{rootId} .bf{{fill:{Palette.Background.Dark}}}" : "";
        string halo = hasBackgroundHalo ? $"#{rootId} .hl{{stroke:{Palette.Background.Dark}}}" : "";
        return $"<style>@media (prefers-color-scheme:dark){{{string.Concat(rules)}{fill}{halo}}}</style>";
    }

    /// <summary>The box that a label would take.</summary>
    public static Box BoxOf(Label label, double x, double baseline, TextAnchor anchor)
    {
        double left = anchor switch { TextAnchor.Middle => x - (label.Width / 2), TextAnchor.End => x - label.Width, _ => x };
        return new Box(left, baseline - label.Ascent, label.Width, label.Height);
    }

    /// <summary>Draws a label; a rotation is about the centre of its box, in degrees clockwise.</summary>
    public void Text(Label label, double x, double baseline, TextAnchor anchor, ColorSlot color, double rotation = 0, bool hasHalo = false)
    {
        Box box = BoxOf(label, x, baseline, anchor);
        texts.Add(new TextLayout(label.PlainText, box, rotation));
        string turn = rotation == 0 ? "" : $" transform=\"rotate({Number(rotation)} {Number(box.X + (box.Width / 2))} {Number(box.Y + (box.Height / 2))})\"";
        List<List<TextRun>> pieces = Pieces(label);
        bool isOne = pieces.Count == 1 && label.Strokes.Count == 0;
        hasBackgroundHalo |= hasHalo && isOne;
        string look = ColorOf(color, hasHalo && isOne ? " hl" : "") + (label.Style.IsBold ? " font-weight=\"bold\"" : "");
        if (!isOne)
        {
            body.Append($"<g{turn}{look}>");
        }

        foreach (List<TextRun> piece in pieces)
        {
            // A label of one piece keeps its anchor, so that another font shifts it as little as possible.
            double at = isOne ? x : box.X + piece[0].X;
            string space = piece.Count > 1 || piece[0].Text[0] is ' ' or '\u00a0' || piece[0].Text[^1] is ' ' or '\u00a0' ? " xml:space=\"preserve\"" : "";
            body.Append($"<text{space} x=\"{Number(at)}\" y=\"{Number(baseline - piece[0].Rise)}\"");
            body.Append(isOne && anchor != TextAnchor.Start ? $" text-anchor=\"{(anchor == TextAnchor.Middle ? "middle" : "end")}\"" : "");
            body.Append(isOne ? turn + look : "");
            WriteRuns(piece, hasHalo && isOne);
        }

        WriteStrokes(label, box.X, baseline);
        body.Append(isOne ? "\n" : "</g>\n");
    }

    private static List<List<TextRun>> Pieces(Label label)
    {
        List<List<TextRun>> pieces = [];
        foreach (TextRun run in label.Runs)
        {
            if (pieces.Count > 0 && Math.Abs(pieces[^1][^1].End - run.X) < 1e-9)
            {
                pieces[^1].Add(run);
            }
            else
            {
                pieces.Add([run]);
            }
        }

        return pieces;
    }

    private void WriteRuns(List<TextRun> runs, bool hasHalo)
    {
        TextRun first = runs[0];
        body.Append(first.Size == TextStyle.Tick.Size ? "" : $" font-size=\"{Number(first.Size)}\"");
        body.Append(first.IsItalic && runs.TrueForAll(run => run.IsItalic) ? " font-style=\"italic\"" : "");
        if (hasHalo)
        {
            body.Append($" stroke=\"{BackgroundColor}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }

        body.Append('>');
        bool isPlain = runs.Count == 1;
        double rise = first.Rise;
        for (int i = 0; i < runs.Count; i++)
        {
            TextRun run = runs[i];
            string content = Characters.Escape(Unbreakable(run.Text));
            string attributes = (run.Rise != rise ? $" dy=\"{Number(rise - run.Rise)}\"" : "")
                + (run.Size != first.Size ? $" font-size=\"{Number(run.Size)}\"" : "")
                + (run.IsItalic && !runs.TrueForAll(r => r.IsItalic) ? " font-style=\"italic\"" : "");
            rise = run.Rise;
            body.Append(isPlain || attributes.Length == 0 ? content : $"<tspan{attributes}>{content}</tspan>");
        }

        body.Append("</text>");
    }

    /// <summary>Spaces at the ends of a run and double spaces as no-break spaces; with xml:space they are kept by every reader, librsvg included.</summary>
    private static string Unbreakable(string text)
    {
        bool isSafe = text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal);
        return isSafe ? text : text.Trim(' ').Length == 0 || text.Contains("  ", StringComparison.Ordinal) ? text.Replace(' ', '\u00a0')
            : (text[0] == ' ' ? "\u00a0" : "") + text.Trim(' ') + (text[^1] == ' ' ? "\u00a0" : "");
    }

    private void WriteStrokes(Label label, double x, double baseline)
    {
        foreach (LabelStroke stroke in label.Strokes)
        {
            StringBuilder path = new();
            foreach (PathPoint point in stroke.Points)
            {
                path.Append(point.Command == ' ' ? " " : point.Command.ToString()).Append($"{Number(x + point.X)} {Number(baseline + point.Y)}");
            }

            body.Append($"<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{Number(stroke.Width)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
        }
    }
}
