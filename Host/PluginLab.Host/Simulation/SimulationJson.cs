using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Simulation;

/// <summary>A simulation as one line of JSON.</summary>
internal static class SimulationJson
{
    /// <summary>Writes <c>{"outcome", "times", "states", "observables", "events", "statistics", "invariants"}</c>.</summary>
    public static void Write(TextWriter writer, SimulationResult result) => JsonText.WriteLine(writer, json =>
    {
        Solution solution = result.Solution;
        Trajectory trajectory = solution.PartialTrajectory;
        json.WriteStartObject();
        json.WriteString("outcome", KebabCase(solution.Outcome));
        json.WritePropertyName("times");
        WriteNumbers(json, trajectory.Times);
        json.WriteStartArray("states");
        for (int i = 0; i < trajectory.Count; i++)
        {
            WriteNumbers(json, trajectory.State(i).ToArray());
        }

        json.WriteEndArray();
        json.WriteStartObject("observables");
        foreach (ObservedSeries series in result.Observables)
        {
            json.WritePropertyName(series.Name);
            WriteNumbers(json, series.Values);
        }

        json.WriteEndObject();
        WriteEvents(json, solution.Events);
        WriteStatistics(json, solution.Statistics);
        json.WriteInvariants("invariants", result.Invariants);
        json.WriteEndObject();
    });

    /// <summary>The outcome as a word: <c>completed</c>, <c>stopped-by-event</c>, <c>max-steps-reached</c>, …</summary>
    public static string KebabCase(SolveOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private static void WriteEvents(Utf8JsonWriter json, IReadOnlyList<LocatedEvent> events)
    {
        json.WriteStartArray("events");
        foreach (LocatedEvent located in events)
        {
            json.WriteStartObject();
            json.WriteString("name", located.Name);
            json.WritePropertyName("time");
            WriteNumber(json, located.Time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter json, SolveStatistics statistics)
    {
        json.WriteStartObject("statistics");
        json.WriteNumber("accepted-steps", statistics.AcceptedSteps);
        json.WriteNumber("rejected-steps", statistics.RejectedSteps);
        json.WriteNumber("derivative-evaluations", statistics.DerivativeEvaluations);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, IEnumerable<double> numbers)
    {
        json.WriteStartArray();
        foreach (double number in numbers)
        {
            WriteNumber(json, number);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteRawValue(NumberText.Of(number));
        }
        else
        {
            json.WriteStringValue(NumberText.Of(number));
        }
    }
}
