using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.QuadraticNonlinearity;

namespace PluginLab.Plugins.Tests.QuadraticNonlinearity;

public sealed class QuadraticNonlinearityTests
{
    private static readonly QuadraticNonlinearityExperiment Experiment = new();
    private static readonly IIntegrator Adaptive = StepIntegrators.DormandPrince5(1e-9, 1e-12);
    private static readonly (string, string)[] SmallMaps = [("grid-points", "40"), ("random-starts", "10000")];
    private static readonly ExperimentResult Defaults = Runs.Of(Experiment, Adaptive, SmallMaps);

    [Test]
    public void The_ratio_tends_to_the_square_root_of_two_and_the_notes_equalize_is_refuted()
    {
        Claim corrected = Runs.Claim(Defaults, "note1-47-ratio-tends-to-square-root-of-two");
        Claim asWritten = Runs.Claim(Defaults, "note1-47-weights-equalize");

        Assert.That((corrected.Verdict, asWritten.Verdict), Is.EqualTo((Verdict.Supported, Verdict.Refuted)));
        Assert.That(asWritten.CorrectedForm, Does.Contain("\\sqrt{2}"));
    }

    [Test]
    public void Targets_are_alike_in_their_own_units()
    {
        ExperimentResult scaled = Runs.Of(Experiment, Adaptive, [("target", "8"), ("initial-product", "8e-3"), .. SmallMaps]);

        Assert.That(Runs.Metrics(scaled), Is.EqualTo(Runs.Metrics(Defaults)).AsCollection.Within(1e-7));
    }

    [Test]
    public void A_fixed_step_finds_the_same_numbers()
    {
        ExperimentResult fixedStep = Runs.Of(Experiment, StepIntegrators.RungeKutta4(0.02), SmallMaps);

        Assert.That(Runs.Metrics(fixedStep), Is.EqualTo(Runs.Metrics(Defaults)).AsCollection.Within(1e-6));
    }

    [Test]
    public void The_map_shows_half_the_squared_target_and_no_time_below_the_boundary_and_nothing_left_above()
    {
        Panel[] panels = [.. Defaults.Figures.Single(figure => figure.Id == "basin-map").Panels];
        HeatMap losses = panels[0].Marks.OfType<HeatMap>().Single();
        HeatMap times = panels[1].Marks.OfType<HeatMap>().Single();
        int columns = losses.XEdges.Count - 1;
        for (int k = 0; k < losses.Values.Count; k++)
        {
            (int row, int column) = Math.DivRem(k, columns);
            (double first, double second) = ((losses.XEdges[column] + losses.XEdges[column + 1]) / 2, (losses.YEdges[row] + losses.YEdges[row + 1]) / 2);
            bool isStuck = second < -Math.Abs(first) / Math.Sqrt(2);
            Assert.That(losses.Values[k], Is.EqualTo(isStuck ? 1 : 0).Within(1.1e-6), $"loss from ({first}, {second})");
            Assert.That(double.IsNaN(times.Values[k]), Is.EqualTo(isStuck), $"time from ({first}, {second})");
        }
    }

    [Test]
    public void Widths_from_one_to_the_widest_are_tried()
    {
        ExperimentResult narrow = Runs.Of(Experiment, Adaptive, [("hidden-width", "2"), .. SmallMaps]);

        Assert.That(narrow.Claims.Select(claim => claim.Id).Where(id => id.StartsWith("note1-49-stuck-network-", StringComparison.Ordinal)), Is.EqualTo(new[] { "note1-49-stuck-network-1", "note1-49-stuck-network-2" }));
    }

    [Test]
    public void The_rescaled_cubic_lies_on_the_quadratic()
    {
        Panel panel = Defaults.Figures.Single(figure => figure.Id == "collapse").Panels[0];
        Line quadratic = panel.Marks.OfType<Line>().Single(line => line.Id == "quadratic-balanced");
        Line rescaled = panel.Marks.OfType<Line>().Single(line => line.Id == "three-weights-rescaled");

        Assert.That(rescaled.Y.Where((_, i) => i % 40 == 0), Is.Not.Empty);
        for (int i = 0; i < rescaled.X.Count; i += 40)
        {
            Assert.That(Interpolate(quadratic, rescaled.X[i]), Is.EqualTo(rescaled.Y[i]).Within(1e-3));
        }
    }

    [Test]
    public void With_the_fewest_starts_the_control_still_refutes_each_fraction_of_stuck_networks()
    {
        ExperimentResult result = Runs.Of(Experiment, Adaptive, 5804861770586332, [("target", "0.01"), ("grid-points", "20"), ("random-starts", "10000")]);
        Control control = Runs.Claim(result, "note1-49-stuck-network-3").Control!;
        ExperimentResult controlled = Runs.Of(Experiment, Adaptive, 5804861770586332, control, [("target", "0.01"), ("grid-points", "20"), ("random-starts", "10000")]);
        Assert.That(
            controlled.Claims.Where(claim => claim.Id.StartsWith("note1-49-stuck-network", StringComparison.Ordinal)).Select(claim => claim.Verdict),
            Is.All.EqualTo(Verdict.Refuted));
    }

    [TestCase("initial-product", "0.2", "The initial product must be at most a tenth of the target, so that there is a growth phase to compare.")]
    [TestCase("initial-weights", "[0.1, 0.2, 0.3]", "The initial weights must be one to six pairs: an even number of values from 2 to 12.")]
    public void Values_that_do_not_fit_together_are_refused_with_a_sentence(string parameter, string json, string sentence) =>
        Assert.That(Runs.Violations(Experiment, (parameter, json)), Is.EqualTo(new[] { sentence }));

    private static double Interpolate(Line line, double x)
    {
        int after = Enumerable.Range(1, line.X.Count - 1).First(i => line.X[i] >= x);
        double share = (x - line.X[after - 1]) / (line.X[after] - line.X[after - 1]);
        return line.Y[after - 1] + (share * (line.Y[after] - line.Y[after - 1]));
    }
}
