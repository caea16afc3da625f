using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Reporting;

/// <summary>Turns what came of runs into what reports show.</summary>
internal static class RunReports
{
    /// <summary>The report of a run that was carried out or interrupted.</summary>
    public static RunReport Create(RunRecord record)
    {
        PlannedRun run = record.Run;
        ExperimentInfo info = run.Experiment.Component.Info;
        return new RunReport
        {
            Name = run.Name,
            ExperimentId = run.Experiment.Id,
            Title = info.Title,
            Question = info.Question,
            Plugin = run.Experiment.Plugin,
            Tags = run.Entry.Tags,
            State = record.State,
            Failure = record.Failure?.Summary,
            Parameters = [.. run.Parameters.Declared.Select(parameter => Create(parameter, run.Parameters))],
            Integrator = run.Integrator.Instance.Name,
            Statistics = record.Statistics,
            Seed = run.Seed,
            Command = run.Command,
            Claims = record.Result.Claims,
            Budget = record.Budget,
            Invariants = record.Invariants,
            Metrics = record.Result.Metrics,
            Notes = record.Result.Notes,
            Figures = [.. record.Figures.Select(figure => Create(run.Name, figure))],
        };
    }

    /// <summary>The report of a run that needs a plugin which did not load.</summary>
    public static RunReport Create(BlockedRun run) => new()
    {
        Name = run.Name,
        ExperimentId = run.Entry.Experiment?.Value ?? "",
        Title = run.Entry.Experiment?.Value ?? run.Name,
        Question = "",
        Plugin = "",
        Tags = run.Entry.Tags,
        State = RunState.Failed,
        Failure = run.Reason,
        Integrator = "",
        Command = "",
    };

    private static ReportedParameter Create(Parameter parameter, ParameterSet values)
    {
        string json = values.Json(parameter);
        return new ReportedParameter(parameter.Name, parameter.Description, json, json == parameter.DefaultJson);
    }

    private static ReportedFigure Create(string run, DrawnFigure figure)
    {
        string id = figure.Figure.Id;
        return new ReportedFigure(
            figure.Figure, figure.Drawing, $"runs/{run}/figures/{id}{figure.Drawing.FileExtension}", $"runs/{run}/data/{id}.csv", figure.DataCsv);
    }
}
