using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Simulation;

/// <summary>Which times an integrator with constant steps can be asked for: whole multiples of its step.</summary>
internal static class FixedSteps
{
    private const double Tolerance = 1e-9;

    // n·η and the time as it was written are each rounded once: far from 0 that can exceed the tolerance.
    private const double RoundingUlps = 2;

    // Beyond it a number of steps is no longer told from the next.
    private const double MostSteps = 9007199254740992;
    private static readonly string[] Names = ["learning-rate", "step"];

    /// <summary>What is wrong with the first time that is no multiple of the step; null if there is none, or the steps adapt.</summary>
    public static string? FindOddTime(Configured<IIntegrator> integrator, IReadOnlyList<double> times)
    {
        if (FindParameter(integrator) is not { } parameter)
        {
            return null;
        }

        double step = StepOf(integrator, parameter);
        return times.Select(time => FindFault(time, step, parameter.Name)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The constant step of an integrator; null if its steps adapt.</summary>
    public static double? FindStep(Configured<IIntegrator> integrator) =>
        FindParameter(integrator) is { } parameter ? StepOf(integrator, parameter) : null;

    private static string? FindFault(double time, double step, string name)
    {
        double count = time / step;
        if (count > MostSteps)
        {
            return $"time {NumberText.Of(time)} lies more than {NumberText.Of(MostSteps)} steps of the {name} {NumberText.Of(step)} from 0; take larger steps";
        }

        double below = Math.Floor(count);
        double rounding = RoundingUlps * (Math.BitIncrement(time) - time);
        return Math.Abs(time - (Math.Round(count) * step)) <= Math.Max(Tolerance * step, rounding)
            ? null
            : $"time {NumberText.Of(time)} is no multiple of the {name} {NumberText.Of(step)}; the nearest are {Short(below * step)} and {Short((below + 1) * step)}";
    }

    /// <summary>A multiple as a person writes it: 0.3, not 0.30000000000000004.</summary>
    private static string Short(double multiple) =>
        NumberText.Of(double.Parse(multiple.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static Parameter? FindParameter(Configured<IIntegrator> integrator) =>
        integrator.Parameters.Declared.FirstOrDefault(parameter => Names.Contains(parameter.Name));

    private static double StepOf(Configured<IIntegrator> integrator, Parameter parameter) =>
        double.Parse(integrator.Parameters.Json(parameter), CultureInfo.InvariantCulture);
}
