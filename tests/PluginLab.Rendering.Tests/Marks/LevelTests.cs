using PluginLab.Figures;
using PluginLab.Rendering.Reports;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class LevelTests
{
    // Lines are moved by at most 0.05 px when simplified and 0.005 px when rounded; a px is a hundredth of a unit or less here.
    private const double Tolerance = 1e-3;

    private static readonly double[] Grid = [.. Enumerable.Range(0, 41).Select(i => -2 + (0.1 * i))];

    [Test]
    public void The_levels_of_a_linear_function_are_where_it_has_them()
    {
        RenderedFigure drawing = Draw(new Contour { Id = "lines", X = Grid, Y = Grid, Values = Values((x, y) => x + (2 * y)), Levels = [-1, 0.5, 3] });
        double[] levels = [.. Points(drawing, "lines").Select(piece => piece.Select(p => p.X + (2 * p.Y)).ToArray()).SelectMany(values => (double[])[values.Min(), values.Max()])];
        Assert.That(levels, Is.EqualTo((double[])[-1, -1, 0.5, 0.5, 3, 3]).Within(Tolerance));
    }

    [Test]
    public void A_circle_is_closed_and_as_large_as_linear_interpolation_makes_it()
    {
        const double Spacing = 0.1;
        RenderedFigure drawing = Draw(new Contour { Id = "circle", X = Grid, Y = Grid, Values = Values((x, y) => (x * x) + (y * y)), Levels = [1] });
        List<(double X, double Y)> line = Points(drawing, "circle").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(line[0].X, Is.EqualTo(line[^1].X).Within(Tolerance));
            Assert.That(line[0].Y, Is.EqualTo(line[^1].Y).Within(Tolerance));
            Assert.That(line.Select(p => Math.Sqrt((p.X * p.X) + (p.Y * p.Y))), Has.All.EqualTo(1).Within((Spacing * Spacing / 4) + Tolerance));
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Does.Contain("1"), "the level is labelled");
        }
    }

    [Test]
    public void At_a_saddle_lines_do_not_cross()
    {
        RenderedFigure drawing = Draw(new Contour { Id = "saddle", X = [-1, 1], Y = [-1, 1], Values = [1, -1, -1, 1], Levels = [0.5] });
        List<List<(double X, double Y)>> lines = Points(drawing, "saddle");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Count.EqualTo(2));
            Assert.That(lines.Select(line => Math.Sign(line.Average(p => p.X))), Is.EquivalentTo((int[])[-1, 1]), "each cuts off one of the high corners");
        }
    }

    [Test]
    public void Around_missing_values_there_is_no_line()
    {
        double[] values = Values((x, y) => y);
        values[(20 * Grid.Length) + 20] = double.NaN;
        List<List<(double X, double Y)>> lines = Points(Draw(new Nullcline { Id = "line", X = Grid, Y = Grid, Values = values }), "line");
        double[] ends = [.. lines.SelectMany(line => (double[])[line.Min(p => p.X), line.Max(p => p.X)]).Order()];
        Assert.That(ends, Is.EqualTo((double[])[-2, -0.1, 0.1, 2]).Within(0.01));
    }

    [Test]
    public void A_nullcline_has_a_look_of_its_own()
    {
        Nullcline nullcline = new() { Id = "line", Label = "rest", X = Grid, Y = Grid, Values = Values((x, y) => x - y) };
        RenderedFigure drawing = Draw(nullcline, new Line { Id = "theory", Role = MarkRole.Theory, X = [0, 1], Y = [0, 1] }, new Contour { Id = "contour", X = Grid, Y = Grid, Values = Values((x, y) => x), Levels = [0.5] });
        string?[] dashes = [.. ((string[])["line", "theory", "contour"]).Select(id => (string?)Drawings.Mark(drawing, "figure", id).Element(Drawings.Svg + "path")!.Attribute("stroke-dasharray"))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dashes[0], Is.Not.Null.And.Not.EqualTo(dashes[1]));
            Assert.That(dashes[2], Is.Null);
        }
    }

    [Test]
    public void A_nullcline_is_named_beside_its_line_and_not_in_the_legend()
    {
        Nullcline nullcline = new() { Id = "line", Label = "rest", X = Grid, Y = Grid, Values = Values((x, y) => x - y) };
        LayoutReport layout = Draw(nullcline).Layout;
        Box name = layout.Texts.Single(text => text.Text == "rest").Box;
        Assert.That(name.X + name.Width, Is.LessThan(layout.Panels[0].Plot.X + layout.Panels[0].Plot.Width), "it stands on the plot");
        double[] above = [.. ((double[])[name.X, name.X + name.Width]).SelectMany(x => ((double[])[name.Y, name.Y + name.Height]).Select(y => Drawings.Invert(layout.Panels[0].Y, y) - Drawings.Invert(layout.Panels[0].X, x)))];
        Assert.That(above.All(distance => distance > 0) || above.All(distance => distance < 0), "the line y = x does not cross it");
        Assert.That(above.Min(Math.Abs), Is.LessThan(0.2), "the line is near");
    }

    [Test]
    public void A_legend_that_is_asked_for_names_nullclines()
    {
        Nullcline nullcline = new() { Id = "line", Label = "rest", X = Grid, Y = Grid, Values = Values((x, y) => x - y) };
        Figure figure = Drawings.OnePanel(nullcline);
        RenderedFigure drawing = Drawings.Draw(figure with { Panels = [figure.Panels[0] with { Legend = LegendPlacement.Below }] });
        Box plot = drawing.Layout.Panels[0].Plot;
        Assert.That(drawing.Layout.Texts.Single(text => text.Text == "rest").Box.Y, Is.GreaterThan(plot.Y + plot.Height));
    }

    private static IEnumerable<TestCaseData> Invalid()
    {
        Contour good = new() { Id = "mark", X = [0, 1], Y = [0, 1], Values = [0, 1, 2, 3], Levels = [1] };
        yield return Case("values that miss points", "one per point", good with { Values = [0, 1, 2] });
        yield return Case("one column", "at least two points along each axis", good with { X = [0], Values = [0, 1] });
        yield return Case("a grid out of order", "coordinates must increase", good with { Y = [1, 0] });
        yield return Case("no level", "give at least one", good with { Levels = [] });
        yield return Case("an infinite value", "Infinity at Values[3]", good with { Values = [0, 1, 2, double.PositiveInfinity] });
        yield return Case("a nullcline of nothing", "one per point", new Nullcline { Id = "mark", X = [0, 1], Y = [0, 1], Values = [] });

        static TestCaseData Case(string name, string message, Mark mark) => new TestCaseData(mark, message).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Invalid))]
    public void What_is_no_function_on_a_grid_is_refused(Mark mark, string message) =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(mark)), Throws.TypeOf<FigureException>().With.Message.Contains(message).And.Message.Contains("'mark'"));

    [Test]
    public void The_grid_is_exported() =>
        Assert.That(FigureData.Write(Drawings.OnePanel(new Nullcline { Id = "line", X = [0, 1], Y = [2, 3], Values = [4, 5, 6, 7] })), Does.EndWith("1,line,nullcline,theory,1,3,,,,,7,\n"));

    private static double[] Values(Func<double, double, double> function) => [.. from y in Grid from x in Grid select function(x, y)];

    private static RenderedFigure Draw(params Mark[] marks) => Drawings.Draw(Drawings.OnePanel(marks));

    private static List<List<(double X, double Y)>> Points(RenderedFigure drawing, string id)
    {
        PanelLayout panel = drawing.Layout.Panels[0];
        return [.. Drawings.Vertices(drawing, "figure", id).Select(piece => piece.Select(p => (Drawings.Invert(panel.X, p.X), Drawings.Invert(panel.Y, p.Y))).ToList())];
    }
}
