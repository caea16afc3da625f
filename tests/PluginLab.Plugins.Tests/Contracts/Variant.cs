using System.Text.Json;
using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>A setting of an experiment's parameters: the defaults, or one parameter at an end of its range.</summary>
public sealed record Variant(ExperimentUnderTest Subject, string Name, ParameterSet Parameters)
{
    /// <summary>The defaults, then each boundary value of each parameter that satisfies the constraints.</summary>
    public static IReadOnlyList<Variant> Of(ExperimentUnderTest subject)
    {
        ExperimentInfo description = subject.Experiment.Info;
        ParameterSet defaults = ParameterSet.Create(description.Parameters, parameter => Read(parameter, parameter.DefaultJson!));
        IEnumerable<Variant> boundaries =
            from changed in description.Parameters
            from json in changed.BoundaryJson
            let values = ParameterSet.Create(description.Parameters, parameter => Read(parameter, parameter == changed ? json : parameter.DefaultJson!))
            where description.Constraints.All(constraint => constraint.FindViolation(values) is null)
            select new Variant(subject, $"{changed.Name} = {json}", values);
        return [new(subject, "defaults", defaults), .. boundaries];
    }

    /// <summary>The defaults but for the given values.</summary>
    public static Variant With(ExperimentUnderTest subject, IReadOnlyDictionary<string, string> json) => new(
        subject,
        string.Join(", ", json.Select(pair => $"{pair.Key} = {pair.Value}")),
        ParameterSet.Create(subject.Experiment.Info.Parameters, parameter => Read(parameter, json.GetValueOrDefault(parameter.Name, parameter.DefaultJson!))));

    public override string ToString() => $"{Subject}, {Name}";

    private static object Read(Parameter parameter, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return parameter.Read(document.RootElement, NoFiles.Instance);
    }
}
