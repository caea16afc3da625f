using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Benchmarks;

/// <summary>The components that a request chooses, made by the plugins that offer them; collects everything that is wrong with the request.</summary>
internal sealed class BenchmarkComponents
{
    private const string ThreadsParameter = "threads";

    private static readonly Place SetOption = Place.OfOption("--set");

    private readonly BenchmarkRequest request;
    private readonly DiagnosisCollector diagnoses = new();
    private readonly ParameterBinding binding;
    private readonly ComponentResolver<IIntegrator> integrators;
    private readonly ComponentRegistry registry;

    /// <summary>Creates the components of one request.</summary>
    /// <param name="registry">What the plugins offer.</param>
    /// <param name="folder">Folder that files are relative to.</param>
    /// <param name="request">What was asked for.</param>
    public BenchmarkComponents(ComponentRegistry registry, string folder, BenchmarkRequest request)
    {
        (this.registry, this.request) = (registry, request);
        binding = new(new CsvTableReader(folder), diagnoses);
        integrators = new("integrator", registry.Integrators, binding, diagnoses);
    }

    /// <summary>What is wrong with the request.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses.Diagnoses;

    /// <summary>How many threads may work at once.</summary>
    public int Threads => request.Threads;

    /// <summary>A system with the values of the request and those that the workload gives; null if anything is wrong with the request, so that nobody goes on to a next one and is told again.</summary>
    public ObservedSystem? CreateSystem(string id, params IReadOnlyList<(string Name, string Value)> workloadsOwn)
    {
        GivenValue[] values = [.. ReadValues(workloadsOwn), .. workloadsOwn.Select(Given)];

        // A resolver keeps what it made, and there may be many systems.
        ComponentResolver<ObservedSystem> systems = new("system", registry.Systems, binding, diagnoses);
        ObservedSystem? system = systems.Resolve(new(new Located<string>(id, Place.OfOption("WORKLOAD")), values))?.Instance;
        return diagnoses.HasErrors ? null : system;
    }

    /// <summary>A system that takes its parameters as arguments; null if something is wrong, or it does not.</summary>
    public ObservedSystem? CreateParametricSystem(string id, params IReadOnlyList<(string Name, string Value)> workloadsOwn)
    {
        ObservedSystem? system = CreateSystem(id, workloadsOwn);
        if (system is not null and not { System: IParametricSystem<double> })
        {
            Error("WORKLOAD", $"system \"{id}\" does not take its parameters as arguments, so that its trajectories cannot be solved together; implement IParametricSystem<double>");
            return null;
        }

        return system;
    }

    /// <summary>A system that is told by a parameter of its own how many threads it may use; null if something is wrong.</summary>
    public ObservedSystem? CreateThreadedSystem(string id, params IReadOnlyList<(string Name, string Value)> workloadsOwn) =>
        CreateSystem(id, [(ThreadsParameter, request.Threads.ToString(CultureInfo.InvariantCulture)), .. workloadsOwn]);

    /// <summary>The integrator that was asked for, else the workload's own; null if something is wrong.</summary>
    public IIntegrator? CreateIntegrator(string workloadsOwn) => ReadIntegrator(request.Integrator ?? workloadsOwn);

    /// <summary>An integrator as it is written; null if something is wrong.</summary>
    public IIntegrator? ReadIntegrator(string text)
    {
        try
        {
            return integrators.Resolve(ParameterText.ReadComponent(text, Place.OfOption("--integrator")))?.Instance;
        }
        catch (FormatException exception)
        {
            Error("--integrator", exception.Message);
            return null;
        }
    }

    /// <summary>How many of the trajectories of a workload were asked for.</summary>
    public int CountOfTrajectories(int all)
    {
        if (request.Trajectories > all)
        {
            Error("--trajectories", $"the workload has {all} trajectories, not {request.Trajectories}");
        }

        return Math.Min(request.Trajectories ?? all, all);
    }

    /// <summary>Says that there is but one trajectory, if a number of them was asked for.</summary>
    public void RejectTrajectories()
    {
        if (request.Trajectories is not null)
        {
            Error("--trajectories", "the workload is no ensemble of trajectories; leave the option out");
        }
    }

    /// <summary>Says that there is nothing to integrate, if an integrator was asked for.</summary>
    public void RejectIntegrator()
    {
        if (request.Integrator is not null)
        {
            Error("--integrator", "the workload evaluates a right-hand side and integrates nothing; leave the option out");
        }
    }

    private List<GivenValue> ReadValues(IReadOnlyList<(string Name, string Value)> workloadsOwn)
    {
        List<GivenValue> values = [];
        foreach (string text in request.Values)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                Error("--set", $"'{text}' has no value; write name=value");
            }
            else if (workloadsOwn.Any(own => own.Name == text[..equals]))
            {
                Error("--set", $"the workload gives parameter {text[..equals]} its values itself; leave it out");
            }
            else
            {
                values.Add(Given((text[..equals], text[(equals + 1)..])));
            }
        }

        return values;
    }

    private static GivenValue Given((string Name, string Value) value) => GivenValue.OfText(value.Name, value.Value, SetOption);

    private void Error(string option, string message) => diagnoses.Error(ErrorCode.InvalidValue, Place.OfOption(option), message);
}
