using PluginLab.Dynamics;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Holds a system to its contract: a start that fits, and finite derivatives and observables there, over the whole range of parameters.</summary>
internal static class SystemCheck
{
    /// <summary>Checks one system.</summary>
    public static void Check(Component<ObservedSystem> component, CheckDiagnoses diagnoses)
    {
        string name = $"system '{component.Id}'";
        foreach (ParameterTrial trial in ParameterTrials.Of(name, component.Parameters, component.Constraints, diagnoses))
        {
            (string? misfit, PluginFault? fault) = PluginCode.Run(() => FindMisfit(component.Create(trial.Values)));
            if (fault is not null)
            {
                diagnoses.Error(CheckCode.Threw, name, $"with {trial.Description} it fails: {fault.Reason}");
            }
            else if (misfit is not null)
            {
                diagnoses.Error(CheckCode.Systems, name, $"with {trial.Description} {misfit}");
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
            : observed.Observables.FirstOrDefault(observable => !double.IsFinite(observable.Function(0, state))) is { } observable
            ? $"the observable '{observable.Name}' is not finite at the initial state."
            : observed.Observables.Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Count() < observed.Observables.Count
            ? "two observables have the same name."
            : null;
    }
}
