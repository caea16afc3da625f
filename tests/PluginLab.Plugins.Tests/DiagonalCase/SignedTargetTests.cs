using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Plugins.DiagonalCase;
using PluginLab.Plugins.Tests.Contracts;

namespace PluginLab.Plugins.Tests.DiagonalCase;

/// <summary>Targets of both signs, as the default manifest runs them.</summary>
public sealed class SignedTargetTests
{
    private const double AlignmentTolerance = 1e-8;

    /// <summary>The slowest mode, s = −0.5, is half learned near t = 14: at t = 20 it lacks a part of e^{−6}.</summary>
    private const double ReachTolerance = 0.02;

    private static readonly double[] Targets = [4, -2, 1, -0.5];

    private static readonly Variant Signed = Variant.With(
        new(new DiagonalCasePlugin(), IsRandom: true), new Dictionary<string, string> { ["singular-values"] = "[4, -2, 1, -0.5]" });

    [TestCase(1ul)]
    [TestCase(2ul)]
    [TestCase(3ul)]
    public void Modes_align_with_the_signs_of_their_targets(ulong seed)
    {
        ExperimentResult result = ExperimentRuns.Run(Signed, seed: seed);
        Claim sign = Runs.Claim(result, "note0-19-sign");
        Assert.Multiple(() =>
        {
            Assert.That(sign.Verdict, Is.EqualTo(Verdict.Supported));
            Assert.That(sign.Measured, Is.LessThanOrEqualTo(AlignmentTolerance));
            Assert.That(result.Claims.Where(claim => !claim.IsAsExpected).Select(claim => claim.Id), Is.Empty);
            Assert.That(Targets.Select((_, i) => Strength(result, i)[^1]), Is.EqualTo(Targets).Within(ReachTolerance));
        });
    }

    [Test]
    public void Logistic_curves_of_targets_up_to_ten_are_as_exact_as_the_integrator_is()
    {
        Variant twelve = Variant.With(Signed.Subject, new Dictionary<string, string> { ["singular-values"] = "[10, 9.3, 8.6, 7.9, 7.2, 6.5, 5.8, 5.1, 4.4, 3.7, 3, 2.3]" });
        Claim logistic = Runs.Claim(ExperimentRuns.Run(twelve, seed: 1), "note0-09-logistic");
        Assert.That(logistic.Verdict, Is.EqualTo(Verdict.Supported), $"{logistic.Measured} not in {logistic.Bound}");
    }

    private static IReadOnlyList<double> Strength(ExperimentResult result, int mode) =>
        result.Figures.Single(figure => figure.Id == "mode-strengths").Panels[0].Marks.OfType<Line>().Single(line => line.Id == $"strength-{mode + 1}").Y;
}
