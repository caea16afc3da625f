using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Rendering.Reports;

/// <summary>How a run ended.</summary>
public enum RunState
{
    /// <summary>The experiment returned its result; its verdicts may still differ from the expected ones.</summary>
    Finished,

    /// <summary>The experiment threw, or a solve that it needed failed.</summary>
    Failed,

    /// <summary>The run was cancelled before it ended.</summary>
    Interrupted,
}

/// <summary>Everything that a report shows of one run. Holds nothing volatile: no time, machine or path of one.</summary>
public sealed record RunReport
{
    /// <summary>Name of the run; names its folder.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>Title of the experiment.</summary>
    public required string Title { get; init; }

    /// <summary>The question that the experiment answers; rich text.</summary>
    public required string Question { get; init; }

    /// <summary>Name of the plugin that brought the experiment.</summary>
    public required string Plugin { get; init; }

    /// <summary>Tags of the run.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How the run ended.</summary>
    public required RunState State { get; init; }

    /// <summary>Why the run did not finish, in full sentences; null if it did.</summary>
    public string? Failure { get; init; }

    /// <summary>The resolved parameters, in the order of declaration.</summary>
    public IReadOnlyList<ReportedParameter> Parameters { get; init; } = [];

    /// <summary>The integrator with its settings, as <see cref="IIntegrator.Name"/>.</summary>
    public required string Integrator { get; init; }

    /// <summary>Work done by all solves of the run together.</summary>
    public SolveStatistics Statistics { get; init; } = new(0, 0, 0);

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>The claims with their evidence.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>How much of the measured values is the solver's error; null if the run was not carried out again to learn it.</summary>
    public ErrorBudget? Budget { get; init; }

    /// <summary>How far the invariants of the systems drift over all solves.</summary>
    public IReadOnlyList<MonitoredInvariant> Invariants { get; init; } = [];

    /// <summary>The measured numbers.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>What a reader should know besides; rich text.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The figures, drawn.</summary>
    public IReadOnlyList<ReportedFigure> Figures { get; init; } = [];
}

/// <summary>A resolved parameter.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Description">What it means; rich text.</param>
/// <param name="Json">Its value as canonical JSON.</param>
/// <param name="IsDefault">Whether the value is the default.</param>
public sealed record ReportedParameter(string Name, string Description, string Json, bool IsDefault);

/// <summary>A drawn figure.</summary>
/// <param name="Figure">What is drawn.</param>
/// <param name="Drawing">How it came out.</param>
/// <param name="ImagePath">Path of the image file, relative to the results folder, with forward slashes.</param>
/// <param name="DataPath">Path of the CSV file of what the figure shows, likewise.</param>
/// <param name="DataCsv">The content of that file.</param>
public sealed record ReportedFigure(Figure Figure, RenderedFigure Drawing, string ImagePath, string DataPath, string DataCsv)
{
    /// <summary>Id of the drawing in the page, which its run prefixes so that it is unique.</summary>
    internal string IdIn(RunReport run) => $"{run.Name}-{Figure.Id}";
}
