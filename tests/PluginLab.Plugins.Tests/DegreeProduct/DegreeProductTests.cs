using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.DegreeProduct;
using PluginLab.Plugins.Tests.Contracts;
using PluginLab.Rendering;

namespace PluginLab.Plugins.Tests.DegreeProduct;

public sealed class DegreeProductTests
{
    private static readonly DegreeProductExperiment Experiment = new();
    private static readonly IIntegrator Adaptive = StepIntegrators.DormandPrince5(1e-9, 1e-12);

    [TestCase("13")]
    [TestCase("60")]
    public void Grid_points_are_the_starts_and_the_targets_that_figures_show(string gridPoints)
    {
        ExperimentResult result = Runs.Of(Experiment, Adaptive, ("grid-points", gridPoints), ("degrees", "[2, 3]"));
        int count = int.Parse(gridPoints, System.Globalization.CultureInfo.InvariantCulture);
        (IReadOnlyList<double> starts, IReadOnlyList<double> targets) = (Line(result, "growth-time", "degree-3").X, Line(result, "approach-time", "degree-3").X);
        Assert.That((starts.Count, starts[0], starts[^1]), Is.EqualTo((count, 1e-8, 1e-2)));
        Assert.That((targets.Count, targets[0], targets[^1]), Is.EqualTo((count, 0.1, 10.0)));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(64)]
    public void Every_measured_time_is_the_closed_form(int degree)
    {
        ExperimentResult result = Runs.Of(Experiment, Adaptive, ("degrees", $"[{degree}]"), ("target", "2"), ("accuracy", "1e-3"));
        Line growth = Line(result, "growth-time", $"degree-{degree}"), approach = Line(result, "approach-time", $"degree-{degree}");
        Assert.That(growth.Y, Is.EqualTo(growth.X.Select(new BalancedProduct(2, degree).GrowthTime)).AsCollection.Within(1e-4).Percent);
        Assert.That(approach.Y, Is.EqualTo(approach.X.Select(target => new BalancedProduct(target, degree).ApproachTime(1e-3))).AsCollection.Within(1e-4).Percent);
    }

    [TestCase(1)]
    [TestCase(40)]
    [TestCase(150)]
    public void Where_steps_run_out_claims_are_inconclusive_and_notes_say_so(int maximumSteps)
    {
        ExperimentResult result = Runs.Of(Experiment, StepIntegrators.DormandPrince5(1e-9, 1e-12, maximumSteps), ("degrees", "[1, 2, 3, 64]"), ("map-points", "5"));
        List<Claim> open = [.. result.Claims.Where(claim => !claim.IsAsExpected)];
        Assert.Multiple(() =>
        {
            Assert.That(open, Is.Not.Empty);
            Assert.That(open.Select(claim => claim.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
            Assert.That(result.Notes, Has.Some.Contains("ran out of steps"));
            Assert.That(() => result.Figures.Select(figure => new SvgRenderer().Render(figure, new RenderOptions())).ToList(), Throws.Nothing);
        });
    }

    [Test]
    public void The_map_of_the_best_degree_has_the_cells_that_are_asked_for()
    {
        ExperimentResult result = Runs.Of(Experiment, Adaptive, ("map-points", "7"), ("grid-points", "13"), ("degrees", "[1, 2, 3]"));
        HeatMap map = Map(result, panel: 0);
        Assert.That((map.XEdges.Count, map.YEdges.Count), Is.EqualTo((8, 8)));
        Assert.That(map.Values.Where(double.IsFinite).Distinct(), Is.EquivalentTo(new[] { 1.0, 2, 3 }));
    }

    [Test]
    public void The_map_of_steps_is_constant_along_its_diagonals()
    {
        HeatMap map = Map(Runs.Of(Experiment, Adaptive, ("map-points", "6"), ("grid-points", "13"), ("degrees", "[1, 2, 3]")), panel: 1);
        int targets = map.XEdges.Count - 1;
        Assert.That(map.YEdges[1] / map.YEdges[0], Is.EqualTo(map.XEdges[1] / map.XEdges[0]).Within(1e-12));
        IEnumerable<(double Here, double Diagonal)> neighbours = map.Values.Take(map.Values.Count - targets).Select((value, i) => (i, value))
            .Where(cell => cell.i % targets < targets - 1).Select(cell => (cell.value, map.Values[cell.i + targets + 1])).Where(pair => double.IsFinite(pair.Item1 + pair.Item2));
        Assert.That(neighbours.Select(pair => pair.Here - pair.Diagonal), Is.Not.Empty.And.All.InRange(-1, 1));
    }

    [TestCase("[1, 2, 3]")]
    [TestCase("[2, 3]")]
    public void Of_the_degrees_from_two_on_the_smallest_needs_the_fewest_steps(string degrees) =>
        Assert.That(Runs.Claim(Runs.Of(Experiment, Adaptive, ("map-points", "5"), ("grid-points", "13"), ("degrees", degrees)), "note1-40-next-best-degree-steps").Verdict, Is.EqualTo(Verdict.Supported));

    [Test]
    public void A_single_degree_is_compared_with_none()
    {
        ExperimentResult result = Runs.Of(Experiment, Adaptive, ("map-points", "5"), ("grid-points", "13"), ("degrees", "[3]"));
        Assert.That(result.Figures.Select(figure => figure.Id), Has.None.EqualTo("best-degree"));
        Assert.That(result.Claims.Where(claim => claim.Id.Contains("best-degree") || claim.Id.EndsWith("fewest-steps")).Select(claim => claim.Verdict), Is.All.EqualTo(Verdict.NotApplicable));
    }

    [Test]
    public void Without_degree_one_another_is_the_best_at_a_small_target()
    {
        ExperimentResult result = Runs.Of(Experiment, Adaptive, ("map-points", "5"), ("grid-points", "13"), ("degrees", "[2, 3]"));
        Assert.That(Runs.Claim(result, "note1-40-best-degree-map").Verdict, Is.EqualTo(Verdict.Supported));
        Assert.That(Runs.Claim(result, "note1-40-best-degree-small-target").Verdict, Is.EqualTo(Verdict.NotApplicable));
    }

    [TestCase("growth-time")]
    [TestCase("approach-time")]
    public void Where_no_point_of_a_degree_could_be_measured_the_caption_says_so(string figure)
    {
        string Caption(IIntegrator integrator) => Runs.Of(Experiment, integrator, ("degrees", "[1, 3]")).Figures.Single(candidate => candidate.Id == figure).Caption;

        Assert.That(Caption(StepIntegrators.DormandPrince5(1e-9, 1e-12, maximumSteps: 1)), Does.EndWith(" At $d = 1, 3$ no point could be measured."));
        Assert.That(Caption(Adaptive), Does.Not.Contain("no point"));
    }

    [Test]
    public void Without_gaps_there_is_no_note_on_them() =>
        Assert.That(Runs.Of(Experiment, Adaptive, ("degrees", "[1, 5]")).Notes, Has.None.Contains("inconclusive"));

    [Test]
    public void Under_every_control_a_run_up_to_the_largest_degree_ends()
    {
        var variant = Variant.With(new(new DegreeProductPlugin()), new Dictionary<string, string> { ["degrees"] = "[1, 2, 3, 64]", ["grid-points"] = "13", ["map-points"] = "5" });
        Assert.Multiple(() =>
        {
            foreach (Control control in ExperimentRuns.Of(variant).Claims.Select(claim => claim.Control!).Distinct())
            {
                Assert.That(() => ExperimentRuns.Of(variant, control), Throws.Nothing, control.Mutation);
            }
        });
    }

    private static HeatMap Map(ExperimentResult result, int panel) =>
        result.Figures.Single(figure => figure.Id == "best-degree").Panels[panel].Marks.OfType<HeatMap>().Single();

    private static Line Line(ExperimentResult result, string figure, string id) =>
        result.Figures.Single(candidate => candidate.Id == figure).Panels[0].Marks.OfType<Line>().Single(line => line.Id == id);
}
