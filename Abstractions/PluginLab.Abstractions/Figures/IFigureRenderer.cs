namespace PluginLab.Figures;

/// <summary>Draws figures.</summary>
/// <remarks>Immutable and thread-safe. The same figure and options give the same bytes.</remarks>
public interface IFigureRenderer
{
    /// <summary>Name for reports.</summary>
    string Name { get; }

    /// <summary>Draws a figure.</summary>
    /// <exception cref="FigureException">The figure is invalid, or holds something that this renderer cannot draw; the message names figure and mark.</exception>
    RenderedFigure Render(Figure figure, RenderOptions options);
}

/// <summary>The colours of a drawing.</summary>
public enum FigureTheme
{
    /// <summary>Light, and dark where the reader prefers it.</summary>
    Automatic,

    /// <summary>Dark ink on white.</summary>
    Light,

    /// <summary>Light ink on near black.</summary>
    Dark,
}

/// <summary>How to draw, apart from what.</summary>
public sealed record RenderOptions
{
    /// <summary>The colours.</summary>
    public FigureTheme Theme { get; init; }

    /// <summary>Size on paper; null for the size of the figure in px.</summary>
    public PrintSize? PrintSize { get; init; }

    /// <summary>
    /// Width on paper in mm, from 10 to 1000, where the height follows from the figure: plots keep their proportions, and panels go below each other where they
    /// would be too narrow. Null where <see cref="PrintSize"/> or the size of the figure says both.
    /// </summary>
    public double? PrintWidth { get; init; }

    /// <summary>
    /// Size of text relative to the usual, in which labels of axes have 12 px and numbers on them 11 px, with lines and markers in proportion; from 0.25 to 5.
    /// The layout report is in px of the usual size.
    /// </summary>
    public double FontScale { get; init; } = 1;

    /// <summary>Whether what lies behind the drawing shows through it.</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Whether title and subtitle are drawn; a paper has a caption instead.</summary>
    public bool IsTitleShown { get; init; } = true;

    /// <summary>Set before the ids of a drawing, so that several can stand on one page; kebab-case or empty.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>Provenance to embed, such as the run key, the resolved parameters and the command that makes the figure; ordered by key.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>Size of a drawing on paper, in mm.</summary>
/// <param name="Width">Width; from 10 to 1000.</param>
/// <param name="Height">Height; from 10 to 1000.</param>
public readonly record struct PrintSize(double Width, double Height);

/// <summary>Thrown when a figure cannot be drawn.</summary>
/// <param name="message">Which figure and mark, what is wrong, what is expected and how to mend it.</param>
public sealed class FigureException(string message) : Exception(message);
