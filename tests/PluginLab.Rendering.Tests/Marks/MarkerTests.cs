using System.Globalization;
using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Marks;

/// <summary>Markers are as large as their number allows, and lie on data alone.</summary>
public sealed class MarkerTests
{
    [Test]
    public void Many_points_have_smaller_markers([Values] bool isCircle)
    {
        (double few, double many) = (SizeOf(40), SizeOf(900));
        Assert.That(many, Is.EqualTo(0.5 * few).Within(0.01 * few));

        double SizeOf(int count)
        {
            double[] places = [.. Enumerable.Range(0, count).Select(i => (double)i)];
            string markers = PathsOf(Drawings.OnePanel(new Scatter { Id = "points", Color = isCircle ? 0 : 1, X = places, Y = places }), "points").Single().ToString();
            string number = markers.Split(isCircle ? "stroke-width=\"" : "v")[1].Split(isCircle ? "\"" : "h")[0];
            return double.Parse(number, CultureInfo.InvariantCulture);
        }
    }

    [Test]
    public void Guides_beside_marked_lines_carry_no_markers()
    {
        Figure figure = Legend(Wave("a", MarkRole.Data, 0), Wave("b", MarkRole.Data, 1), Wave("guide", MarkRole.Reference, 2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PathsOf(figure, "a").Count(), Is.EqualTo(2), "line and markers");
            Assert.That(PathsOf(figure, "guide").Count(), Is.EqualTo(1), "line");
        }
    }

    [Test]
    public void Guides_with_names_are_told_apart_by_their_dashes()
    {
        Figure figure = Legend(Wave("first", MarkRole.Reference, 0), Wave("second", MarkRole.Reference, 1), Wave("third", MarkRole.Reference, 2));
        string?[] dashes = [.. figure.Panels[0].Marks.Select(mark => (string?)PathsOf(figure, mark.Id).Single().Attribute("stroke-dasharray"))];
        Assert.That(dashes, Is.Unique);
    }

    [Test]
    public void Levels_with_names_are_told_apart_by_their_dashes()
    {
        Figure figure = Legend(Level("first", 0.2), Level("second", 0.8));
        string?[] dashes = [.. figure.Panels[0].Marks.Select(mark => (string?)PathsOf(figure, mark.Id).Single().Attribute("stroke-dasharray"))];
        Assert.That(dashes, Is.Unique);
    }

    [Test]
    public void Markers_of_a_line_with_many_points_do_not_stand_where_simplification_left_a_vertex()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i / 200.0)];
        Figure figure = Legend(new Line { Id = "bent", Label = "bent", X = x, Y = [.. x.Select(at => Math.Min(at, 0.5))] }, Wave("b", MarkRole.Data, 1));
        double[] vertices = [.. Drawings.Vertices(Drawings.Draw(figure), "figure", "bent")[0].Select(vertex => vertex.X)];
        Assert.That(vertices, Has.Length.LessThan(10).And.None.EqualTo(FirstMarker(figure, "bent")).Within(2));
    }

    [Test]
    public void Each_point_of_a_line_with_few_has_its_marker()
    {
        Figure figure = Legend(new Line { Id = "few", Label = "few", X = [0, 1, 2, 3], Y = [0, 1, 2, 3] }, Wave("b", MarkRole.Data, 1));
        Assert.That(MarkersOf(figure, "few").Split('M', 'm'), Has.Length.EqualTo(1 + 4), "all lie on one straight line");
    }

    private static string MarkersOf(Figure figure, string mark) => PathsOf(figure, mark).Last().Attribute("d")!.Value;

    /// <summary>Abscissa of the first marker of a line.</summary>
    private static double FirstMarker(Figure figure, string mark) => double.Parse(MarkersOf(figure, mark)[1..].Split(' ')[0], CultureInfo.InvariantCulture) / 100;

    private static ReferenceLine Level(string id, double value) => new() { Id = id, Label = id, Orientation = Orientation.Horizontal, Value = value };

    private static IEnumerable<XElement> PathsOf(Figure figure, string mark) => Drawings.Mark(Drawings.Draw(figure), "figure", mark).Elements(Drawings.Svg + "path");

    private static Figure Legend(params Mark[] marks)
    {
        Figure figure = Drawings.OnePanel(marks);
        return figure with { Panels = [figure.Panels[0] with { Legend = LegendPlacement.Below }] };
    }

    private static Line Wave(string id, MarkRole role, double height)
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i / 20.0)];
        return new() { Id = id, Label = id, Role = role, X = x, Y = [.. x.Select(at => height + Math.Sin(at))] };
    }
}
