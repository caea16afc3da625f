using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Values of parameters with which a component is tried.</summary>
/// <param name="Description">Which values, in words.</param>
/// <param name="Values">The values.</param>
internal sealed record ParameterTrial(string Description, ParameterSet Values);

/// <summary>The trials of a component: its defaults, and each end of each range with the other parameters at their defaults.</summary>
internal static class ParameterTrials
{
    /// <summary>The trials whose values satisfy the constraints, the defaults first; defaults that do not are reported.</summary>
    public static IReadOnlyList<ParameterTrial> Of(
        string component, IReadOnlyList<Parameter> parameters, IReadOnlyList<Constraint> constraints, CheckDiagnoses diagnoses)
    {
        if (parameters.Any(parameter => parameter.DefaultJson is null))
        {
            diagnoses.Warning(CheckCode.NotJudged, component, "a parameter has no default, so that the component could not be tried.");
            return [];
        }

        ParameterSet defaults = Values(parameters, changed: null, "");
        if (FindViolation(constraints, defaults) is { } violation)
        {
            diagnoses.Error(CheckCode.Parameters, component, $"its defaults violate a constraint: {violation}");
            return [];
        }

        IEnumerable<ParameterTrial> ends =
            from parameter in parameters
            from json in parameter.BoundaryJson
            where json != parameter.DefaultJson
            select new ParameterTrial($"{parameter.Name} = {json}", Values(parameters, parameter, json));
        return [new ParameterTrial("its defaults", defaults), .. ends.Where(trial => FindViolation(constraints, trial.Values) is null)];
    }

    private static ParameterSet Values(IReadOnlyList<Parameter> parameters, Parameter? changed, string json) => ParameterSet.Create(
        parameters, parameter => parameter.Read(JsonElement.Parse(parameter == changed ? json : parameter.DefaultJson!), NoFiles.Instance));

    private static string? FindViolation(IReadOnlyList<Constraint> constraints, ParameterSet values)
    {
        (string? violation, PluginFault? fault) = PluginCode.Run(() => constraints.Select(constraint => constraint.FindViolation(values)).FirstOrDefault(found => found is not null));
        return violation ?? fault?.Reason;
    }

    private sealed class NoFiles : IInputFiles
    {
        public static NoFiles Instance { get; } = new();

        public Table ReadTable(string path) => throw new FormatException("Contract tests read no files.");
    }
}
