using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class VerdictTableTests
{
    private static Figure Gallery => FigureGallery.All.Single(figure => figure.Id == "verdicts");

    private static VerdictTable Table => (VerdictTable)Gallery.Panels[1].Marks[0];

    [Test]
    public void Each_claim_has_a_row_with_values_and_verdict()
    {
        string[] texts = [.. Drawings.Draw(Gallery).Layout.Texts.Select(text => text.Text)];
        using (Assert.EnterMultipleScope())
        {
            foreach (string expected in (string[])["claim", "predicted", "measured", "verdict", "2.3004 ± 0.0012", "supported", "refuted, as", "not applicable", "not measured"])
            {
                Assert.That(texts, Does.Contain(expected));
            }
        }
    }

    [Test]
    public void A_failure_is_as_plain_as_a_pass() =>
        Assert.That(string.Join(' ', Drawings.Draw(Gallery).Layout.Texts.Select(text => text.Text)), Does.Contain("inconclusive, but supported was expected"));

    [Test]
    public void Claims_without_room_are_counted_and_said()
    {
        Claim[] many = [.. Enumerable.Range(0, 40).Select(i => Table.Claims[0] with { Id = $"claim-{i}" })];
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Table) with { Panels = [(Table with { Claims = many }).ToPanel()] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Has.Some.Match("^\\d+ more not shown here$"));
            Assert.That(drawing.Warnings, Has.Some.Match("no room for \\d+ claims"));
        }
    }

    [Test]
    public void A_table_of_nothing_is_refused() =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(Table) with { Panels = [(Table with { Claims = [] }).ToPanel()] }), Throws.TypeOf<FigureException>().With.Message.Contains("Mark 'claims' has no claims"));

    [Test]
    public void Values_and_verdicts_are_exported() =>
        Assert.That(FigureData.Write(Gallery), Does.Contain("2,claims,verdict-table,data,2.3,2.3004,").And.Contains(",half-time: supported\n"));
}
