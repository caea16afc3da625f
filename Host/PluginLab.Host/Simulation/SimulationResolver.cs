using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Simulation;

/// <summary>Turns a request into a simulation, or says everything that is wrong with it at once.</summary>
internal sealed class SimulationResolver
{
    private readonly ComponentRegistry registry;
    private readonly DiagnosisCollector diagnoses = new();
    private readonly ParameterBinding binding;

    /// <summary>Creates a resolver for one request.</summary>
    /// <param name="registry">What the plugins offer.</param>
    /// <param name="folder">Folder that files are relative to.</param>
    public SimulationResolver(ComponentRegistry registry, string folder)
    {
        this.registry = registry;
        binding = new ParameterBinding(new CsvTableReader(folder), diagnoses);
    }

    /// <summary>What is wrong with the request.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses.Diagnoses;

    /// <summary>The simulation; null if anything is wrong.</summary>
    public Simulation? Resolve(SimulationRequest request)
    {
        ObservedSystem? system = ResolveSystem(request);
        Configured<IIntegrator>? integrator = ResolveIntegrator(request.Integrator);
        IReadOnlyList<double>? times = ReadTimes(request, integrator);
        IReadOnlyList<double>? initial = request.Initial is null ? system?.DefaultInitialState : ReadNumbers("--initial", request.Initial);
        if (system is null)
        {
            return null;
        }

        CheckLength(initial, request.Initial is null ? "SYSTEM" : "--initial", system);
        EventFunction[] stops = [.. request.Stops.Select(stop => ReadStop(stop, system)).OfType<EventFunction>()];
        return diagnoses.HasErrors || integrator is null || times is null || initial is null
            ? null
            : new Simulation(
                system,
                new InitialValueProblem(system.System, initial, 0, times[^1]).WithEvents(stops),
                request.IsDrawn ? DrawingTimes.Fill(times, FixedSteps.FindStep(integrator)) : times,
                integrator.Instance);
    }

    private ObservedSystem? ResolveSystem(SimulationRequest request)
    {
        Place place = Place.OfOption("--set");
        List<GivenValue> values = [];
        foreach (string text in request.Values)
        {
            if (SplitAssignment("--set", text) is { } assignment)
            {
                values.Add(GivenValue.OfText(assignment.Name, assignment.Value, place));
            }
        }

        ComponentChoice choice = new(new Located<string>(request.System, Place.OfOption("SYSTEM")), values);
        return new ComponentResolver<ObservedSystem>("system", registry.Systems, binding, diagnoses).Resolve(choice)?.Instance;
    }

    private Configured<IIntegrator>? ResolveIntegrator(string text)
    {
        try
        {
            ComponentChoice choice = ParameterText.ReadComponent(text, Place.OfOption("--integrator"));
            return new ComponentResolver<IIntegrator>("integrator", registry.Integrators, binding, diagnoses).Resolve(choice);
        }
        catch (FormatException exception)
        {
            Error("--integrator", exception.Message);
            return null;
        }
    }

    private IReadOnlyList<double>? ReadTimes(SimulationRequest request, Configured<IIntegrator>? integrator)
    {
        IReadOnlyList<double>? times = ReadIncreasing(request.Times);
        if (times is not null && integrator is not null && FixedSteps.FindOddTime(integrator, times) is { } odd)
        {
            Error("--times", odd);
        }

        if (request.IsDrawn && times is [0])
        {
            Error("--times", "there is nothing to draw at time 0 alone; ask for a later time");
        }

        return times;
    }

    private IReadOnlyList<double>? ReadIncreasing(string text)
    {
        if (ReadNumbers("--times", text) is not { } times)
        {
            return null;
        }

        bool isIncreasing = times.Count > 0 && times[0] >= 0 && times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second);
        if (!isIncreasing)
        {
            Error("--times", "the times must increase and must not be negative: the solve starts at 0; put them in order, each once");
        }

        return isIncreasing ? times : null;
    }

    private void CheckLength(IReadOnlyList<double>? initial, string option, ObservedSystem system)
    {
        if (initial is not null && initial.Count != system.System.Dimension)
        {
            Error(option, $"the initial state has {initial.Count} numbers; the state of the system has {system.System.Dimension} components");
        }
    }

    private IReadOnlyList<double>? ReadNumbers(string option, string text)
    {
        try
        {
            return NumberList.Read(text);
        }
        catch (FormatException exception)
        {
            Error(option, exception.Message);
            return null;
        }
    }

    private EventFunction? ReadStop(string text, ObservedSystem system)
    {
        if (SplitAssignment("--stop", text) is not { } stop)
        {
            return null;
        }

        if (!double.TryParse(stop.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double level) || !double.IsFinite(level))
        {
            Error("--stop", $"the value of {stop.Name} is '{stop.Value}'; it must be a finite number, such as 0.5");
            return null;
        }

        if (system.Observables.FirstOrDefault(candidate => candidate.Name == stop.Name) is not { } observable)
        {
            Error("--stop", $"the system has no observable \"{stop.Name}\"; {Spelling.Suggest(stop.Name, system.Observables.Select(candidate => candidate.Name))}");
            return null;
        }

        return EventFunction.Stop(observable.Name, observable.Function, level);
    }

    private (string Name, string Value)? SplitAssignment(string option, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            return (text[..equals], text[(equals + 1)..]);
        }

        Error(option, $"'{text}' has no value; write name=value");
        return null;
    }

    private void Error(string option, string message) => diagnoses.Error(ErrorCode.InvalidValue, Place.OfOption(option), message);
}
