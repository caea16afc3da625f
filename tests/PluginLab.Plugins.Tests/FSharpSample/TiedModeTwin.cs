using PluginLab.Dynamics;

namespace PluginLab.Plugins.Tests.FSharpSample;

/// <summary>The F# experiment once more in C#: what it measures, without claims and figures around it.</summary>
internal static class TiedModeTwin
{
    /// <summary>The strengths along the solution, and the time at which half the target is reached.</summary>
    public static (IReadOnlyList<double> Strengths, double HalfTime) Measure(double target, double start, IIntegrator integrator)
    {
        double predicted = Math.Log((target - start) / start) / (2 * target);
        double end = (2 * predicted) + (2 / target);
        IDynamicsSystem flow = DynamicsSystem.FromFunction(1, (_, u) => [2 * (target - u[0]) * u[0]]);
        InitialValueProblem problem = new InitialValueProblem(flow, [start], 0, end)
            .WithEvent(EventFunction.Crossing("half", (_, u) => u[0], target / 2));
        Solution solution = integrator.Integrate(problem, SaveAt.EquallySpaced(0, end, 200), CancellationToken.None);
        return (solution.Trajectory.Component(0), solution.EventTime("half"));
    }
}
