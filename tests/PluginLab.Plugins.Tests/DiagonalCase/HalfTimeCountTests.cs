using PluginLab.Experiments;
using PluginLab.Plugins.DiagonalCase;
using PluginLab.Plugins.NonDiagonalSvd;
using PluginLab.Plugins.Tests.Contracts;

namespace PluginLab.Plugins.Tests.DiagonalCase;

/// <summary>The claims on half-times leave out modes of which the formula does not speak: at the defaults there is none.</summary>
public sealed class HalfTimeCountTests
{
    private static IEnumerable<ExperimentUnderTest> Experiments => [new(new DiagonalCasePlugin()), new(new NonDiagonalSvdPlugin())];

    [TestCaseSource(nameof(Experiments))]
    public void At_the_defaults_the_half_times_of_all_four_modes_are_tested(ExperimentUnderTest subject)
    {
        Claim claim = Runs.Claim(ExperimentRuns.Of(Variant.Of(subject)[0]), "note0-21-half-times");
        Assert.That(claim.Statement, Does.EndWith("over 4 of 4 modes."));
    }
}
