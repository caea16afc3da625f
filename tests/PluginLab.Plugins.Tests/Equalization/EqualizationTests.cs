using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.Equalization;

namespace PluginLab.Plugins.Tests.Equalization;

public sealed class EqualizationTests
{
    private static readonly EqualizationExperiment Experiment = new();
    private static readonly IIntegrator Adaptive = StepIntegrators.DormandPrince5(1e-9, 1e-12);
    private static readonly ExperimentResult Defaults = Runs.Of(Experiment, Adaptive);

    [Test]
    public void The_ratio_grows_above_the_target_where_the_note_says_it_falls()
    {
        Claim asWritten = Runs.Claim(Defaults, "note1-51-ratio-decreases");

        Assert.That(asWritten.Measured, Is.EqualTo(4 + Math.Sqrt(17)).Within(1e-7));
        Assert.That((asWritten.Verdict, asWritten.IsAsExpected), Is.EqualTo((Verdict.Refuted, true)));
    }

    [Test]
    public void The_golden_ratio_stands_at_the_square_root_of_the_target() =>
        Assert.That(Runs.Metric(Defaults, "ratio-at-square-root"), Is.EqualTo((1 + Math.Sqrt(5)) / 2).Within(1e-7));

    [Test]
    public void Times_scale_as_one_over_the_target_and_ratios_not_at_all()
    {
        ExperimentResult scaled = Runs.Of(Experiment, Adaptive, ("target", "4"), ("initial-weights", "[0.02, 2, 8]"), ("grid-points", "20"));

        Assert.That(4 * Runs.Metric(scaled, "time-to-equalize"), Is.EqualTo(Runs.Metric(Defaults, "time-to-equalize")).Within(1e-6));
        Assert.That(4 * Runs.Metric(scaled, "time-to-learn"), Is.EqualTo(Runs.Metric(Defaults, "time-to-learn")).Within(1e-6));
        Assert.That(Runs.Metric(scaled, "threshold-ten-percent"), Is.EqualTo(Runs.Metric(Defaults, "threshold-ten-percent")).Within(1e-5));
    }

    [Test]
    public void A_fixed_step_finds_the_same_numbers()
    {
        ExperimentResult fixedStep = Runs.Of(Experiment, StepIntegrators.RungeKutta4(0.01), ("grid-points", "20"));

        Assert.That(Runs.Metrics(fixedStep), Is.EqualTo(Runs.Metrics(Defaults)).AsCollection.Within(1e-5));
    }

    [Test]
    public void The_map_shows_the_final_ratio_of_each_start_and_none_on_the_line_to_the_saddle()
    {
        HeatMap map = Defaults.Figures.Single(figure => figure.Id == "final-ratio-map").Panels[0].Marks.OfType<HeatMap>().Single();
        int columns = map.XEdges.Count - 1;
        for (int k = 0; k < map.Values.Count; k += 997)
        {
            (int row, int column) = Math.DivRem(k, columns);
            (double first, double second) = ((map.XEdges[column] + map.XEdges[column + 1]) / 2, (map.YEdges[row] + map.YEdges[row + 1]) / 2);
            double expected = row + column == columns - 1 ? double.NaN : Math.Exp(Math.Asinh(((first * first) - (second * second)) / 2));
            Assert.That(map.Values[k], Is.EqualTo(expected).Within(1e-6), $"from ({first}, {second})");
        }

        Assert.That(map.Values.Count(double.IsNaN), Is.EqualTo(columns));
    }

    [Test]
    public void Every_start_has_a_line_of_its_colour_in_each_figure_of_paths()
    {
        IEnumerable<int?[]> colors = Defaults.Figures.Take(3).Select(figure =>
            figure.Panels[0].Marks.OfType<Line>().Where(line => line.Id.StartsWith("start-", StringComparison.Ordinal)).Select(line => line.Color).ToArray());

        Assert.That(colors, Is.All.EqualTo(new int?[] { 0, 1, 2, 3, 4, 5, 6 }));
    }

    [TestCase("initial-weights", "[0.01, 0.001]", 100, "Every initial weight must be at least ten times the smaller one, which is a ten-thousandth of the square root of the target.")]
    [TestCase("initial-weights", "[1,1,1,1,1,1,1,1,1,1,1,1,1]", 1, "There must be at most twelve initial weights, so that a figure can tell them apart.")]
    public void Values_that_do_not_fit_together_are_refused_with_a_sentence(string parameter, string json, int target, string sentence) =>
        Assert.That(Runs.Violations(Experiment, (parameter, json), ("target", NumberText.Of(target))), Is.EqualTo(new[] { sentence }));
}
