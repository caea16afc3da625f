using System.Globalization;
using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Reporting;

/// <summary>Reads back what <see cref="RunReportJson"/> wrote of a run.</summary>
internal static class StoredReport
{
    /// <summary>The report of a run; what parameters mean is said by the plan, which has the same experiment.</summary>
    /// <param name="content">The bytes of report.json.</param>
    /// <param name="run">The run as it is planned now.</param>
    /// <param name="figures">Its figures by id; those that are missing are left out.</param>
    /// <exception cref="JsonException">The file is no report.</exception>
    public static RunReport Read(ReadOnlyMemory<byte> content, PlannedRun run, IReadOnlyDictionary<string, ReportedFigure> figures)
    {
        using JsonDocument document = JsonDocument.Parse(content);
        try
        {
            return Read(document.RootElement, run, figures);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException($"it lacks something of a report, or has it in another form ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    /// <summary>The text of a property.</summary>
    public static string Text(this JsonElement element, string key) => element.GetProperty(key).GetString()!;

    /// <summary>The text of a property that may be missing.</summary>
    public static string? OptionalText(this JsonElement element, string key) => element.TryGetProperty(key, out JsonElement value) ? value.GetString() : null;

    /// <summary>The number of a property, NaN and infinities included.</summary>
    public static double Real(this JsonElement element, string key) => element.OptionalReal(key) ?? throw new KeyNotFoundException($"there is no '{key}'");

    /// <summary>The number of a property that may be missing.</summary>
    public static double? OptionalReal(this JsonElement element, string key) =>
        !element.TryGetProperty(key, out JsonElement value) ? null : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    /// <summary>The enumeration value that a property names in kebab-case.</summary>
    public static T Choice<T>(this JsonElement element, string key)
        where T : struct, Enum => Enum.GetValues<T>().First(value => JsonBytes.Name(value) == element.Text(key));

    private static RunReport Read(JsonElement report, PlannedRun run, IReadOnlyDictionary<string, ReportedFigure> figures) => new()
    {
        Name = report.Text("name"),
        ExperimentId = report.Text("experiment"),
        Title = report.Text("title"),
        Question = report.Text("question"),
        Plugin = report.Text("plugin"),
        Tags = TextsOf(report, "tags"),
        State = report.Choice<RunState>("state"),
        Failure = report.OptionalText("failure"),
        Parameters = [.. report.GetProperty("parameters").EnumerateObject().Select(parameter => ParameterOf(parameter, run))],
        Integrator = report.GetProperty("integrator").Text("name"),
        Statistics = StatisticsOf(report.GetProperty("statistics")),
        Seed = report.GetProperty("seed").GetUInt64(),
        Command = report.Text("command"),
        Claims = StoredEvidence.Claims(report),
        Budget = StoredEvidence.Budget(report),
        Invariants = StoredEvidence.Invariants(report),
        Metrics = [.. report.GetProperty("metrics").EnumerateArray().Select(metric => new Metric(metric.Text("name"), metric.Text("description"), metric.Real("value")))],
        Notes = TextsOf(report, "notes"),
        Figures = [.. report.GetProperty("figures").EnumerateArray().Select(figure => figures.GetValueOrDefault(figure.Text("id"))).OfType<ReportedFigure>()],
    };

    private static string[] TextsOf(JsonElement report, string key) => [.. report.GetProperty(key).EnumerateArray().Select(text => text.GetString()!)];

    private static ReportedParameter ParameterOf(JsonProperty stored, PlannedRun run)
    {
        Parameter? declared = run.Parameters.Declared.FirstOrDefault(parameter => parameter.Name == stored.Name);
        string json = stored.Value.GetRawText();
        return new ReportedParameter(stored.Name, declared?.Description ?? "", json, json == declared?.DefaultJson);
    }

    private static SolveStatistics StatisticsOf(JsonElement work) =>
        new(work.GetProperty("accepted-steps").GetInt64(), work.GetProperty("rejected-steps").GetInt64(), work.GetProperty("derivative-evaluations").GetInt64());
}
