using System.Collections.Concurrent;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Runs experiments with the integrator that a manifest gets by default, each run once for all tests.</summary>
public static class ExperimentRuns
{
    private const double RelativeTolerance = 1e-9;
    private const double AbsoluteTolerance = 1e-12;

    private static readonly ConcurrentDictionary<(string Variant, string? Mutation), Lazy<ExperimentResult>> Results = new();

    private static readonly IIntegrator Integrator = StepIntegrators.DormandPrince5(RelativeTolerance, AbsoluteTolerance);

    public static ExperimentResult Of(Variant variant, Control? control = null) =>
        Results.GetOrAdd((variant.ToString(), control?.Mutation), _ => new(() => Run(variant, control))).Value;

    public static ExperimentResult Run(Variant variant, Control? control = null, ulong seed = 1) => variant.Subject.Experiment.Run(new ExperimentContext
    {
        Parameters = variant.Parameters,
        Integrator = Integrator,
        Seed = seed,
        Control = control,
    });
}
