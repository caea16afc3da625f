using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Layout;

/// <summary>Names stand beside the ends of what they name; what has no end of its own is named in a box on the plot.</summary>
public sealed class DirectNamesTests
{
    private static readonly Line[] Data = [Rising("one", 1), Rising("two", 2)];

    [Test]
    public void Dashed_lines_under_one_name_are_named_on_the_plot_and_the_data_beside_it()
    {
        RenderedFigure drawing = Draw([.. Data, Theory("theory-1", "theory", 1), Theory("theory-2", null, 2)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(IsBeside(drawing, "one") && IsBeside(drawing, "two"));
            Assert.That(IsOnPlot(drawing, "theory"));
        }
    }

    [Test]
    public void A_dashed_line_of_its_own_is_named_at_its_end()
    {
        RenderedFigure drawing = Draw([.. Data, Theory("theory-1", "theory", 1.5)]);
        Assert.That(IsBeside(drawing, "theory"));
    }

    [TestCase(8, false)]
    [TestCase(10, true)]
    public void Points_are_named_beside_the_plot_only_if_they_reach_its_edge(double last, bool isBeside)
    {
        RenderedFigure drawing = Draw([.. Data, new Scatter { Id = "points", Label = "points", Role = MarkRole.Reference, X = [0, last], Y = [0, 0.1] }]);
        Assert.That(IsBeside(drawing, "points"), Is.EqualTo(isBeside));
    }

    [Test]
    public void Data_lines_are_named_in_one_place()
    {
        Line early = new() { Id = "early", Label = "early", X = [0, 2], Y = [0, 3] };
        RenderedFigure drawing = Draw([.. Data, early]);
        Assert.That(new[] { "one", "two", "early" }.Select(name => IsOnPlot(drawing, name)), Has.All.True);
    }

    [Test]
    public void A_box_on_the_plot_covers_no_line_where_there_is_a_free_place()
    {
        Line[] edges = [.. new[] { 0.02, 0.04, 0.96, 0.98 }.Select((height, i) => new Line { Id = $"edge-{i}", Label = i == 0 ? "edges" : null, Role = MarkRole.Reference, X = [0, 10], Y = [height, height] })];
        RenderedFigure drawing = Draw([new Line { Id = "frame", X = [0, 0, 10, 10], Y = [0, 1, 1, 0] }, .. edges, new Line { Id = "end", Label = "end", X = [0, 10], Y = [0.5, 0.5] }]);
        Box name = drawing.Layout.Texts.Single(text => text.Text == "edges").Box;
        ScaleLayout y = drawing.Layout.Panels[0].Y;
        Assert.That(new[] { 0.02, 0.04, 0.5, 0.96, 0.98 }.Select(height => Pixel(y, height)), Has.None.InRange(name.Y, name.Y + name.Height));
    }

    private static double Pixel(ScaleLayout scale, double value) => scale.StartPixel + ((value - scale.Limits.Lower) / (scale.Limits.Upper - scale.Limits.Lower) * (scale.EndPixel - scale.StartPixel));

    private static Line Rising(string name, double height) => new() { Id = name, Label = name, X = [0, 5, 10], Y = [0, height, height] };

    private static Line Theory(string id, string? label, double height) => Rising(id, height) with { Label = label, Role = MarkRole.Theory };

    private static RenderedFigure Draw(Mark[] marks) => Drawings.Draw(Drawings.OnePanel(marks));

    private static bool IsBeside(RenderedFigure drawing, string name) => Left(drawing, name) > PlotRight(drawing);

    private static bool IsOnPlot(RenderedFigure drawing, string name) => Left(drawing, name) < PlotRight(drawing);

    private static double Left(RenderedFigure drawing, string name) => drawing.Layout.Texts.Single(text => text.Text == name).Box.X;

    private static double PlotRight(RenderedFigure drawing) => drawing.Layout.Panels[0].Plot.X + drawing.Layout.Panels[0].Plot.Width;
}
