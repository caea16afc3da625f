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
    private readonly ComponentResolver<ObservedSystem> systems;
    private readonly ComponentResolver<IIntegrator> integrators;
    private readonly ComponentRegistry registry;

    /// <summary>Creates the components of one request.</summary>
    /// <param name="registry">What the plugins offer.</param>
    /// <param name="folder">Folder that files are relative to.</param>
    /// <param name="request">What was asked for.</param>
    public BenchmarkComponents(ComponentRegistry registry, string folder, BenchmarkRequest request)
    {
        (this.registry, this.request) = (registry, request);
        ParameterBinding binding = new(new CsvTableReader(folder), diagnoses);
        systems = new("system", registry.Systems, binding, diagnoses);
        integrators = new("integrator", registry.Integrators, binding, diagnoses);
    }

    /// <summary>What is wrong with the request.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses.Diagnoses;

    /// <summary>How many threads may work at once.</summary>
    public int Threads => request.Threads;

    /// <summary>A system with the values of the request and those that the workload gives; null if something is wrong.</summary>
    public ObservedSystem? CreateSystem(string id, params IReadOnlyList<(string Name, string Value)> workloadsOwn)
    {
        GivenValue[] values = [.. ReadValues(workloadsOwn), .. workloadsOwn.Select(Given)];
        return systems.Resolve(new(new Located<string>(id, Place.OfOption("WORKLOAD")), values))?.Instance;
    }

    /// <summary>A system that is told by a parameter of its own how many threads it may use; null if something is wrong.</summary>
    public ObservedSystem? CreateThreadedSystem(string id, params IReadOnlyList<(string Name, string Value)> workloadsOwn)
    {
        bool hasThreads = registry.FindSystem(id)?.Component.Parameters.Any(parameter => parameter.Name == ThreadsParameter) == true;
        if (!hasThreads && request.Threads > 1)
        {
            Error("--threads", $"system \"{id}\" works on one thread; leave the option out");
        }

        string threads = request.Threads.ToString(CultureInfo.InvariantCulture);
        return CreateSystem(id, hasThreads ? [(ThreadsParameter, threads), .. workloadsOwn] : workloadsOwn);
    }

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
