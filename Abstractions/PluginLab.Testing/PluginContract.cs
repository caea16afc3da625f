using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Testing.Components;
using PluginLab.Testing.Runs;

namespace PluginLab.Testing;

/// <summary>The contract of a plugin as cases, each a test of its own in whatever framework its author uses.</summary>
public static class PluginContract
{
    /// <summary>The cases of a plugin: its catalog, each experiment with each setting and under its controls, each system, integrator and renderer.</summary>
    /// <remarks>Cheap: a case runs code of the plugin only when it is asked for its faults. Cases of one experiment share its runs.</remarks>
    public static IReadOnlyList<ContractCase> CasesOf(IPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        PluginCatalog catalog = plugin.Catalog;
        return [new("catalog", "catalog", (faults, _) => CatalogContract.Check(catalog, faults)), .. CasesOf(catalog)];
    }

    /// <summary>The cases of the components of a catalog, whose ids are taken as they are.</summary>
    public static IReadOnlyList<ContractCase> CasesOf(PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return
        [
            .. catalog.Experiments.SelectMany(CasesOf),
            .. catalog.Systems.Select(CaseOf),
            .. catalog.Integrators.Select(CaseOf),
            .. catalog.Renderers.Select(CaseOf),
        ];
    }

    private static IEnumerable<ContractCase> CasesOf(IExperiment experiment)
    {
        string subject = $"experiment '{experiment.Info.Id}'";
        ExperimentRuns runs = new(experiment);
        return
        [
            new(subject, subject, (faults, _) => ExperimentContract.CheckDescription(experiment.Info, faults)),
            new(subject, $"{subject} again", (faults, token) => ExperimentContract.CheckRepetition(runs, faults, token)),
            new(subject, $"{subject} cancelled", (faults, token) => ExperimentContract.CheckCancellation(runs, faults, token)),
            .. runs.Trials.Select(trial => new ContractCase(subject, $"{subject} with {trial.Description}", (faults, token) => ExperimentContract.CheckTrial(runs, trial, faults, token))),
            new(subject, $"{subject} under its controls", (faults, token) => ControlContract.Check(runs, faults, token)),
        ];
    }

    private static ContractCase CaseOf(Component<ObservedSystem> system) =>
        Case($"system '{system.Id}'", faults => SystemContract.Check(system, faults));

    private static ContractCase CaseOf(Component<IIntegrator> integrator) =>
        Case($"integrator '{integrator.Id}'", faults => IntegratorContract.Check(integrator, faults));

    private static ContractCase CaseOf(Component<IFigureRenderer> renderer) =>
        Case($"renderer '{renderer.Id}'", faults => RendererContract.Check(renderer, faults));

    private static ContractCase Case(string subject, Action<FaultList> check) => new(subject, subject, (faults, _) => check(faults));
}
