using System.Text.Json;
using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Tests.Gallery;

// Draws the figures of the tests and of docs/gallery.md into a folder, with the width and content of every text, for looking at and for the checks in a browser.
string folder = args.Length > 0 ? args[0] : "gallery";
FigureTheme theme = args.Length > 1 && Enum.TryParse(args[1], ignoreCase: true, out FigureTheme chosen) ? chosen : FigureTheme.Automatic;
Directory.CreateDirectory(folder);
IEnumerable<Figure> documented = Gallery.Figures.Concat(FSharpFigures.all).Select(create => create()).Select(figure => figure with { Id = $"docs-{figure.Id}" });
foreach (Figure figure in FigureGallery.All.Concat(documented))
{
    RenderedFigure drawing = new SvgRenderer().Render(figure, new RenderOptions { Theme = theme });
    File.WriteAllBytes(Path.Combine(folder, figure.Id + drawing.FileExtension), drawing.Content.ToArray());
    object[][] texts = [.. drawing.Layout.Texts.Select(text => (object[])[text.Box.Width, text.Text])];
    File.WriteAllText(Path.Combine(folder, figure.Id + ".texts.json"), JsonSerializer.Serialize(texts));
    Console.WriteLine($"{figure.Id}: {drawing.Content.Length} bytes, {drawing.Layout.Passes} passes{string.Concat(drawing.Warnings.Select(warning => "\n  " + warning))}");
}
SampleReport.Write(Path.Combine(folder, "report"));
