using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Figures;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Execution;

/// <summary>Writes all that came of a run, drawings included, and reads it back: how another process, or an earlier one, hands a run over.</summary>
/// <remarks>A claim loses its control, which is a function, and a figure its findings, which it has stated. A figure that could not be drawn is left out.</remarks>
internal static class RecordJson
{
    /// <summary>The bytes of a record.</summary>
    public static byte[] Write(RunRecord record)
    {
        RecordFile file = new()
        {
            Command = record.Run.Command,
            State = record.State,
            Failure = record.Failure,
            Claims = record.Result.Claims,
            Metrics = record.Result.Metrics,
            Notes = record.Result.Notes,
            Figures = record.Figures,
            Budget = record.Budget,
            Statistics = record.Statistics,
            Invariants = record.Invariants,
            Duration = record.Duration,
        };
        return JsonSerializer.SerializeToUtf8Bytes(file, FigureJson.Options);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="content">What <see cref="Write"/> gave.</param>
    /// <param name="run">The run that it is of.</param>
    /// <exception cref="JsonException">The bytes are no record.</exception>
    public static RunRecord Read(ReadOnlySpan<byte> content, PlannedRun run)
    {
        RecordFile file = JsonSerializer.Deserialize<RecordFile>(content, FigureJson.Options) ?? throw new JsonException("there is no record");
        return new RunRecord
        {
            Run = run with { Command = file.Command },
            State = file.State,
            Failure = file.Failure,
            Result = new() { Claims = file.Claims, Metrics = file.Metrics, Notes = file.Notes, Figures = [.. file.Figures.Select(figure => figure.Figure)] },
            Figures = file.Figures,
            Budget = file.Budget,
            Statistics = file.Statistics,
            Invariants = file.Invariants,
            Duration = file.Duration,
        };
    }

    private sealed record RecordFile
    {
        public required string Command { get; init; }

        public required RunState State { get; init; }

        public RunFailure? Failure { get; init; }

        public required IReadOnlyList<Claim> Claims { get; init; }

        public required IReadOnlyList<Metric> Metrics { get; init; }

        public required IReadOnlyList<string> Notes { get; init; }

        public required IReadOnlyList<DrawnFigure> Figures { get; init; }

        public ErrorBudget? Budget { get; init; }

        public required SolveStatistics Statistics { get; init; }

        public required IReadOnlyList<MonitoredInvariant> Invariants { get; init; }

        public required TimeSpan Duration { get; init; }
    }
}
