using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace PluginLab.Testing.Components;

/// <summary>What holds for an integrator on dx/dt = −x: it solves, saves what it was asked for, and gives way to a cancellation.</summary>
internal static class IntegratorContract
{
    private const double Accuracy = 0.01;
    private static readonly double[] Times = [0.25, 0.5, 1];
    private static readonly IDynamicsSystem Decay = DynamicsSystem.FromFunction(1, (_, state) => [-state[0]]);

    /// <summary>Checks one integrator, made from its defaults.</summary>
    public static void Check(Component<IIntegrator> component, FaultList faults)
    {
        if (ParameterTrial.Of(component.Parameters, component.Constraints).Report(faults) is not [{ } defaults, ..])
        {
            return;
        }

        Attempt<Findings> findings = Attempt.At(() => Examine(component.Create(defaults.Values)));
        foreach (string misfit in findings.Value?.Misfits ?? [])
        {
            faults.Error(ContractCode.Integrators, misfit);
        }

        if (findings.Value?.Inaccuracy is { } inaccuracy)
        {
            faults.Warning(ContractCode.Integrators, inaccuracy);
        }

        if (findings.Failure is not null)
        {
            faults.Error(ContractCode.Threw, $"it fails on dx/dt = −x: {findings.Failure}");
        }
    }

    private static Findings Examine(IIntegrator integrator)
    {
        InitialValueProblem problem = new(Decay, [1.0], 0, Times[^1]);
        Solution solution = integrator.Integrate(problem, SaveAt.Times(Times), CancellationToken.None);
        Solution cancelled = integrator.Integrate(problem, SaveAt.Times(Times), new CancellationToken(canceled: true));
        string? misfit = FindMisfit(solution);
        string?[] misfits =
        [
            string.IsNullOrWhiteSpace(integrator.Name) ? "it has no name." : null,
            misfit,
            cancelled.Outcome == SolveOutcome.Cancelled ? null : $"cancelled at the start it ends as {cancelled.Outcome}; give way and report {SolveOutcome.Cancelled}.",
        ];
        string[] found = [.. misfits.OfType<string>()];
        return new(found.Length > 0 ? found : IntegratorLimits.Find(integrator), misfit is null ? FindInaccuracy(solution.PartialTrajectory) : null);
    }

    private static string? FindMisfit(Solution solution)
    {
        if (solution.Outcome != SolveOutcome.Completed)
        {
            return $"on dx/dt = −x from 0 to 1 it ends as {solution.Outcome}: {solution.Diagnostic}";
        }

        Trajectory trajectory = solution.PartialTrajectory;
        return !trajectory.Times.SequenceEqual(Times) ? $"asked to save at {List(Times)} it saved at {List(trajectory.Times)}."
            : Math.Abs(trajectory.LastState[0]) < 1 ? null
            : $"on dx/dt = −x from 0 to 1 it does not descend: its error is {NumberText.Of(Error(trajectory))}.";
    }

    /// <summary>What a rule of training with momentum or signs may be forgiven, and an integrator of the flow may not.</summary>
    private static string? FindInaccuracy(Trajectory trajectory) => Error(trajectory) <= Accuracy
        ? null
        : $"on dx/dt = −x from 0 to 1 its error is {NumberText.Of(Error(trajectory))}, above {NumberText.Of(Accuracy)}; make sure that it is meant to leave the flow.";

    private static double Error(Trajectory trajectory) => Times.Select((time, index) => Math.Abs(trajectory.State(index)[0] - Math.Exp(-time))).Max();

    private static string List(IEnumerable<double> times) => string.Join(", ", times.Select(NumberText.Of));

    private sealed record Findings(IReadOnlyList<string> Misfits, string? Inaccuracy);
}
