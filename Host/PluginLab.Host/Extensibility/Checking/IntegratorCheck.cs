using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Holds an integrator to its contract on dx/dt = −x: it solves, saves what it was asked for, and gives way to a cancellation.</summary>
internal static class IntegratorCheck
{
    private const double Accuracy = 0.01;
    private static readonly double[] Times = [0.25, 0.5, 1];
    private static readonly IDynamicsSystem Decay = DynamicsSystem.FromFunction(1, (_, state) => [-state[0]]);

    /// <summary>Checks one integrator, made from its defaults.</summary>
    public static void Check(Component<IIntegrator> component, CheckDiagnoses diagnoses)
    {
        string name = $"integrator '{component.Id}'";
        if (ParameterTrials.Of(name, component.Parameters, component.Constraints, diagnoses) is not [{ Values: { } defaults }, ..])
        {
            return;
        }

        (Findings? findings, PluginFault? fault) = PluginCode.Run(() => Examine(component.Create(defaults)));
        foreach (string misfit in findings?.Misfits ?? [])
        {
            diagnoses.Error(CheckCode.Integrators, name, misfit);
        }

        if (findings?.Inaccuracy is { } inaccuracy)
        {
            diagnoses.Warning(CheckCode.Integrators, name, inaccuracy);
        }

        if (fault is not null)
        {
            diagnoses.Error(CheckCode.Threw, name, $"it fails on dx/dt = −x: {fault.Reason}");
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
        return new([.. misfits.OfType<string>()], misfit is null ? FindInaccuracy(solution.PartialTrajectory) : null);
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
