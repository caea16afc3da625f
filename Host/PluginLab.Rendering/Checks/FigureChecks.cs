using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps a figure from being drawn: everything at once, each with its place and a remedy.</summary>
internal static class FigureChecks
{
    /// <summary>The smallest width and height of what is laid out, in px.</summary>
    public const int SmallestSide = 100;

    private const int LargestSide = 4000;

    /// <summary>Throws if the figure is invalid.</summary>
    /// <exception cref="FigureException">The figure is invalid; the message lists every reason.</exception>
    public static void Require(Figure figure, RenderOptions options)
    {
        List<string> problems = [];
        CheckFigure(figure, options, problems);
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            (string where, List<string> found) = ($"panel {Positions.Of(i + 1)}", []);
            CheckPanel(figure.Panels[i], where, ids, found);
            bool isClear = figure.Panels.Count == 1;
            problems.AddRange(found.Select(problem => isClear || problem.Contains(where, StringComparison.Ordinal) ? problem : $"In {where}: {problem}"));
        }

        if (problems.Count == 0)
        {
            SharedChecks.Check(figure, problems);
        }

        if (problems.Count > 0)
        {
            throw new FigureException($"Figure '{figure.Id}' cannot be drawn: {string.Join(' ', problems)}");
        }
    }

    private static void CheckFigure(Figure figure, RenderOptions options, List<string> problems)
    {
        CheckSlug(figure.Id, "the figure", problems);
        if (options.IdPrefix.Length > 0)
        {
            CheckSlug(options.IdPrefix, "the prefix of ids", problems);
        }

        if (!IsSide(figure.Size.Width) || !IsSide(figure.Size.Height))
        {
            problems.Add($"Its size is {Positions.Of(figure.Size.Width)} × {Positions.Of(figure.Size.Height)} px; width and height must be from {SmallestSide} to {LargestSide}.");
        }
        else
        {
            CheckScale(figure, options, problems);
        }

        if (figure.Columns < 1 || figure.Panels.Count == 0)
        {
            problems.Add("It needs at least one panel and one column.");
        }

        CheckText(figure.Title, "title", problems);
        CheckText(figure.Subtitle, "subtitle", problems);
        CheckText(figure.Caption, "caption", problems);
        if (string.IsNullOrWhiteSpace(figure.AltText))
        {
            problems.Add("Its alternative text is empty; say what the figure shows.");
        }
    }

    /// <summary>What is laid out must have a size that figures may have, whatever size it is shown at.</summary>
    private static void CheckScale(Figure figure, RenderOptions options, List<string> problems)
    {
        int before = problems.Count;
        if (!(options.FontScale is >= DrawingScale.SmallestFontScale and <= DrawingScale.LargestFontScale))
        {
            problems.Add($"The font scale is {NumberText.Of(options.FontScale)}; it must be from {NumberText.Of(DrawingScale.SmallestFontScale)} to {NumberText.Of(DrawingScale.LargestFontScale)}.");
        }

        if (options.PrintSize is { } size && !(IsPrintable(size.Width) && IsPrintable(size.Height)))
        {
            problems.Add($"The print size is {NumberText.Of(size.Width)} × {NumberText.Of(size.Height)} mm; width and height must be from {NumberText.Of(DrawingScale.SmallestPrint)} to {NumberText.Of(DrawingScale.LargestPrint)}.");
        }

        if (options.PrintWidth is { } width && !IsPrintable(width))
        {
            problems.Add($"The print width is {NumberText.Of(width)} mm; it must be from {NumberText.Of(DrawingScale.SmallestPrint)} to {NumberText.Of(DrawingScale.LargestPrint)}.");
        }

        if (options is { PrintWidth: not null, PrintSize: not null })
        {
            problems.Add("Both a print size and a print width are given; give the size, or the width from which the height follows.");
        }

        if (problems.Count == before && DrawingScale.LayoutSizeOf(figure, options) is var laidOut && !(IsSide(laidOut.Width) && IsSide(laidOut.Height)))
        {
            problems.Add($"With this size and font it is laid out on {Positions.Of(laidOut.Width)} × {Positions.Of(laidOut.Height)} px of the usual font; width and height must be from {SmallestSide} to {LargestSide}. Choose a larger size or a smaller font, or the other way round.");
        }
    }

    private static bool IsSide(int side) => side is >= SmallestSide and <= LargestSide;

    private static bool IsPrintable(double side) => side is >= DrawingScale.SmallestPrint and <= DrawingScale.LargestPrint;

    private static void CheckPanel(Panel panel, string where, HashSet<string> ids, List<string> problems)
    {
        CheckText(panel.Title, $"title of {where}", problems);
        AxisChecks.Check(panel.X, $"horizontal axis of {where}", problems);
        AxisChecks.Check(panel.Y, $"vertical axis of {where}", problems);
        if (panel.Marks.Count == 0)
        {
            problems.Add($"In {where} there is no mark; add one or leave the panel out.");
        }

        AxisChecks.CheckAlone(panel, where, problems);
        foreach (Mark mark in panel.Marks)
        {
            CheckSlug(mark.Id, "a mark", problems);
            if (!ids.Add(mark.Id))
            {
                problems.Add($"Mark '{mark.Id}' occurs twice; ids of marks are unique within a figure.");
            }

            CheckText(mark.Label, $"label of mark '{mark.Id}'", problems);
            MarkChecks.Check(mark, problems);
            AxisChecks.CheckFit(mark, panel, where, problems);
        }
    }

    private static void CheckSlug(string id, string what, List<string> problems)
    {
        bool isSlug = id.Length > 0 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        if (!isSlug)
        {
            problems.Add($"The id of {what} is '{id}'; it must be of lower-case letters, digits and hyphens, such as 'mode-1'.");
        }
    }

    public static void CheckText(string? text, string what, List<string> problems)
    {
        if (text is null)
        {
            return;
        }

        try
        {
            _ = RichText.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"Its {what} is no rich text. {exception.Message}");
        }
    }
}
