using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>Makes of a request the run that it tells of.</summary>
internal sealed class WorkerPlan
{
    private static readonly Place Nowhere = Place.OfOption("--isolate process");

    private readonly WorkerRequest request;
    private readonly ComponentRegistry registry;
    private readonly DiagnosisCollector diagnoses = new();
    private readonly ParameterBinding binding;

    private WorkerPlan(WorkerRequest request, ComponentRegistry registry)
    {
        (this.request, this.registry) = (request, registry);
        binding = new ParameterBinding(new CsvTableReader(request.ManifestFolder), diagnoses);
    }

    /// <summary>Makes the run, or says in sentences why it cannot be made.</summary>
    public static (PlannedRun? Run, string Fault) Make(WorkerRequest request, PluginLoadReport plugins)
    {
        WorkerPlan plan = new(request, plugins.Registry);
        PlannedRun? run = plan.Make();
        return run is null ? (null, FaultsOf(request, plugins.Diagnoses.Concat(plan.diagnoses.Diagnoses)))
            : new RunKey(plugins.Plugins, request.ManifestFolder).Of(run) == request.Key ? (run, "")
            : (null, "A plugin or a table has changed since the plan was made. Run again.");
    }

    private static string FaultsOf(WorkerRequest request, IEnumerable<Diagnosis> diagnoses) =>
        string.Join(' ', diagnoses.Where(fault => fault.IsError).Select(fault => fault.ToString())
            .DefaultIfEmpty($"Its plugin offers no '{request.Experiment.Id}' there, as it did here; what a catalog lists must not depend on the process."));

    private PlannedRun? Make()
    {
        Registered<IExperiment>? experiment = registry.FindExperiment(request.Experiment.Id);
        ParameterSet? parameters = experiment is null ? null : binding.Bind("the experiment", experiment.Component.Info.Parameters, [], Given(request.Experiment), Nowhere);
        Configured<IIntegrator>? integrator = Resolve("integrator", registry.Integrators, request.Integrator);
        Configured<IFigureRenderer>? renderer = request.Renderer is { } chosen ? Resolve("renderer", registry.Renderers, chosen) : null;
        if (experiment is null || parameters is null || integrator is null || (renderer is null && request.Renderer is not null))
        {
            return null;
        }

        return new PlannedRun
        {
            Entry = new RunEntry { Place = Nowhere },
            Name = request.Name,
            Command = request.Command,
            Experiment = experiment,
            Parameters = parameters,
            Integrator = integrator,
            Renderer = renderer,
            Style = request.Style,
            Seed = request.Seed,
            Timeout = request.Timeout,
            CoarsensOwnIntegrators = request.CoarsensOwnIntegrators,
        };
    }

    private Configured<T>? Resolve<T>(string kind, IReadOnlyList<Registered<Component<T>>> components, ComponentValues chosen) =>
        new ComponentResolver<T>(kind, components, binding, diagnoses).Resolve(new ComponentChoice(new(chosen.Id, Nowhere), Given(chosen)));

    private static GivenValue[] Given(ComponentValues component) => [.. component.Values.Select(value => GivenValue.OfText(value.Key, value.Value, Nowhere))];
}
