using PluginLab.Experiments;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Tests.Execution;

/// <summary>Runs of experiments that are functions.</summary>
internal static class PlannedRuns
{
    /// <summary>A run with everything but its experiment as in a manifest that says nothing more.</summary>
    public static PlannedRun Of(string name, Func<ExperimentContext, ExperimentResult> run)
    {
        PlannedRun planned = Planning.Planned.From("""{ "version": 1, "runs": [{ "name": "one", "experiment": "sample" }] }""").Plan.Runs[0];
        Samples.FunctionExperiment experiment = new(new ExperimentInfo { Id = "function", Title = "Function", Question = "?", Parameters = [] }, run);
        return planned with { Name = name, Experiment = new Registered<IExperiment>("function", "Samples", experiment) };
    }
}
