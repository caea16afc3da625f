using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Tests.Gallery;

// Draws the gallery into a folder, for looking at and for the tests in a browser.
string folder = args.Length > 0 ? args[0] : "gallery";
FigureTheme theme = args.Length > 1 && Enum.TryParse(args[1], ignoreCase: true, out FigureTheme chosen) ? chosen : FigureTheme.Automatic;
Directory.CreateDirectory(folder);
foreach (Figure figure in FigureGallery.All)
{
    RenderedFigure drawing = new SvgRenderer().Render(figure, new RenderOptions { Theme = theme });
    File.WriteAllBytes(Path.Combine(folder, figure.Id + drawing.FileExtension), drawing.Content.ToArray());
    Console.WriteLine($"{figure.Id}: {drawing.Content.Length} bytes, {drawing.Layout.Passes} passes{string.Concat(drawing.Warnings.Select(warning => "\n  " + warning))}");
}
