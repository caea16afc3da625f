using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Layout;

/// <summary>Where the lines of a long text end.</summary>
public sealed class LineBreakTests
{
    private const string Text = "121 starts for each degree, fits of slopes 2.31 ± 0.04, ± 95 % of all, from $s = 1$ on, and η ≥ 0.5 for 3 % of $n$, half of ($m$), $k$-th and last";

    /// <summary>The text is wrapped at many widths; each piece stays on one line wherever it fits on one.</summary>
    [TestCase("2.31 ± 0.04,")]
    [TestCase("± 95 %")]
    [TestCase("η ≥ 0.5")]
    [TestCase("3 %")]
    [TestCase("n,")]
    [TestCase("(m),")]
    [TestCase("k-th")]
    public void What_belongs_together_stays_on_one_line(string piece)
    {
        for (int width = 130; width <= 640; width += 7)
        {
            Figure figure = Drawings.OnePanel(new Line { Id = "line", X = [0, 1], Y = [0, 1] }) with { Size = new FigureSize(width, 400), Title = "", Subtitle = Text };
            string[] lines = [.. Drawings.Draw(figure).Layout.Texts.Select(text => text.Text.Replace('\u00a0', ' '))];
            bool isCut = lines.Any(line => line.EndsWith('…'));
            Assert.That(isCut || lines.Any(line => line.Contains(piece, StringComparison.Ordinal)), $"at {width} px: {string.Join(" | ", lines)}");
        }
    }

    [Test]
    public void A_line_may_end_before_an_interval() => Assert.That(
        Enumerable.Range(130, 500).Any(width => Drawings.Draw(Drawings.OnePanel(new Line { Id = "line", X = [0, 1], Y = [0, 1] }) with { Size = new FigureSize(width, 400), Title = "", Subtitle = Text })
            .Layout.Texts.Any(text => text.Text.StartsWith('±'))));
}
