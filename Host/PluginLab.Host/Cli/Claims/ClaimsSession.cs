using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Controls;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Cli.Claims;

/// <summary>Carries out the runs of a plan for their claims alone and lists these.</summary>
internal sealed class ClaimsSession(PatientRunner runner, ShownExecution execution, Terminal terminal)
{
    /// <summary>Runs a plan that is valid.</summary>
    /// <returns>The exit code.</returns>
    public int Run(LoadedPlan loaded, ClaimsRequest request, CancellationToken cancellationToken)
    {
        IRunner chosen = request.HasControls ? new ControlledRunner(runner) : runner;
        PlannedRun[] runs = [.. loaded.Plan.Runs.Select(run => run.WithoutFigures())];
        IReadOnlyList<RunRecord> records = execution.Execute(runs, chosen, new ExecutionOptions(request.Jobs, IsFailFast: false), record => record, cancellationToken);
        RunOutcome outcome = new(loaded, records, IsStrict: false, cancellationToken.IsCancellationRequested);
        if (request.IsJson)
        {
            ClaimsJson.Write(terminal.Out, outcome);
        }
        else
        {
            ClaimsTable.Write(terminal.Out, outcome, request.HasControls);
        }

        Warn(outcome);
        return outcome.ExitCode;
    }

    private void Warn(RunOutcome outcome)
    {
        foreach (RunRecord record in outcome.Records)
        {
            foreach (ControlledClaim claim in record.Controlled.Where(claim => claim.Outcome == ControlOutcome.Missing))
            {
                terminal.Error.WriteLine($"warning: {record.Run.Name}: {claim.Claim.Id} has no control; name a mutation of the system that refutes it.");
            }
        }

        if (outcome.IsInterrupted)
        {
            terminal.Error.WriteLine("Interrupted; the list is not complete. Give the same command again.");
        }
    }
}
