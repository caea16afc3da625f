using PluginLab.Figures;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution;

/// <summary>Draws the figures of a run; one that cannot be drawn leaves the others alone.</summary>
internal static class FigureDrawing
{
    /// <summary>Draws figures with the renderer of the run; none if it has no renderer.</summary>
    /// <returns>Those that could be drawn, in order, and why others could not; null if all could.</returns>
    public static (IReadOnlyList<DrawnFigure> Figures, RunFailure? Failure) Draw(PlannedRun run, IReadOnlyList<Figure> figures)
    {
        if (run.Renderer is not { } renderer)
        {
            return ([], null);
        }

        List<DrawnFigure> drawn = [];
        List<RunFailure> failures = [];
        foreach (Figure figure in figures)
        {
            try
            {
                drawn.Add(Draw(run, renderer, figure));
            }
            catch (FigureException exception)
            {
                string named = $"Figure '{figure.Id}'";
                failures.Add(new RunFailure(exception.Message.StartsWith(named, StringComparison.Ordinal) ? exception.Message : $"{named} could not be drawn: {exception.Message}"));
            }
            catch (Exception exception)
            {
                // A renderer may be a plugin's, and the lists of a figure are.
                failures.Add(new RunFailure($"Figure '{figure.Id}' could not be drawn: {exception.GetType().Name}: {exception.Message}", exception.ToString()));
            }
        }

        return (drawn, failures.Count == 0 ? null : Join(failures));
    }

    private static DrawnFigure Draw(PlannedRun run, Configured<IFigureRenderer> renderer, Figure figure)
    {
        RenderedFigure drawing = renderer.Instance.Render(figure, run.Style.Apply(FigureProvenance.OptionsFor(run), figure.Size));
        if (!IsExtension(drawing.FileExtension))
        {
            throw new FigureException(
                $"the renderer '{renderer.Component.Id}' gives the file extension '{drawing.FileExtension}'; it must be a dot and lower-case letters or digits, such as '.svg'.");
        }

        RenderedFigure copy = drawing with { Content = drawing.Content.ToArray(), Warnings = [.. drawing.Warnings] };
        return new DrawnFigure(figure, copy, FigureData.Write(figure));
    }

    /// <summary>The extension becomes part of a path.</summary>
    private static bool IsExtension(string? extension) =>
        extension is { Length: > 1 and <= 10 } && extension[0] == '.' && extension.Skip(1).All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private static RunFailure Join(List<RunFailure> failures)
    {
        string detail = string.Join('\n', failures.Select(failure => failure.Detail).OfType<string>());
        return new RunFailure(string.Join('\n', failures.Select(failure => failure.Summary)), detail.Length == 0 ? null : detail);
    }
}
