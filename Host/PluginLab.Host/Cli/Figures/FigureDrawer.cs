using PluginLab.Figures;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Cli.Figures;

/// <summary>Draws stored figures and tells on the error stream what a reader should know of a drawing.</summary>
internal sealed class FigureDrawer(IFigureRenderer renderer, Terminal terminal)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>Draws a figure in a style.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="style">The style.</param>
    /// <param name="other">A renderer besides the usual one; null for that.</param>
    /// <exception cref="UsageException">It cannot be drawn so.</exception>
    public RenderedFigure Draw(StoredFigure figure, FigureStyle style, IFigureRenderer? other = null)
    {
        RenderOptions options = new() { IdPrefix = figure.Run, Metadata = figure.Metadata };
        try
        {
            RenderedFigure drawing = (other ?? renderer).Render(figure.Figure, style.Apply(options, figure.Figure.Size));
            foreach (string line in drawing.Warnings.Select(warning => $"{figure.Name()}: {warning}").Where(told.Add))
            {
                terminal.Error.WriteLine(line);
            }

            return drawing;
        }
        catch (FigureException exception)
        {
            throw new UsageException($"{figure.Name()}: {exception.Message}");
        }
    }

    /// <summary>Draws a figure in a style; null, with the reason on the error stream, if it cannot be drawn so.</summary>
    public RenderedFigure? TryDraw(StoredFigure figure, FigureStyle style)
    {
        try
        {
            return Draw(figure, style);
        }
        catch (UsageException exception)
        {
            terminal.Error.WriteLine($"pluginlab: {exception.Message}");
            return null;
        }
    }
}
