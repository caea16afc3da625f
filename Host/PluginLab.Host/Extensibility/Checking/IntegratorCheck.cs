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

        (string[]? misfits, PluginFault? fault) = PluginCode.Run(() => FindMisfits(component.Create(defaults)));
        foreach (string misfit in misfits ?? [])
        {
            diagnoses.Error(CheckCode.Integrators, name, misfit);
        }

        if (fault is not null)
        {
            diagnoses.Error(CheckCode.Threw, name, $"it fails on dx/dt = −x: {fault.Reason}");
        }
    }

    private static string[] FindMisfits(IIntegrator integrator)
    {
        InitialValueProblem problem = new(Decay, [1.0], 0, Times[^1]);
        Solution solution = integrator.Integrate(problem, SaveAt.Times(Times), CancellationToken.None);
        Solution cancelled = integrator.Integrate(problem, SaveAt.Times(Times), new CancellationToken(canceled: true));
        string?[] misfits =
        [
            string.IsNullOrWhiteSpace(integrator.Name) ? "it has no name." : null,
            FindMisfit(solution),
            cancelled.Outcome == SolveOutcome.Cancelled ? null : $"cancelled at the start it ends as {cancelled.Outcome}; give way and report {SolveOutcome.Cancelled}.",
        ];
        return [.. misfits.OfType<string>()];
    }

    private static string? FindMisfit(Solution solution)
    {
        if (solution.Outcome != SolveOutcome.Completed)
        {
            return $"on dx/dt = −x from 0 to 1 it ends as {solution.Outcome}: {solution.Diagnostic}";
        }

        Trajectory trajectory = solution.PartialTrajectory;
        if (!trajectory.Times.SequenceEqual(Times))
        {
            return $"asked to save at {List(Times)} it saved at {List(trajectory.Times)}.";
        }

        double error = Times.Select((time, index) => Math.Abs(trajectory.State(index)[0] - Math.Exp(-time))).Max();
        return error <= Accuracy ? null : $"on dx/dt = −x from 0 to 1 its error is {NumberText.Of(error)}, above {NumberText.Of(Accuracy)}.";
    }

    private static string List(IEnumerable<double> times) => string.Join(", ", times.Select(NumberText.Of));
}
