using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests;

public sealed class VerticesTests
{
    // Simplification may move a line by 0.05 px, rounding to hundredths by another 0.01.
    private const double Tolerance = 0.06;

    // A dense line is reduced to four points per quarter of a px before.
    private const double ColumnWidth = 0.25;

    [TestCase("loss-staircase", "loss")]
    [TestCase("mode-strengths", "mode-1")]
    [TestCase("mode-strengths", "mode-4")]
    [TestCase("imbalance", "drift")]
    [TestCase("half-times", "exact")]
    [TestCase("narrow-log", "line")]
    [TestCase("dense-smooth", "wave")]
    [TestCase("symmetric-log", "force")]
    [TestCase("own-ticks", "sine")]
    public void Every_vertex_lies_on_the_data_and_every_point_of_the_data_on_the_drawing(string figureId, string markId)
    {
        Figure figure = FigureGallery.All.Single(candidate => candidate.Id == figureId);
        RenderedFigure drawing = Drawings.Draw(figure);
        Line line = figure.Panels[0].Marks.OfType<Line>().Single(mark => mark.Id == markId);
        List<(double X, double Y)> data = Expected(line, drawing.Layout.Panels[0]);
        List<(double X, double Y)> drawn = Drawings.Vertices(drawing, figureId, markId)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(LargestDistance(drawn, data), Is.LessThanOrEqualTo(Tolerance));
            Assert.That(LargestDistance(Thinned(data), drawn), Is.LessThanOrEqualTo(Tolerance));
            Assert.That(drawing.Layout.Panels[0].Marks.Single(mark => mark.Id == markId).Vertices, Is.EqualTo(drawn.Count));
        }
    }

    [Test]
    public void A_spike_in_dense_noise_stays()
    {
        Figure figure = FigureGallery.All.Single(candidate => candidate.Id == "dense-noise");
        RenderedFigure drawing = Drawings.Draw(figure);
        Line line = (Line)figure.Panels[0].Marks[0];
        PanelLayout panel = drawing.Layout.Panels[0];
        List<(double X, double Y)> drawn = Drawings.Vertices(drawing, "dense-noise", "noise")[0];
        List<(double X, double Y)> data = Expected(line, panel);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawn.Min(point => point.Y), Is.EqualTo(data.Min(point => point.Y)).Within(0.01));
            Assert.That(drawn.Max(point => point.Y), Is.EqualTo(data.Max(point => point.Y)).Within(0.01));
            Assert.That(drawn.Count, Is.LessThan(16 * panel.Plot.Width));
            Assert.That(LargestDistance([.. data.Where((_, i) => i % 500 == 0)], drawn), Is.LessThanOrEqualTo(ColumnWidth + Tolerance));
        }
    }

    [Test]
    public void Markers_of_lines_with_few_points_lie_at_the_points()
    {
        const double SizeOfMarker = 8;
        Figure figure = FigureGallery.All.Single(candidate => candidate.Id == "legend-below");
        RenderedFigure drawing = Drawings.Draw(figure);
        foreach (Line line in figure.Panels[0].Marks.OfType<Line>())
        {
            List<(double X, double Y)> points = Expected(line, drawing.Layout.Panels[0]);
            List<(double X, double Y)> markers = [.. Drawings.Vertices(drawing, figure.Id, line.Id).Skip(1).Select(outline => outline[0])];
            Assert.That(markers, Has.Count.GreaterThanOrEqualTo(points.Count), line.Id);
            Assert.That(markers.Max(marker => points.Min(point => Math.Abs(point.X - marker.X) + Math.Abs(point.Y - marker.Y))), Is.LessThan(SizeOfMarker), line.Id);
        }
    }

    [Test]
    public void Missing_values_break_a_line_and_limits_cut_it()
    {
        Line line = new() { Id = "line", X = [0, 1, 2, 3, 4, 5], Y = [0, 1, double.NaN, 5, -5, 2] };
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Axis.Linear("x"), Axis.Linear("y").Between(-1, 3), line));
        List<List<(double X, double Y)>> pieces = Drawings.Vertices(drawing, "figure", "line");
        PanelLayout panel = drawing.Layout.Panels[0];
        double[] ends = [.. pieces.SelectMany(piece => (double[])[Drawings.Invert(panel.X, piece[0].X), Drawings.Invert(panel.X, piece[^1].X)])];
        Assert.That(ends, Is.EqualTo((double[])[0, 1, 3.2, 3.6, 4 + (4 / 7.0), 5]).Within(1e-3));
    }

    [Test]
    public void Relative_coordinates_start_afresh_often_enough()
    {
        string text = Drawings.Mark(Drawings.Draw(FigureGallery.All.Single(figure => figure.Id == "dense-noise")), "dense-noise", "noise").ToString();
        int anchors = text.Count(character => character is 'L');
        int vertices = Drawings.Draw(FigureGallery.All.Single(figure => figure.Id == "dense-noise")).Layout.Panels[0].Marks[0].Vertices;
        Assert.That(anchors, Is.EqualTo((vertices - 1) / 256));
    }

    private static List<(double X, double Y)> Expected(Line line, PanelLayout panel) =>
        [.. line.X.Zip(line.Y, (x, y) => (Drawings.Position(panel.X, x), Drawings.Position(panel.Y, y)))];

    private static List<(double X, double Y)> Thinned(List<(double X, double Y)> points) =>
        points.Count <= 2000 ? points : [.. points.Where((_, i) => i % (points.Count / 2000) == 0)];

    /// <summary>The largest distance of a point to a line.</summary>
    private static double LargestDistance(List<(double X, double Y)> points, List<(double X, double Y)> line) =>
        points.Max(point => Enumerable.Range(1, line.Count - 1).Min(i => Distance(point, line[i - 1], line[i])));

    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
        double squared = (dx * dx) + (dy * dy);
        double t = squared == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / squared, 0, 1);
        return Math.Sqrt(Math.Pow(p.X - a.X - (t * dx), 2) + Math.Pow(p.Y - a.Y - (t * dy), 2));
    }
}
