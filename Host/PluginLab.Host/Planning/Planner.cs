using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning;

/// <summary>Resolves a manifest against what the plugins offer.</summary>
internal sealed class Planner
{
    private const string DefaultIntegrator = "dormand-prince-5";
    private const string DefaultRenderer = "svg";
    private const ulong DefaultSeed = 1;

    private readonly Manifest manifest;
    private readonly ComponentRegistry registry;
    private readonly bool isRegistryComplete;
    private readonly DiagnosisCollector diagnoses;
    private readonly ParameterBinding binding;
    private readonly ComponentResolver<IIntegrator> integrators;
    private readonly ComponentResolver<IFigureRenderer> renderers;
    private readonly ComponentChoice builtInIntegrator;
    private readonly ComponentChoice builtInRenderer;

    private Planner(Manifest manifest, PluginLoadReport plugins, IInputFiles files, DiagnosisCollector diagnoses)
    {
        (this.manifest, this.diagnoses, registry) = (manifest, diagnoses, plugins.Registry);
        isRegistryComplete = !plugins.Diagnoses.Any(diagnosis => diagnosis.IsError);
        binding = new ParameterBinding(files, diagnoses);
        integrators = new("integrator", registry.Integrators, binding, diagnoses);
        renderers = new("renderer", registry.Renderers, binding, diagnoses);
        Place defaults = new(manifest.Path, 0, 0, "");
        builtInIntegrator = new(new(DefaultIntegrator, defaults), []);
        builtInRenderer = new(new(DefaultRenderer, defaults), []);
    }

    /// <summary>Makes the plan; it may be run only if <paramref name="diagnoses"/> has no errors.</summary>
    public static RunPlan Plan(Manifest manifest, PluginLoadReport plugins, IInputFiles files, PlanOptions options, DiagnosisCollector diagnoses) =>
        new Planner(manifest, plugins, files, diagnoses).Plan(options);

    private RunPlan Plan(PlanOptions options)
    {
        ResolveNamed();
        RunSelection selection = new(manifest, diagnoses);
        selection.Check(options);
        List<PlannedRun> runs = [];
        List<BlockedRun> blocked = [];
        foreach (RunEntry entry in manifest.Runs)
        {
            // Runs that were not chosen are checked too: a manifest is right as a whole or not.
            BlockedRun? block = FindBlock(entry, options);
            PlannedRun? run = block is null ? Plan(entry, options) : null;
            if (RunSelection.IsChosen(entry, options))
            {
                runs.AddRange(run is null ? [] : [run]);
                blocked.AddRange(block is null ? [] : [block]);
            }
        }

        return new RunPlan(manifest, runs, blocked);
    }

    private void ResolveNamed()
    {
        foreach (NamedChoice choice in manifest.Integrators)
        {
            integrators.AddName(choice);
        }

        foreach (NamedChoice choice in manifest.Integrators.Where(choice => isRegistryComplete || !integrators.IsUnknown(choice.Choice)))
        {
            integrators.Resolve(choice.Choice);
        }
    }

    private ComponentChoice IntegratorOf(RunEntry entry, PlanOptions options) =>
        options.Integrator ?? entry.Settings.Integrator ?? manifest.Defaults.Integrator ?? builtInIntegrator;

    private ComponentChoice RendererOf(RunEntry entry) => entry.Settings.Renderer ?? manifest.Defaults.Renderer ?? builtInRenderer;

    private BlockedRun? FindBlock(RunEntry entry, PlanOptions options)
    {
        if (isRegistryComplete || entry.Name is null || entry.Experiment is null)
        {
            return null;
        }

        ComponentChoice integrator = IntegratorOf(entry, options);
        ComponentChoice renderer = RendererOf(entry);
        string? missing = registry.FindExperiment(entry.Experiment.Value) is null ? $"experiment \"{entry.Experiment.Value}\""
            : integrators.IsUnknown(integrator) ? $"integrator \"{integrator.Use.Value}\""
            : renderers.IsUnknown(renderer) ? $"renderer \"{renderer.Use.Value}\""
            : null;
        return missing is null
            ? null
            : new BlockedRun(entry, entry.Name.Value, $"No loaded plugin offers {missing}, and a plugin folder did not load; see its diagnosis.");
    }

    private PlannedRun? Plan(RunEntry entry, PlanOptions options)
    {
        Registered<IExperiment>? experiment = FindExperiment(entry);
        ParameterSet? parameters = experiment is null ? null : Bind(entry, experiment.Component.Info, options);
        Configured<IIntegrator>? integrator = integrators.Resolve(IntegratorOf(entry, options));
        Configured<IFigureRenderer>? renderer = renderers.Resolve(RendererOf(entry));
        if (entry.Name is null || experiment is null || parameters is null || integrator is null || renderer is null)
        {
            return null;
        }

        return new PlannedRun
        {
            Entry = entry,
            Name = entry.Name.Value,
            Command = RepeatCommand.For(manifest, entry, options),
            Experiment = experiment,
            Parameters = parameters,
            Integrator = integrator,
            Renderer = renderer,
            Style = (entry.Settings.Style ?? new()).Or(manifest.Defaults.Style ?? new()),
            Seed = SeedOf(entry, options),
            Timeout = options.Timeout ?? entry.Settings.Timeout ?? manifest.Defaults.Timeout,
        };
    }

    private ulong SeedOf(RunEntry entry, PlanOptions options)
    {
        ulong root = options.Seed ?? manifest.Defaults.Seed ?? DefaultSeed;
        return options.Seed is null && entry.Settings.Seed is { } seed ? seed : SeedSequence.Derive(root, entry.Name!.Value);
    }

    private Registered<IExperiment>? FindExperiment(RunEntry entry)
    {
        if (entry.Experiment is null)
        {
            return null;
        }

        Registered<IExperiment>? experiment = registry.FindExperiment(entry.Experiment.Value);
        if (experiment is null)
        {
            string suggestion = Spelling.Suggest(entry.Experiment.Value, registry.Experiments.Select(candidate => candidate.Id));
            diagnoses.Error(ErrorCode.UnknownId, entry.Experiment.Place, $"there is no experiment \"{entry.Experiment.Value}\"; {suggestion}");
        }

        return experiment;
    }

    private ParameterSet? Bind(RunEntry entry, ExperimentInfo info, PlanOptions options)
    {
        IEnumerable<GivenValue> fromCommandLine = options.Overrides.Where(value => value.Run == entry.Name?.Value).Select(value => value.Value);
        return binding.Bind($"experiment \"{info.Id}\"", info.Parameters, info.Constraints, [.. entry.Parameters, .. fromCommandLine], entry.Place);
    }
}
