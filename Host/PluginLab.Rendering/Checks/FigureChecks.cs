using PluginLab.Figures;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps a figure from being drawn: everything at once, each with its place and a remedy.</summary>
internal static class FigureChecks
{
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

        SizeChecks.Check(figure, options, problems);
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
