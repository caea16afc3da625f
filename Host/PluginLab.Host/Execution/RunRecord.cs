using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Execution.Controls;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Execution;

/// <summary>A run that was carried out, or why not.</summary>
internal sealed record RunRecord
{
    /// <summary>What was planned.</summary>
    public required PlannedRun Run { get; init; }

    /// <summary>How the run ended.</summary>
    public required RunState State { get; init; }

    /// <summary>Why it did not finish; null if it did.</summary>
    public RunFailure? Failure { get; init; }

    /// <summary>What the experiment found; empty if it found nothing.</summary>
    public ExperimentResult Result { get; init; } = new();

    /// <summary>The figures of the result that could be drawn, in its order.</summary>
    public IReadOnlyList<DrawnFigure> Figures { get; init; } = [];

    /// <summary>What becomes of each claim under its negative control; empty where controls were not run.</summary>
    public IReadOnlyList<ControlledClaim> Controlled { get; init; } = [];

    /// <summary>How much of the measured values is the solver's error; null if the run was not carried out again to learn it.</summary>
    public ErrorBudget? Budget { get; init; }

    /// <summary>Work done by all solves together.</summary>
    public SolveStatistics Statistics { get; init; } = new(0, 0, 0);

    /// <summary>How far the invariants of the systems drift over all solves.</summary>
    public IReadOnlyList<MonitoredInvariant> Invariants { get; init; } = [];

    /// <summary>How long the run took; volatile.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether an earlier run with the same key found this.</summary>
    public bool IsReused { get; init; }

    /// <summary>A run that was begun and did not get to its end.</summary>
    public static RunRecord Interrupted(PlannedRun run) => Unfinished(run, "The run was interrupted before it ended.");

    /// <summary>A run that was not begun.</summary>
    public static RunRecord NotBegun(PlannedRun run) => Unfinished(run, "The run was not begun: it was interrupted, or an earlier run ended badly and --fail-fast was given.");

    private static RunRecord Unfinished(PlannedRun run, string reason) => new()
    {
        Run = run,
        State = RunState.Interrupted,
        Failure = new(reason),
    };
}

/// <summary>Why a run did not finish.</summary>
/// <param name="Summary">What happened, in sentences that are the same on every machine.</param>
/// <param name="Detail">What helps to find the fault besides, such as a stack trace; null for nothing.</param>
/// <param name="BreaksContract">Whether the plugin did what no plugin may do.</param>
internal sealed record RunFailure(string Summary, string? Detail = null, bool BreaksContract = false);

/// <summary>A figure with its drawing and what it shows as CSV.</summary>
internal sealed record DrawnFigure(Figure Figure, RenderedFigure Drawing, string DataCsv);
