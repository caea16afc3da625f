using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Layout;

/// <summary>Letters and titles of panels stand in line, and titles fill their lines evenly.</summary>
public sealed class HeadingTests
{
    private static readonly Line Rising = new() { Id = "line", X = [0, 1], Y = [0, 1] };

    [Test]
    public void Headings_of_a_row_stand_at_one_height_whatever_is_named_above_its_plots()
    {
        ReferenceLine named = new() { Id = "named", Label = "$T$", Value = 0.5, Orientation = Orientation.Vertical };
        IReadOnlyList<TextLayout> headings = Headings(2, Panel("$y$", Rising, named), Panel("$y$", Rising with { Id = "other" }));
        Assert.That(headings[0].Box.Y, Is.EqualTo(headings[1].Box.Y));
    }

    [Test]
    public void Headings_of_a_column_begin_at_one_left_edge_whatever_the_width_of_their_ticks()
    {
        Line large = Rising with { Id = "large", Y = [0, 10_000] };
        IReadOnlyList<TextLayout> headings = Headings(1, Panel("$y$", Rising), Panel("a name of some length", large));
        Assert.That(headings[0].Box.X, Is.EqualTo(headings[1].Box.X));
    }

    [Test]
    public void A_title_leaves_no_single_word_to_its_last_line()
    {
        string title = string.Join(' ', Enumerable.Repeat("finding", 12));
        TextLayout[] lines = [.. Enumerable.Range(300, 400).Select(width => LinesOf(title, width)).First(lines => lines.Length == 2)];
        Assert.That(lines[1].Box.Width, Is.EqualTo(lines[0].Box.Width).Within(0.25 * lines[0].Box.Width));
    }

    private static TextLayout[] LinesOf(string title, int width)
    {
        Figure figure = Drawings.OnePanel(Rising) with { Title = title, Size = new FigureSize(width, 400) };
        return [.. Drawings.Draw(figure).Layout.Texts.Where(text => text.Text.StartsWith("finding", StringComparison.Ordinal))];
    }

    private static Panel Panel(string label, params Mark[] marks) => new() { X = Axis.Linear("$x$"), Y = Axis.Linear(label), Marks = marks };

    private static IReadOnlyList<TextLayout> Headings(int columns, params Panel[] panels)
    {
        Figure figure = Drawings.OnePanel(Rising) with { Size = FigureSize.TwoColumns, Columns = columns, Panels = panels };
        return [.. Drawings.Draw(figure).Layout.Texts.Where(text => text.Text is "(a)" or "(b)")];
    }
}
