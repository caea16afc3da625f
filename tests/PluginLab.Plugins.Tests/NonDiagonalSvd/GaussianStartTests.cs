using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.Tests.NonDiagonalSvd;

public sealed class GaussianStartTests
{
    private const string LawId = "note0-25-gaussian-starts";
    private const string MeanId = "note0-21-gaussian-mean";

    [Test]
    public void The_figure_has_a_panel_with_both_laws_for_each_mode_that_the_network_can_learn()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["hidden-width"] = "3" });
        Figure figure = result.Figures.Single(candidate => candidate.Id == "gaussian-starts");
        Assert.That(figure.Panels, Has.Count.EqualTo(3));
        foreach (Panel panel in figure.Panels)
        {
            Step[] laws = [.. panel.Marks.OfType<Step>()];
            Assert.That(laws, Has.Length.EqualTo(2));
            Assert.That(laws.Select(law => law.Y[^1]), Is.All.EqualTo(1));
            Assert.That(laws.Select(law => law.Y), Is.All.Ordered);
        }
    }

    [Test]
    public void Where_singular_values_are_repeated_the_law_is_tested_and_the_mean_of_the_other_modes_alone()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["singular-values"] = "[1,3,1]" });
        Assert.That(Claim(result, LawId).Verdict, Is.EqualTo(Verdict.Supported));
        Assert.That(Claim(result, MeanId).Statement, Does.EndWith("of 1 of 3 modes."));
    }

    [Test]
    public void From_large_starts_the_mean_is_not_tested() =>
        Assert.That(
            Claim(SvdRuns.Run(new Dictionary<string, string> { ["initial-standard-deviation"] = "0.1" }), MeanId).NotApplicable,
            Does.Contain("its own error"));

    [Test]
    public void A_target_with_one_entry_has_a_mean_but_no_rotation()
    {
        ExperimentResult result = SvdRuns.Run(new Dictionary<string, string> { ["singular-values"] = "[2]" });
        Assert.That(Claim(result, LawId).NotApplicable, Does.Contain("no basis"));
        Assert.That(Claim(result, MeanId).Verdict, Is.EqualTo(Verdict.Supported));
    }

    private static Claim Claim(ExperimentResult result, string id) => result.Claims.Single(claim => claim.Id == id);
}
