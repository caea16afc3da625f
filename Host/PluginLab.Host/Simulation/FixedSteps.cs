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
    private static readonly string[] Names = ["learning-rate", "step"];

    /// <summary>What is wrong with the first time that is no multiple of the step; null if there is none, or the steps adapt.</summary>
    public static string? FindOddTime(Configured<IIntegrator> integrator, IReadOnlyList<double> times)
    {
        if (integrator.Parameters.Declared.FirstOrDefault(parameter => Names.Contains(parameter.Name)) is not { } parameter)
        {
            return null;
        }

        double step = double.Parse(integrator.Parameters.Json(parameter), CultureInfo.InvariantCulture);
        foreach (double time in times)
        {
            double below = Math.Floor(time / step);
            double nearest = Math.Round(time / step) * step;
            double rounding = RoundingUlps * (Math.BitIncrement(time) - time);
            if (Math.Abs(time - nearest) > Math.Max(Tolerance * step, rounding))
            {
                return $"time {NumberText.Of(time)} is no multiple of the {parameter.Name} {NumberText.Of(step)}; "
                    + $"the nearest are {NumberText.Of(below * step)} and {NumberText.Of((below + 1) * step)}";
            }
        }

        return null;
    }
}
