using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace PluginLab.Testing;

/// <summary>The order of an integrator as its errors show it.</summary>
public static class ObservedOrder
{
    private const double EndTime = 2;
    private const double Start = 0.1;
    private static readonly IDynamicsSystem Logistic = DynamicsSystem.FromFunction(1, (_, x) => [x[0] * (1 - x[0])]);

    /// <summary>log₂(e(h)/e(h/2)) with the error e at t = 2 of dx/dt = x(1 − x) from x = 0.1, whose solution is x/(x + (1 − x)e⁻ᵗ).</summary>
    /// <param name="integrator">The integrator; other parameters keep their defaults.</param>
    /// <param name="stepParameter">Name of the parameter that is the constant step size h.</param>
    /// <param name="step">The step size h: small enough for the leading term of the error, large enough that h/2 is far above rounding.</param>
    /// <returns>The observed order; within about 0.2 of that of the method. NaN or infinite where an error is 0.</returns>
    /// <exception cref="ArgumentException">There is no parameter of that name.</exception>
    /// <exception cref="IntegrationFailedException">A solve failed.</exception>
    public static double Of(Component<IIntegrator> integrator, string stepParameter, double step)
    {
        ArgumentNullException.ThrowIfNull(integrator);
        if (integrator.Parameters.All(parameter => parameter.Name != stepParameter))
        {
            throw new ArgumentException($"The integrator '{integrator.Id}' has no parameter '{stepParameter}'.", nameof(stepParameter));
        }

        return Math.Log2(Error(integrator, stepParameter, step) / Error(integrator, stepParameter, step / 2));
    }

    private static double Error(Component<IIntegrator> component, string stepParameter, double step)
    {
        ParameterSet values = ParameterSet.Create(component.Parameters, parameter => parameter.Read(
            JsonElement.Parse(parameter.Name == stepParameter ? NumberText.Of(step) : parameter.DefaultJson!), NoTables.Instance));
        Solution solution = component.Create(values).Integrate(new(Logistic, [Start], 0, EndTime), SaveAt.End, CancellationToken.None);
        return Math.Abs(solution.Trajectory.LastState[0] - (Start / (Start + ((1 - Start) * Math.Exp(-EndTime)))));
    }

    private sealed class NoTables : IInputFiles
    {
        public static NoTables Instance { get; } = new();

        public Table ReadTable(string path) => throw new FormatException("Integrators read no files.");
    }
}
