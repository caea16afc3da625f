using PluginLab.Figures;
using PluginLab.Rendering.Reports;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class DistributionTests
{
    private static readonly QuantileFan Fan = new() { Id = "fan", Label = "runs", X = [0, 1, 2], Levels = [0.1, 0.5, 0.9], Quantiles = [[0, 1, 2], [1, 2, 4], [3, 5, 9]] };

    private static readonly Histogram Bars = new() { Id = "bars", Label = "values", Edges = [0, 1, 3], Counts = [3, 1] };

    [Test]
    public void A_fan_draws_each_pair_of_quantiles_and_the_median_where_they_are()
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Fan));
        PanelLayout panel = drawing.Layout.Panels[0];
        List<List<(double X, double Y)>> paths = Drawings.Vertices(drawing, "figure", "fan");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(paths, Has.Count.EqualTo(2), "one band and the median");
            Assert.That(Values(paths[0], panel.Y), Is.EqualTo((double[])[3, 5, 9, 2, 1, 0]).Within(0.02).Or.EqualTo((double[])[3, 5, 9, 2, 0]).Within(0.02));
            Assert.That(Values(paths[1], panel.Y), Is.EqualTo((double[])[1, 2, 4]).Within(0.02));
            Assert.That(panel.Marks[0].Vertices, Is.EqualTo(paths.Sum(path => path.Count)));
        }
    }

    [Test]
    public void The_name_of_a_fan_says_what_its_bands_hold() =>
        Assert.That(Drawings.Draw(Drawings.OnePanel(Fan with { Levels = [0.05, 0.25, 0.75, 0.95], Quantiles = [[0, 0, 0], [1, 1, 1], [2, 2, 2], [3, 3, 3]] })).Layout.Texts.Select(text => text.Text), Does.Contain("runs (50 %, 90 %)"));

    [Test]
    public void A_missing_quantile_interrupts_the_band()
    {
        QuantileFan broken = Fan with { X = [0, 1, 2, 3, 4], Quantiles = [[0, 0, double.NaN, 0, 0], [1, 1, 1, 1, 1], [2, 2, double.NaN, 2, 2]] };
        Assert.That(Drawings.Vertices(Drawings.Draw(Drawings.OnePanel(broken)), "figure", "fan"), Has.Count.EqualTo(3), "two pieces of the band and the median");
    }

    [Test]
    public void Quantiles_that_a_logarithmic_axis_cannot_show_are_cut_but_upper_ones_counted()
    {
        QuantileFan low = Fan with { Quantiles = [[-1, 1, 1], [1, 2, 2], [3, 3, 3]] };
        QuantileFan lost = Fan with { Quantiles = [[-3, 1, 1], [-2, 2, 2], [-1, 3, 3]] };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Drawings.Draw(Drawings.OnePanel(Axis.Linear("x"), Axis.Logarithmic("y"), low)).Layout.Panels[0].Marks[0].DroppedPoints, Is.Zero);
            Assert.That(Drawings.Draw(Drawings.OnePanel(Axis.Linear("x"), Axis.Logarithmic("y"), lost)).Layout.Panels[0].Marks[0].DroppedPoints, Is.EqualTo(1));
        }
    }

    [TestCase(HistogramHeight.Count, 3, 1)]
    [TestCase(HistogramHeight.Share, 0.6, 0.2)]
    [TestCase(HistogramHeight.Density, 0.6, 0.1)]
    public void Bars_are_as_high_as_asked_for(HistogramHeight height, double first, double second)
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Bars with { Height = height, Outside = 1 }));
        PanelLayout panel = drawing.Layout.Panels[0];
        double[] heights = Values(Drawings.Vertices(drawing, "figure", "bars")[0], panel.Y);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(heights, Is.EqualTo((double[])[0, first, first, 0, second, second, 0]).Within(0.01 * first));
            Assert.That(panel.Y.Limits.Lower, Is.Zero, "bars stand on the axis");
            Assert.That(drawing.Layout.Texts.Select(text => text.Text), Does.Contain("1 value outside all bins"));
        }
    }

    [Test]
    public void Samples_at_an_edge_fall_into_the_bin_above_and_the_last_edge_into_the_last_bin()
    {
        Histogram counted = Histogram.OfSamples("bars", [-1, 0, 0.5, 1, 2, 2, 3], [0, 1, 2]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counted.Counts, Is.EqualTo((double[])[2, 3]));
            Assert.That(counted.Outside, Is.EqualTo(2));
            Assert.That(() => Histogram.OfSamples("bars", [double.NaN], [0, 1]), Throws.ArgumentException);
            Assert.That(() => Histogram.OfSamples("bars", [0], [1, 0]), Throws.ArgumentException);
        }
    }

    private static IEnumerable<TestCaseData> Invalid()
    {
        yield return Case("levels out of order", "increase and be symmetric", Fan with { Levels = [0.9, 0.5, 0.1] });
        yield return Case("levels that are not symmetric", "symmetric about 0.5", Fan with { Levels = [0.1, 0.5, 0.8] });
        yield return Case("a level without quantiles", "3 levels and 2 lists", Fan with { Quantiles = [[0, 0, 0], [1, 1, 1]] });
        yield return Case("quantiles that cross", "at Quantiles[1][2]", Fan with { Quantiles = [[0, 0, 3], [1, 1, 1], [2, 2, 2]] });
        yield return Case("an infinite quantile", "at Quantiles[0][1]", Fan with { Quantiles = [[0, double.NegativeInfinity, 0], [1, 1, 1], [2, 2, 2]] });
        yield return Case("a list that is too short", "of Quantiles[2]", Fan with { Quantiles = [[0, 0, 0], [1, 1, 1], [2, 2]] });
        yield return Case("an edge too few", "one edge more than bins", Bars with { Edges = [0, 1] });
        yield return Case("a negative count", "counts are 0 or more", Bars with { Counts = [-1, 1] });

        static TestCaseData Case(string name, string message, Mark mark) => new TestCaseData(mark, message).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Invalid))]
    public void What_is_no_distribution_is_refused(Mark mark, string message) =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(mark)), Throws.TypeOf<FigureException>().With.Message.Contains(message).And.Message.Contains($"'{mark.Id}'"));

    [Test]
    public void Distributions_are_exported()
    {
        string csv = FigureData.Write(Drawings.OnePanel(Fan, Bars with { Height = HistogramHeight.Density }));
        Assert.That(csv, Does.Contain("1,fan,quantile-fan,data,2,9,,,,,0.9,\n").And.Contains("1,bars,histogram,data,1,0.125,,,2,,1,\n"));
    }

    private static double[] Values(List<(double X, double Y)> path, ScaleLayout scale) => [.. path.Select(point => Drawings.Invert(scale, point.Y))];
}
