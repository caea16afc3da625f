using PluginLab.Host.Planning;

namespace PluginLab.Host.Execution;

/// <summary>Carries out one run, in one way or several.</summary>
internal interface IRunner
{
    /// <summary>Carries out a run and waits for its end, but not for ever.</summary>
    RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken);
}
