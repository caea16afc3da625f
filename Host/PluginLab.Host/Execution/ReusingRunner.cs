using System.Text.Json;
using PluginLab.Host.Planning;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution;

/// <summary>Takes what an earlier run with the same key found, and carries out the others.</summary>
/// <param name="runner">Carries out a run.</param>
/// <param name="keys">The keys of runs.</param>
/// <param name="isFullyChecked">Whether the runner carries runs out again with other integrators.</param>
/// <param name="store">Where records are kept.</param>
internal sealed class ReusingRunner(IRunner runner, RunKey keys, bool isFullyChecked, RecordStore store) : IRunner
{
    /// <inheritdoc/>
    public RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        string key = keys.Of(run, isFullyChecked);
        if (Find(key, run) is { } found)
        {
            return found with { IsReused = true };
        }

        RunRecord record = runner.Run(run, progress, cancellationToken);
        if (record.State == RunState.Finished)
        {
            Keep(key, record);
        }

        return record;
    }

    private RunRecord? Find(string key, PlannedRun run)
    {
        try
        {
            return store.Find(key) is { } content ? RecordJson.Read(content, run) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Keep(string key, RunRecord record)
    {
        try
        {
            store.Put(key, RecordJson.Write(record));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It will be carried out again; that its results cannot be written is said where they are.
        }
    }
}
