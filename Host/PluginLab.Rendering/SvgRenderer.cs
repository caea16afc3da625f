using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Checks;
using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering;

/// <summary>Draws figures as SVG that looks the same in browsers, librsvg, Inkscape and resvg, without an installed font.</summary>
public sealed class SvgRenderer : IFigureRenderer
{
    /// <inheritdoc/>
    public string Name => "SVG";

    /// <summary>Passes after which a layout that has not come to rest is taken as it is.</summary>
    public int MostPasses { get; init; } = 4;

    /// <inheritdoc/>
    public RenderedFigure Render(Figure figure, RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(options);
        figure = MarkArrays.Of(figure);
        FigureChecks.Require(figure, options);
        figure = ColoredValues.FitCommon(StripAxes.Complete(figure));
        if (options.PrintWidth is not null)
        {
            (figure, options) = WidthFitting.Apply(figure, options, sized => FigureLayout.Find(Titled(sized, options), MostPasses));
        }

        DrawingScale scale = new(figure, options);
        FigureLayout layout = FigureLayout.Find(Titled(figure with { Size = scale.LayoutSize }, options), MostPasses);
        string rootId = RootId(figure, options);
        SvgCanvas canvas = new(options.Theme);
        DrawTitles(layout, canvas);
        List<PanelLayout> panels = [];
        foreach (PanelPlan plan in layout.Panels)
        {
            try
            {
                panels.Add(new PanelDrawing(plan, canvas, rootId).Draw());
            }
            catch (FigureException exception)
            {
                throw new FigureException($"Figure '{figure.Id}' cannot be drawn: {exception.Message}");
            }
        }

        CommonDrawing.Draw(layout.Common, canvas, rootId);
        return new RenderedFigure
        {
            Content = Encoding.UTF8.GetBytes(Document(figure, options, canvas, layout, scale)),
            MediaType = "image/svg+xml",
            FileExtension = ".svg",
            Warnings = Warnings(layout),
            Layout = new LayoutReport { Size = layout.Size, Panels = panels, Texts = canvas.Texts, Passes = layout.Passes },
        };
    }

    private static string RootId(Figure figure, RenderOptions options) => options.IdPrefix.Length > 0 ? $"{options.IdPrefix}-{figure.Id}" : figure.Id;

    private static Figure Titled(Figure figure, RenderOptions options) => options.IsTitleShown ? figure : figure with { Title = "", Subtitle = null };

    private static void DrawTitles(FigureLayout layout, SvgCanvas canvas)
    {
        for (int i = 0; i < layout.Title.Count; i++)
        {
            canvas.Text(layout.Title[i], FigureLayout.TitleLeft, layout.TitleBaseline(i), TextAnchor.Start, Palette.Ink);
        }

        for (int i = 0; i < layout.Subtitle.Count; i++)
        {
            canvas.Text(layout.Subtitle[i], FigureLayout.TitleLeft, layout.SubtitleBaseline(i), TextAnchor.Start, Palette.Muted);
        }
    }

    private static string Document(Figure figure, RenderOptions options, SvgCanvas canvas, FigureLayout layout, DrawingScale scale)
    {
        string rootId = RootId(figure, options);
        (string sizes, string width, string height) = scale.Describe(layout.Size);
        string background = options.IsTransparent ? "" : $"<rect width=\"{width}\" height=\"{height}\"{canvas.BackgroundFill}/>\n";
        StringBuilder svg = new(canvas.Body.Length + 4096);
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{rootId}\"{sizes}")
            .Append($" role=\"img\" aria-labelledby=\"{rootId}-title {rootId}-desc\" fill=\"currentColor\"")
            .Append(" font-family=\"'Liberation Sans',Arial,Helvetica,sans-serif\" font-size=\"11\" text-rendering=\"geometricPrecision\"")
            .Append(" style=\"font-kerning:none;font-variant-ligatures:none\">\n")
            .Append($"<title id=\"{rootId}-title\">{Plain(figure.Title)}</title>\n")
            .Append($"<desc id=\"{rootId}-desc\">{Description(figure, layout)}</desc>\n")
            .Append(Metadata(options))
            .Append(canvas.DarkRules(rootId))
            .Append('\n').Append(background).Append(canvas.Body).Append("</svg>\n");
        return svg.ToString();
    }

    private static string Plain(string text) => Characters.Escape(RichText.Parse(text).ToPlainText());

    private static string Description(Figure figure, FigureLayout layout)
    {
        StringBuilder text = new();
        text.Append(Characters.Escape(figure.AltText));
        foreach (PanelPlan plan in layout.Panels)
        {
            string axes = plan.Panel.Marks[0] is VerdictTable table ? $"A table of {Positions.Of(table.Claims.Count)} claims"
                : $"{Range("Horizontal axis", plan.Panel.X, plan.X)}; {Range("vertical axis", plan.Panel.Y, plan.Y)}";
            text.Append($" {(plan.Letter.Length > 0 ? $"Panel {plan.Letter}: " : "")}{axes}.");
        }

        return text.Append(' ').Append(Plain(figure.Caption)).ToString();
    }

    private static string Range(string name, Axis axis, AxisMap map)
    {
        string scale = axis.Scale switch
        {
            AxisScale.Logarithmic => " (logarithmic)",
            AxisScale.SymmetricLogarithmic => $" (linear to ±{Ends(axis.LinearRange)}, logarithmic beyond)",
            _ => "",
        };
        string label = axis.Label.Length == 0 ? "" : $" {Plain(axis.Label)}";
        return axis.Ticks is { } named ? $"{name}{label}: {string.Join(", ", named.Select(tick => Plain(tick.Label)))}"
            : $"{name}{label}{scale} from {Ends(map.Limits.Lower)} to {Ends(map.Limits.Upper)}";

        static string Ends(double value) => RichText.Parse(TickNumber.WriteRounded(value, 3)).ToPlainText();
    }

    private static string Metadata(RenderOptions options)
    {
        if (options.Metadata.Count == 0)
        {
            return "";
        }

        IEnumerable<string> lines = options.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Characters.Escape(pair.Key)}: {Characters.Escape(pair.Value)}\n");
        return $"<metadata>\n{string.Concat(lines)}</metadata>\n";
    }

    private static List<string> Warnings(FigureLayout layout)
    {
        List<string> warnings = [.. layout.Compromises];
        foreach (PanelPlan plan in layout.Panels)
        {
            string where = plan.Letter.Length > 0 ? $"Panel {plan.Letter}: " : "";
            warnings.AddRange(plan.AllNotes.Concat(plan.Compromises.Distinct()).Select(note => $"{where}{note}."));
            warnings.AddRange(plan.Shortened.OrderBy(text => text, StringComparer.Ordinal)
                .Select(text => $"{where}the text \"{(text.Length > 60 ? text[..60] + "…" : text)}\" is too long and was shortened."));
        }

        return warnings;
    }
}
