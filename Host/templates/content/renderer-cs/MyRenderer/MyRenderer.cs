using System.Text;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace MyRenderer;

/// <summary>The entry point: lists what the plugin offers.</summary>
public sealed class MyRendererPlugin : IPlugin
{
    public PluginCatalog Catalog { get; } = new()
    {
        Renderers = [new() { Id = "my-renderer", Description = "Draws the lines of a figure as text.", Create = _ => new TextRenderer() }],
    };
}

/// <summary>Draws each line of a figure as a row of blocks, eight heights from its least to its largest value.</summary>
public sealed class TextRenderer : IFigureRenderer
{
    private const int Columns = 60;
    private const string Blocks = "▁▂▃▄▅▆▇█";

    public string Name => "Text";

    public RenderedFigure Render(Figure figure, RenderOptions options)
    {
        StringBuilder text = new();
        text.Append(figure.Title).Append('\n');
        foreach (Line line in figure.Panels.SelectMany(panel => panel.Marks).OfType<Line>().Where(line => line.Y.Any(double.IsFinite)))
        {
            text.Append(Draw(line.Y)).Append(' ').Append(line.Label ?? line.Id).Append('\n');
        }

        return new()
        {
            Content = Encoding.UTF8.GetBytes(text.ToString()),
            MediaType = "text/plain",
            FileExtension = ".txt",
            Layout = new() { Size = figure.Size, Panels = [], Texts = [], Passes = 1 },
        };
    }

    private static string Draw(IReadOnlyList<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        (double least, double largest) = (finite.Min(), finite.Max());
        double height = largest > least ? largest - least : 1;
        IEnumerable<char> blocks =
            from column in Enumerable.Range(0, Columns)
            let value = values[column * (values.Count - 1) / (Columns - 1)]
            select double.IsFinite(value) ? Blocks[(int)((Blocks.Length - 1) * (value - least) / height)] : ' ';
        return string.Concat(blocks);
    }
}
