using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Reporting;

/// <summary>Writes <c>report.json</c>: everything that a run found, with keys in a fixed order.</summary>
internal static class RunReportJson
{
    private const int Version = 1;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Create(RunRecord record, RunReport report) => JsonBytes.Create(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("name", report.Name);
        writer.WriteString("experiment", report.ExperimentId);
        writer.WriteString("title", report.Title);
        writer.WriteString("question", report.Question);
        writer.WriteString("plugin", report.Plugin);
        writer.WriteTexts("tags", report.Tags);
        writer.WriteString("state", JsonBytes.Name(report.State));
        writer.WriteOptional("failure", report.Failure);
        writer.WriteString("command", report.Command);
        writer.WriteParameters("parameters", record.Run.Parameters);
        WriteIntegrator(writer, record);
        WriteStatistics(writer, record);
        writer.WriteNumber("seed", report.Seed);
        writer.WriteCheck(report.Budget);
        WriteList(writer, "claims", report.Claims, (json, claim) =>
        {
            ClaimJson.Write(json, claim);
            json.WriteBudget("budget", report.Budget?.Find(claim.Id));
        });
        writer.WriteInvariants("invariants", report.Invariants);
        WriteList(writer, "metrics", report.Metrics, WriteMetric);
        writer.WriteTexts("notes", report.Notes);
        WriteList(writer, "figures", report.Figures, WriteFigure);
        writer.WriteEndObject();
    });

    private static void WriteIntegrator(Utf8JsonWriter writer, RunRecord record)
    {
        writer.WriteStartObject("integrator");
        writer.WriteString("id", record.Run.Integrator.Component.Id);
        writer.WriteString("name", record.Run.Integrator.Instance.Name);
        writer.WriteParameters("parameters", record.Run.Integrator.Parameters);
        writer.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter writer, RunRecord record)
    {
        writer.WriteStartObject("statistics");
        writer.WriteNumber("accepted-steps", record.Statistics.AcceptedSteps);
        writer.WriteNumber("rejected-steps", record.Statistics.RejectedSteps);
        writer.WriteNumber("derivative-evaluations", record.Statistics.DerivativeEvaluations);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string key, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(key);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMetric(Utf8JsonWriter writer, Metric metric)
    {
        writer.WriteString("name", metric.Name);
        writer.WriteString("description", metric.Description);
        writer.WriteReal("value", metric.Value);
    }

    private static void WriteFigure(Utf8JsonWriter writer, ReportedFigure figure)
    {
        writer.WriteString("id", figure.Figure.Id);
        writer.WriteString("title", figure.Figure.Title);
        writer.WriteString("caption", figure.Figure.Caption);
        writer.WriteString("image", figure.ImagePath);
        writer.WriteString("data", figure.DataPath);
        writer.WriteTexts("claims", figure.Figure.ClaimIds);
        writer.WriteTexts("warnings", figure.Drawing.Warnings);
    }
}
