using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Benchmarks;

/// <summary>What <c>pluginlab bench</c> tells.</summary>
internal sealed record BenchmarkResult
{
    /// <summary>Name of the workload.</summary>
    public required string Workload { get; init; }

    /// <summary>The method, settings included.</summary>
    public required string Method { get; init; }

    /// <summary>How many threads were allowed.</summary>
    public required int Threads { get; init; }

    /// <summary>What the measured runs took; at least one.</summary>
    public required IReadOnlyList<RunCost> Costs { get; init; }

    /// <summary>The last run.</summary>
    public required BenchmarkRun Run { get; init; }

    /// <summary>What it is compared with.</summary>
    public required ComputedStates Reference { get; init; }

    /// <summary>Writes one line of JSON: medians over the runs, and the largest difference of a component from the reference.</summary>
    public void Write(TextWriter writer) => JsonText.WriteLine(writer, json =>
    {
        json.WriteStartObject();
        json.WriteString("workload", Workload);
        json.WriteString("method", Method);
        WriteNumber(json, "seconds", Median(cost => cost.Seconds));
        WriteNumber(json, "fastest-seconds", Costs.Min(cost => cost.Seconds));
        WriteNumber(json, "processor-seconds", Median(cost => cost.ProcessorSeconds));
        json.WriteNumber("repeats", Costs.Count);
        json.WriteNumber("threads", Threads);
        WriteNumber(json, "max-error", Run.States.LargestDifference(Reference));
        json.WriteNumber("compared-states", Math.Min(Run.States.Count, Reference.Count));
        json.WriteNumber("right-hand-sides", Run.RightHandSides);
        WriteNumber(json, "allocated-bytes", Median(cost => cost.AllocatedBytes));
        json.WriteEndObject();
    });

    private double Median(Func<RunCost, double> quantity)
    {
        double[] ordered = [.. Costs.Select(quantity).Order()];
        int middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    /// <summary>JSON has no number that is NaN or infinite; those are written as texts.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double number)
    {
        json.WritePropertyName(name);
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
