using PluginLab.Dynamics;
using PluginLab.Extensibility;

namespace PluginLab.Testing.Components;

/// <summary>What holds for a system over the whole range of its parameters: a start that fits, finite derivatives and observables, a flow that descends its loss.</summary>
internal static class SystemContract
{
    // Central differences with this step: truncation 1e-10 and rounding 1e-11, times the size of the third derivative and of the loss.
    private const double DifferenceStep = 1e-5;
    private const double DifferenceTolerance = 1e-6;
    private const int MostComponents = 8;

    /// <summary>Checks one system.</summary>
    public static void Check(Component<ObservedSystem> component, FaultList faults)
    {
        foreach (ParameterTrial trial in ParameterTrial.Of(component.Parameters, component.Constraints).Report(faults))
        {
            Attempt<string?> misfit = Attempt.At(() => FindMisfit(component.Create(trial.Values)));
            if (misfit.Failure is not null)
            {
                faults.Error(ContractCode.Threw, $"with {trial.Description} it fails: {misfit.Failure}");
            }
            else if (misfit.Value is not null)
            {
                faults.Error(ContractCode.Systems, $"with {trial.Description} {misfit.Value}");
            }
        }
    }

    private static string? FindMisfit(ObservedSystem observed)
    {
        IDynamicsSystem system = observed.System;
        double[] state = [.. observed.DefaultInitialState];
        if (state.Length != system.Dimension)
        {
            return $"its initial state has {state.Length} components and its dimension is {system.Dimension}.";
        }

        // Whatever is left unwritten stays NaN.
        double[] derivative = [.. Enumerable.Repeat(double.NaN, state.Length)];
        system.EvaluateDerivative(0, state, derivative);
        int odd = Array.FindIndex(derivative, value => !double.IsFinite(value));
        return odd >= 0
            ? $"component {odd + 1} of the derivative is not finite, or not written, at the initial state."
            : FindFaultyObservable(observed, state) ?? (system is IGradientFlow flow ? FindAscent(flow, state, derivative) : null);
    }

    private static string? FindFaultyObservable(ObservedSystem observed, double[] state) =>
        observed.Observables.FirstOrDefault(observable => !double.IsFinite(observable.Function(0, state))) is { } observable
            ? $"the observable '{observable.Name}' is not finite at the initial state."
            : observed.Observables.Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Count() < observed.Observables.Count
            ? "two observables have the same name."
            : null;

    private static string? FindAscent(IGradientFlow flow, double[] state, double[] derivative)
    {
        double scale = 1 + Math.Abs(flow.EvaluateLoss(state)) + derivative.Max(Math.Abs);
        for (int i = 0; i < Math.Min(state.Length, MostComponents); i++)
        {
            double gradient = (Shifted(flow, state, i, DifferenceStep) - Shifted(flow, state, i, -DifferenceStep)) / (2 * DifferenceStep);
            if (!(Math.Abs(derivative[i] + gradient) <= DifferenceTolerance * scale))
            {
                return $"component {i + 1} of the derivative is not that of the negative gradient of its loss at the initial state.";
            }
        }

        return null;
    }

    private static double Shifted(IGradientFlow flow, double[] state, int component, double shift)
    {
        double[] moved = [.. state];
        moved[component] += shift;
        return flow.EvaluateLoss(moved);
    }
}
