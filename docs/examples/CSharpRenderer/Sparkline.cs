using System.Text;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

public sealed class Sparkline(double lineWidth) : IFigureRenderer
{
    public string Name => "sparkline";

    public RenderedFigure Render(Figure figure, RenderOptions options)
    {
        (int width, int height) = (figure.Size.Width / 4, figure.Size.Height / 4);
        string lines = string.Concat(figure.Panels.SelectMany(panel => panel.Marks).Select(mark => Draw(figure, mark, width, height)));
        string id = options.IdPrefix.Length > 0 ? $"{options.IdPrefix}-{figure.Id}" : figure.Id;
        string svg = $"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">{lines}</svg>\n";
        LayoutReport layout = new() { Size = new(width, height), Panels = [], Texts = [], Passes = 1 };
        return new() { Content = Encoding.UTF8.GetBytes(svg), MediaType = "image/svg+xml", FileExtension = ".svg", Layout = layout };
    }

    private string Draw(Figure figure, Mark mark, int width, int height)
    {
        if (mark is not Line line)
        {
            throw new FigureException($"Figure '{figure.Id}' has the mark '{mark.Id}', a {mark.GetType().Name}; a sparkline draws lines alone. Use the renderer 'svg'.");
        }

        IEnumerable<string> points = Scale(line.X, lineWidth, width - lineWidth).Zip(Scale(line.Y, height - lineWidth, lineWidth), (x, y) => $"{NumberText.Of(x)},{NumberText.Of(y)}");
        return $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"{NumberText.Of(lineWidth)}\"/>";
    }

    private static IEnumerable<double> Scale(IReadOnlyList<double> values, double start, double end) =>
        values.Select(value => Math.Round(start + ((end - start) * (value - values.Min()) / Math.Max(values.Max() - values.Min(), double.Epsilon)), 2));
}

public sealed class SparklinePlugin : IPlugin
{
    private static readonly Parameter<double> LineWidth = Parameter.PositiveReal("line-width", "Width of lines, in px.", 1.5, maximum: 10);

    public PluginCatalog Catalog { get; } = new()
    {
        Renderers = [new() { Id = "sparkline", Description = "Lines without axes, for tables and slides.", Parameters = [LineWidth], Create = values => new Sparkline(values.Get(LineWidth)) }],
    };
}
