using System.Text;
using PluginLab.Host.Execution;
using PluginLab.Host.Figures;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Reporting;

/// <summary>Stores what came of runs.</summary>
internal sealed class RunStore(ResultsFolder folder)
{
    /// <summary>Stores a run, unless it was interrupted: then what an earlier one left stays.</summary>
    /// <returns>The record; a failed one if it could not be stored.</returns>
    public RunRecord Store(RunRecord record)
    {
        if (record.State == RunState.Interrupted)
        {
            return record;
        }

        try
        {
            folder.WriteRun(record.Run.Name, Files(record, RunReports.Create(record)));
            return record;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return record with { State = RunState.Failed, Failure = new($"The results could not be written: {exception.Message}") };
        }
        catch (Exception exception)
        {
            // Reports read what a plugin made: where that fails, no later page may read it again.
            RunFailure failure = new($"The results could not be written: {exception.GetType().Name}: {exception.Message}", exception.ToString());
            return record with { State = RunState.Failed, Failure = failure, Result = new(), Figures = [] };
        }
    }

    private static IEnumerable<StoredFile> Files(RunRecord record, RunReport report)
    {
        yield return new StoredFile("report.json", RunReportJson.Create(record, report));
        yield return new StoredFile("report.svg", Encoding.UTF8.GetBytes(ReportSheet.Write(report)));
        foreach (ReportedFigure figure in report.Figures)
        {
            yield return new StoredFile(InRunFolder(report, figure.ImagePath), figure.Drawing.Content);
            yield return new StoredFile(InRunFolder(report, figure.DataPath), Encoding.UTF8.GetBytes(figure.DataCsv));
            StoredFigure stored = new() { Run = report.Name, Metadata = FigureProvenance.OptionsFor(record.Run).Metadata, Figure = figure.Figure };
            yield return new StoredFile($"figures/{figure.Figure.Id}{StoredFigure.Extension}", FigureJson.Write(stored));
        }
    }

    private static string InRunFolder(RunReport report, string path) => Path.GetRelativePath($"runs/{report.Name}", path).Replace('\\', '/');
}
