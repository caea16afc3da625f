using System.Text.Json;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Reports;

/// <summary>What the report page reads out of bands, fits, level lines and dense maps.</summary>
public sealed class ReadOutTests
{
    private const double Rounding = 1e-3;

    private static readonly double[] X = [0, 1, 2];

    [Test]
    public void A_ribbon_reads_its_ends()
    {
        JsonElement ribbon = Mark(new Ribbon { Id = "band", X = X, Lower = [0, 1, 2], Upper = [2, 2, 6] });
        Assert.That(Columns(ribbon), Is.EqualTo(new double[][] { [1, 1.5, 4], [0, 1, 2], [2, 2, 6] }).Using<double[], double[]>(AreNear));
    }

    [Test]
    public void A_fan_reads_its_median_and_its_outermost_band()
    {
        QuantileFan fan = new() { Id = "fan", X = X, Levels = [0.1, 0.25, 0.5, 0.75, 0.9], Quantiles = [[0, 0, 0], [1, 1, 1], [2, 3, 4], [5, 5, 5], [6, 7, 8]] };
        Assert.That(Columns(Mark(fan)), Is.EqualTo(new double[][] { [2, 3, 4], [0, 0, 0], [6, 7, 8] }).Using<double[], double[]>(AreNear));
    }

    [Test]
    public void A_fit_reads_its_line_and_where_it_has_one_its_band()
    {
        FitLine fit = new() { Id = "fit", Slope = 2, SlopeUncertainty = 0.5, Intercept = 1, Range = new Limits(0, 3) };
        JsonElement facts = Facts(fit), line = Mark(fit), banded = Mark(fit with { Covariance = new FitCovariance(0.1, 0, 0.1) });
        double[] x = InteractionTests.Numbers(facts.GetProperty("x")[0]), y = Columns(line)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(x[0], Is.Zero);
            Assert.That(x[^1], Is.EqualTo(3).Within(Rounding));
            Assert.That(y, Is.EqualTo(x.Select(value => 1 + (2 * value))).Within(Rounding));
            Assert.That(Columns(line), Has.Length.EqualTo(1));
            Assert.That(Columns(banded)[0].Zip(Columns(banded)[1], (middle, lower) => middle - lower), Is.All.GreaterThan(0));
        }
    }

    [Test]
    public void A_level_line_reads_its_points_and_its_level()
    {
        double[] grid = [0, 1, 2, 3, 4];
        Contour contour = new() { Id = "levels", Label = "$f$", X = grid, Y = grid, Values = [.. from y in grid from x in grid select x + y], Levels = [2, 5] };
        JsonElement facts = Facts(contour), mark = Mark(contour);
        double[] across = InteractionTests.Numbers(facts.GetProperty("x")[0]), along = Columns(mark)[0], levels = [.. Columns(mark)[1].Select(value => Math.Pow(10, value))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(levels.Select(level => Math.Round(level, 2)).Distinct(), Is.EqualTo(new[] { 2.0, 5 }));
            Assert.That(across.Zip(along, (x, y) => x + y), Is.EqualTo(levels).Within(0.01));
            Assert.That(mark[5].GetString(), Is.EqualTo("f"));
        }
    }

    [Test]
    public void Of_a_dense_map_true_cells_can_be_read_and_no_more_than_2500()
    {
        double[] edges = [.. Enumerable.Range(0, 201).Select(i => (double)i)];
        HeatMap map = new() { Id = "map", XEdges = edges, YEdges = edges, Values = [.. from row in edges[..^1] from column in edges[..^1] select (200 * row) + column], Scale = new ColorScale { Label = "cell" } };
        JsonElement facts = Facts(map);
        double[] x = InteractionTests.Numbers(facts.GetProperty("x")[0]), y = Columns(Mark(map))[0], values = Columns(Mark(map))[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(values, Has.Length.EqualTo(2500));
            Assert.That(values, Is.EqualTo(x.Zip(y, (column, row) => (200 * (row - 0.5)) + column - 0.5)).Within(1));
        }
    }

    [Test]
    public void Small_values_of_a_logarithmic_map_are_read_in_full()
    {
        ColorScale scale = new() { Label = "loss", Norm = AxisScale.Logarithmic };
        JsonElement map = Mark(new HeatMap { Id = "map", XEdges = X, YEdges = [0, 1], Values = [3e-12, 1], Scale = scale });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Pow(10, Columns(map)[1][0]), Is.EqualTo(3e-12).Within(1e-15));
            Assert.That(map[6].GetInt32(), Is.EqualTo(1), "the column holds logarithms");
        }
    }

    private static JsonElement Facts(Mark mark) => InteractionTests.Facts(mark);

    private static JsonElement Mark(Mark mark) => Facts(mark).GetProperty("n")[0][2][0];

    private static double[][] Columns(JsonElement mark) => [.. mark.EnumerateArray().Skip(3).Where(part => part.ValueKind == JsonValueKind.Array).Select(InteractionTests.Numbers)];

    private static bool AreNear(double[] actual, double[] expected) => actual.Zip(expected, (a, b) => Math.Abs(a - b) <= Rounding).All(isNear => isNear);
}
