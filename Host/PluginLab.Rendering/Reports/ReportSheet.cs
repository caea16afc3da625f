using System.Text;
using System.Text.RegularExpressions;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>One run on one sheet of SVG: question, figures, verdicts, parameters.</summary>
public static partial class ReportSheet
{
    private const double Margin = 24;
    private const double Gap = 16;
    private const double LineHeight = 16;
    private const double InnerWidth = 1296;
    private const double HalfWidth = (InnerWidth - Gap) / 2;
    private const double WidestHalf = 1.25 * HalfWidth;

    /// <summary>Writes the sheet; the ids of the drawings must differ from each other.</summary>
    public static string Write(RunReport run)
    {
        ArgumentNullException.ThrowIfNull(run);
        SvgCanvas canvas = new(FigureTheme.Automatic);
        double bottom = DrawHeader(run, canvas, Margin);
        bottom = DrawFigures(run, canvas, bottom + Gap);
        bottom = DrawClaims(run, canvas, bottom + Gap);
        bottom = DrawParameters(run, canvas, bottom + Gap);
        string height = SvgCanvas.Number(Math.Ceiling(bottom + Margin));
        string width = SvgCanvas.Number(InnerWidth + (2 * Margin));
        string rootId = $"{run.Name}-sheet";
        string background = $"<rect width=\"{width}\" height=\"{height}\"{canvas.BackgroundFill}/>\n";
        string title = Characters.Escape($"{run.Title} ({run.Name})");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{rootId}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{rootId}-title\""
            + " fill=\"currentColor\" font-family=\"'Liberation Sans',Arial,Helvetica,sans-serif\" font-size=\"11\" text-rendering=\"geometricPrecision\" style=\"font-kerning:none;font-variant-ligatures:none\">\n"
            + $"<title id=\"{rootId}-title\">{title}</title>\n{canvas.DarkRules(rootId)}\n{background}{canvas.Body}</svg>\n";
    }

    private static double DrawHeader(RunReport run, SvgCanvas canvas, double top)
    {
        canvas.Text(LabelBuilder.BuildPlain($"{run.Title}", new TextStyle(20, IsBold: true)), Margin, top + 18, TextAnchor.Start, Palette.Ink);
        canvas.Text(LabelBuilder.BuildPlain(run.Name, TextStyle.Axis), Margin + InnerWidth, top + 18, TextAnchor.End, Palette.Muted);
        double y = Paragraph(run.Question, canvas, Margin, top + 30, InnerWidth, new TextStyle(13), Palette.Ink);
        return run.Failure is null ? y : Paragraph(RichText.Escape(run.Failure), canvas, Margin, y + 4, InnerWidth, new TextStyle(13, IsBold: true), Palette.Strong[1]);
    }

    private static double DrawFigures(RunReport run, SvgCanvas canvas, double top)
    {
        (double x, double y, double rowBottom) = (Margin, top, top);
        foreach (ReportedFigure figure in run.Figures)
        {
            FigureSize size = figure.Drawing.Layout.Size;
            double scale = ScaleOf(size.Width);
            double width = size.Width * scale;
            if (x > Margin && x + width > Margin + InnerWidth + 0.5)
            {
                (x, y) = (Margin, rowBottom + Gap);
            }

            canvas.Write(Nested(figure, x, y, width, size.Height * scale));
            double bottom = Paragraph(figure.Figure.Caption, canvas, x + 12, y + (size.Height * scale) + 2, width - 24, TextStyle.Tick, Palette.Muted);
            rowBottom = Math.Max(rowBottom, bottom);
            x += width + Gap;
        }

        return rowBottom;
    }

    /// <summary>Drawings little wider than half of the sheet are scaled down, so that two stand beside each other.</summary>
    private static double ScaleOf(double width) => Math.Min(1, (width <= WidestHalf ? HalfWidth : InnerWidth) / width);

    /// <summary>A drawing at a place: SVG as it is, anything else as an image.</summary>
    private static string Nested(ReportedFigure figure, double x, double y, double width, double height)
    {
        string place = $" x=\"{SvgCanvas.Number(x)}\" y=\"{SvgCanvas.Number(y)}\"";
        if (figure.Drawing.MediaType != "image/svg+xml")
        {
            return $"<image{place} width=\"{SvgCanvas.Number(width)}\" height=\"{SvgCanvas.Number(height)}\" href=\"data:{Characters.Escape(figure.Drawing.MediaType)};base64,{Convert.ToBase64String(figure.Drawing.Content.Span)}\"/>\n";
        }

        string drawing = Encoding.UTF8.GetString(figure.Drawing.Content.Span);
        int start = drawing.IndexOf("<svg", StringComparison.Ordinal);
        string asPlaced = $" width=\"{SvgCanvas.Number(width)}\" height=\"{SvgCanvas.Number(height)}\"";
        int end = drawing.IndexOf('>', start);
        return string.Concat("<svg", place, SizeAsDrawn().Replace(drawing[(start + 4)..end], asPlaced, 1), drawing[end..]);
    }

    private static double DrawClaims(RunReport run, SvgCanvas canvas, double top)
    {
        if (run.Claims.Count == 0)
        {
            return top;
        }

        double y = Heading("Claims", canvas, top);
        foreach (Claim claim in run.Claims.OrderBy(claim => claim.IsAsExpected))
        {
            VerdictWords words = VerdictWords.Of(claim);
            ColorSlot color = words.Kind switch { "supported" => Palette.Strong[2], "finding" => Palette.Strong[0], "unexpected" => Palette.Strong[1], _ => Palette.Muted };
            double left = Paragraph(words.Text, canvas, Margin, y, 190, new TextStyle(11, IsBold: true), color);
            string remark = VerdictWords.Remark(claim) is { Length: > 0 } said ? $" {said}" : "";
            double middle = Paragraph($"{claim.Statement}{remark} ({claim.Source})", canvas, Margin + 200, y, 660, TextStyle.Tick, Palette.Ink);
            string numbers = $"measured {NumberMarkup.RichWithUncertainty(claim.Measured, claim.Uncertainty)}; supported by {NumberMarkup.Rich(claim.Bound)}";
            string solver = BudgetWords.Of(claim.Id, run.Budget) is { Length: > 0 } budget ? $"; {budget}" : "";
            double right = Paragraph(numbers + solver, canvas, Margin + 880, y, InnerWidth - 880, TextStyle.Tick, Palette.Ink);
            y = Math.Max(left, Math.Max(middle, right)) + 6;
            canvas.Write($"<path d=\"M{SvgCanvas.Number(Margin)} {SvgCanvas.Number(y - 2.5)}h{SvgCanvas.Number(InnerWidth)}\"{canvas.ColorOf(Palette.Grid)} stroke=\"currentColor\"/>\n");
        }

        return y;
    }

    private static double DrawParameters(RunReport run, SvgCanvas canvas, double top)
    {
        double y = Heading("Parameters", canvas, top);
        foreach (ReportedParameter parameter in run.Parameters)
        {
            canvas.Text(LabelBuilder.BuildPlain(parameter.Name, TextStyle.Tick), Margin, y + 12, TextAnchor.Start, Palette.Ink);
            double value = Paragraph(RichText.Escape(RunSection.Shortened(parameter.Json)), canvas, Margin + 200, y, 500, TextStyle.Tick, Palette.Ink);
            double meaning = Paragraph(parameter.Description, canvas, Margin + 720, y, InnerWidth - 720, TextStyle.Tick, Palette.Muted);
            y = Math.Max(value, meaning);
        }

        y = Paragraph(RichText.Escape(RunSection.StatisticsOf(run)), canvas, Margin, y + 6, InnerWidth, TextStyle.Tick, Palette.Muted);
        return Paragraph(RichText.Escape($"Repeat with {run.Command}"), canvas, Margin, y, InnerWidth, TextStyle.Tick, Palette.Muted);
    }

    private static double Heading(string text, SvgCanvas canvas, double top)
    {
        canvas.Text(LabelBuilder.BuildPlain(text, new TextStyle(14, IsBold: true)), Margin, top + 14, TextAnchor.Start, Palette.Ink);
        return top + 24;
    }

    /// <summary>Draws a rich text on as many lines as it takes; returns its lower edge.</summary>
    private static double Paragraph(string text, SvgCanvas canvas, double left, double top, double width, TextStyle style, ColorSlot color)
    {
        double y = top;
        foreach (Label line in LabelWrapping.Wrap(TolerantText.Parse(text), style, width, 40).Lines)
        {
            if (line.Runs.Count + line.Strokes.Count > 0)
            {
                double height = Math.Max(LineHeight, line.Height + 3);
                canvas.Text(line, left, y + ((height - line.Height) / 2) + line.Ascent, TextAnchor.Start, color);
                y += height;
            }
        }

        return y;
    }

    [GeneratedRegex(" width=\"[^\"]*\" height=\"[^\"]*\"")]
    private static partial Regex SizeAsDrawn();
}
