using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Plugins.DeepLinearNetwork;
using PluginLab.Plugins.DegreeProduct;
using PluginLab.Plugins.DiagonalCase;
using PluginLab.Plugins.EdgeOfStability;
using PluginLab.Plugins.Equalization;
using PluginLab.Plugins.NonDiagonalSvd;
using PluginLab.Plugins.QuadraticNonlinearity;
using PluginLab.Plugins.ToyModelsOfSuperposition;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>The experiments that every contract test runs: one line each.</summary>
/// <remarks>
/// The rules for the author of an experiment:
/// 1. Every verdict is the expected one, at the defaults and at each boundary value of each parameter that satisfies the constraints. Where a claim
///    does not speak of a value, it is not applicable, with its reason; but each claim speaks of some variant.
/// 2. Every claim carries a <see cref="Control"/>, a mutation against which it is tested. Under that of a claim expected to be supported it must be
///    refuted: a supported, an inconclusive or a NaN verdict, and an exception, are failures of the test. A control is recognised by its mutation's text.
/// 3. A claim expected to be refuted (a statement of the notes that fails) says in <see cref="Claim.CorrectedForm"/> what holds. Its control is a world
///    in which the statement is true, under which the claim must be supported, so that the measurement is known to discriminate.
/// 4. The same context gives the same numbers, texts and figures; another seed changes them only where <see cref="ExperimentUnderTest.IsRandom"/> is set.
/// </remarks>
public static class BundledExperiments
{
    public static IReadOnlyList<ExperimentUnderTest> All { get; } =
    [
        new(new DegreeProductPlugin()),
        new(new DiagonalCasePlugin(), IsRandom: true),
        new(new QuadraticNonlinearityPlugin(), IsRandom: true),
        new(new EqualizationPlugin()),
        new(new NonDiagonalSvdPlugin(), IsRandom: true),
        new(new EdgeOfStabilityPlugin(), IsRandom: true),
        new(new DeepLinearNetworkPlugin(), IsRandom: true),
        new(new ToyModelsOfSuperpositionPlugin(), IsRandom: true),
        new(new Plugins.FSharpSample.FSharpSamplePlugin()),
    ];
}

/// <summary>An experiment of a plugin.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Id">Id of the experiment; null if the plugin has one only.</param>
/// <param name="IsRandom">Whether results depend on the seed.</param>
public sealed record ExperimentUnderTest(IPlugin Plugin, string? Id = null, bool IsRandom = false)
{
    public IExperiment Experiment { get; } = Id is null ? Plugin.Catalog.Experiments.Single() : Plugin.Catalog.Experiments.Single(experiment => experiment.Info.Id == Id);

    public override string ToString() => Experiment.Info.Id;
}
