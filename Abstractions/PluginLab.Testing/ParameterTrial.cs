using System.Text.Json;
using PluginLab.Experiments;

namespace PluginLab.Testing;

/// <summary>Values of parameters with which a component is tried.</summary>
/// <param name="Description">Which values, in words.</param>
/// <param name="Values">The values.</param>
internal sealed record ParameterTrial(string Description, ParameterSet Values)
{
    /// <summary>The trials of a component that satisfy its constraints: its defaults first, then each end of each range with the others at their defaults.</summary>
    /// <returns>The trials; none, with the fault, if the defaults cannot be used.</returns>
    public static Trials Of(IReadOnlyList<Parameter> parameters, IReadOnlyList<Constraint> constraints)
    {
        if (parameters.FirstOrDefault(parameter => parameter.DefaultJson is null) is { } required)
        {
            return new([], new(ContractCode.NotJudged, "", $"parameter '{required.Name}' has no default, so that the component could not be tried.", IsError: false));
        }

        ParameterSet defaults = Read(parameters, changed: null, "");
        if (FindViolation(constraints, defaults) is { } violation)
        {
            return new([], new(ContractCode.Parameters, "", $"its defaults violate a constraint: {violation}", IsError: true));
        }

        IEnumerable<ParameterTrial> ends =
            from parameter in parameters
            from json in parameter.BoundaryJson
            where json != parameter.DefaultJson
            select new ParameterTrial($"{parameter.Name} = {json}", Read(parameters, parameter, json));
        return new([new ParameterTrial("its defaults", defaults), .. ends.Where(trial => FindViolation(constraints, trial.Values) is null)], Fault: null);
    }

    private static ParameterSet Read(IReadOnlyList<Parameter> parameters, Parameter? changed, string json) => ParameterSet.Create(
        parameters, parameter => parameter.Read(JsonElement.Parse(parameter == changed ? json : parameter.DefaultJson!), NoFiles.Instance));

    private static string? FindViolation(IReadOnlyList<Constraint> constraints, ParameterSet values)
    {
        Attempt<string?> attempt = Attempt.At(() => constraints.Select(constraint => constraint.FindViolation(values)).FirstOrDefault(found => found is not null));
        return attempt.Value ?? attempt.Failure;
    }

    private sealed class NoFiles : IInputFiles
    {
        public static NoFiles Instance { get; } = new();

        public Table ReadTable(string path) => throw new FormatException("Contract tests read no files.");
    }
}

/// <summary>The settings with which a component is tried.</summary>
/// <param name="All">The settings, the defaults first.</param>
/// <param name="Fault">Why there are none; null if there are.</param>
internal sealed record Trials(IReadOnlyList<ParameterTrial> All, ContractFault? Fault)
{
    /// <summary>The settings; where there are none, reports why.</summary>
    public IReadOnlyList<ParameterTrial> Report(FaultList faults)
    {
        if (Fault is { IsError: true })
        {
            faults.Error(Fault.Code, Fault.Sentence);
        }
        else if (Fault is not null)
        {
            faults.Warning(Fault.Code, Fault.Sentence);
        }

        return All;
    }
}
