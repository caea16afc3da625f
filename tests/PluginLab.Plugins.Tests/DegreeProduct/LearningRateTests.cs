using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.DegreeProduct;

namespace PluginLab.Plugins.Tests.DegreeProduct;

public sealed class LearningRateTests
{
    private const int MostSteps = 100_000;
    private static readonly DegreeProductExperiment Experiment = new();
    private static readonly IIntegrator Adaptive = StepIntegrators.DormandPrince5(1e-9, 1e-12);

    [TestCase("0.02")]
    [TestCase("0.25")]
    [TestCase("0.5")]
    [TestCase("0.9")]
    public void Counted_steps_are_those_of_the_scale_free_map(string fraction)
    {
        ExperimentResult result = Few(("degrees", "[2, 3, 4]"), ("target", "4"), ("learning-rate-fraction", fraction));
        foreach (int degree in new[] { 2, 3, 4 })
        {
            (Scatter growth, Scatter approach) = (Dots(result, "steps", $"set-growth-{degree}"), Dots(result, "steps", $"set-approach-{degree}"));
            DescentMap map = new(degree, double.Parse(fraction, System.Globalization.CultureInfo.InvariantCulture));
            List<(int? Growth, int? Approach)> expected = [.. growth.X.Select(quotient => map.CountSteps(1 / quotient, 1e-6, MostSteps))];
            Assert.That(growth.Y, Is.EqualTo(expected.Select(steps => steps.Growth)).AsCollection, $"growth at degree {degree}");
            Assert.That(approach.Y, Is.EqualTo(expected.Select(steps => steps.Approach)).AsCollection, $"approach at degree {degree}");
        }
    }

    [TestCase(2, 16, 20)]
    [TestCase(3, 57, 21)]
    [TestCase(4, 127, 21)]
    public void At_a_quarter_of_the_largest_rate_the_steps_are_those_of_the_specification(int degree, int growth, int approach)
    {
        ExperimentResult result = Few(("degrees", $"[{degree}]"), ("learning-rate-fraction", "0.25"));
        Scatter steps = Dots(result, "steps", $"set-growth-{degree}");
        int reference = steps.X.Count(quotient => quotient > 1.1e3);
        Assert.That(steps.X[reference], Is.EqualTo(1e3).Within(1e-9));
        Assert.That((steps.Y[reference], Dots(result, "steps", $"set-approach-{degree}").Y[reference]), Is.EqualTo(((double)growth, (double)approach)));
    }

    [TestCase("0.01")]
    [TestCase("0.4")]
    [TestCase("0.9")]
    public void The_first_phase_takes_its_discrete_form_rounded_up_at_every_rate(string fraction)
    {
        ExperimentResult result = Few(("degrees", "[1, 2, 3, 4]"), ("learning-rate-fraction", fraction));
        Assert.That(result.Claims.Where(claim => claim.Id.StartsWith("note1-31-growth-at-rate", StringComparison.Ordinal)).Select(claim => claim.Verdict), Has.Exactly(4).EqualTo(Verdict.Supported));
    }

    [TestCase("0.5", Verdict.Supported)]
    [TestCase("0.51", Verdict.NotApplicable)]
    public void The_second_phase_is_that_from_half_the_target_while_iterates_do_not_pass_it(string fraction, Verdict verdict)
    {
        ExperimentResult result = Few(("degrees", "[1, 3]"), ("learning-rate-fraction", fraction));
        Assert.That(result.Claims.Where(claim => claim.Id.StartsWith("note1-31-approach-at-rate", StringComparison.Ordinal)).Select(claim => claim.Verdict), Has.Exactly(2).EqualTo(verdict));
    }

    [Test]
    public void The_Lyapunov_exponent_is_that_of_the_minimum_below_one_and_of_the_exact_cycle_beyond()
    {
        Line line = Few(("degrees", "[1]"), ("target", "3")).Figures.Single(figure => figure.Id == "bifurcation").Panels[1].Marks.OfType<Line>().Single(mark => mark.Id == "exponent");
        foreach ((double kappa, double exponent) in line.X.Zip(line.Y).Where(point => point.First is < 0.95 or (> 1.02 and < 1.2)))
        {
            // Per step: of the minimum 1 − 2κ, of the cycle half of its two steps.
            double expected = kappa < 1 ? Math.Log(Math.Abs(1 - (2 * kappa))) : Math.Log(Math.Abs(DescentCycle.OfDegreeTwo(kappa).Multiplier)) / 2;
            Assert.That(exponent, Is.EqualTo(expected).Within(1e-6), $"at κ = {kappa}");
        }
    }

    [TestCase("1")]
    [TestCase("0.05")]
    public void The_largest_stable_rate_follows_target_and_spread(string target)
    {
        ExperimentResult result = Few(("degrees", "[3]"), ("target", target));
        double s = double.Parse(target, System.Globalization.CultureInfo.InvariantCulture);
        (Scatter balanced, Scatter unequal) = (Dots(result, "eta-max", "measured-3"), Dots(result, "eta-max", "unequal-3"));

        // Weights √ρ m, m, m/√ρ with m³ = s: Σ 1/wᵢ² = (1/ρ + 1 + ρ)/m².
        Assert.That(balanced.Y, Is.EqualTo(balanced.X.Select(at => 2 / (3 * Math.Pow(at, 4.0 / 3)))).AsCollection.Within(0.1).Percent);
        Assert.That(unequal.Y, Is.EqualTo(unequal.X.Select(spread => 2 / (Math.Pow(s, 4.0 / 3) * ((1 / spread) + 1 + spread)))).AsCollection.Within(0.1).Percent);
    }

    [Test]
    public void Modes_are_sorted_and_drawn_at_every_depth()
    {
        Figure figure = Few(("degrees", "[1]"), ("modes", "[1, 3]")).Figures.Single(candidate => candidate.Id == "multimode");
        Assert.That(figure.Panels.Select(panel => panel.Marks[0].Label), Is.EqualTo(Enumerable.Repeat("$s_1 = 3$", 3)));
        Assert.That(figure.Panels.SelectMany(panel => panel.Marks.OfType<Line>()).Select(line => line.Y[^1]), Is.All.EqualTo(1).Within(0.02));
    }

    [Test]
    public void A_single_mode_has_nothing_to_be_compared_with()
    {
        List<Claim> claims = [.. Few(("degrees", "[1]"), ("modes", "[2]")).Claims.Where(claim => claim.Id.StartsWith("note1-32", StringComparison.Ordinal))];
        Assert.That(claims.Select(claim => claim.NotApplicable), Is.Not.Empty.And.All.EqualTo("there is one mode only"));
    }

    [TestCase("[1, 2, 3, 4, 5, 6, 7, 8, 9]", "There must be at most 8 modes.")]
    [TestCase("[11, 1]", "The largest of the modes must be at most 10 times the smallest, or the smallest would take too many steps.")]
    public void Modes_that_take_too_long_are_refused(string modes, string message) =>
        Assert.That(Runs.Violations(Experiment, ("modes", modes)), Is.EqualTo(new[] { message }));

    private static ExperimentResult Few(params (string Name, string Json)[] given) => Runs.Of(Experiment, Adaptive, [("grid-points", "13"), .. given]);

    private static Scatter Dots(ExperimentResult result, string figure, string id) =>
        result.Figures.Single(candidate => candidate.Id == figure).Panels.SelectMany(panel => panel.Marks).OfType<Scatter>().Single(dots => dots.Id == id);
}
