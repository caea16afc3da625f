namespace PluginLab.Experiments;

/// <summary>What an experiment is, readable without running it.</summary>
public sealed record ExperimentInfo
{
    /// <summary>Identifier in <c>experiments.json</c> and on the command line; kebab-case, unique over all plugins.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the report.</summary>
    public required string Title { get; init; }

    /// <summary>The question that the experiment answers, in one sentence; rich text.</summary>
    public required string Question { get; init; }

    /// <summary>Everything that a run may set.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Rules across parameters.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];
}

/// <summary>A question about a dynamics system, answered by running it.</summary>
public interface IExperiment
{
    /// <summary>What the experiment is.</summary>
    ExperimentInfo Info { get; }

    /// <summary>Runs the experiment: a function of the context alone. No files, clock, console or random numbers of its own.</summary>
    ExperimentResult Run(ExperimentContext context);
}
