using System.Globalization;
using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Execution.Budgets;

/// <summary>Builds the integrator of a run again: more exact, or of another family.</summary>
internal sealed class IntegratorVariants(ComponentRegistry registry, IInputFiles files)
{
    /// <summary>The integrator at a tenth of its tolerances, or at half of its step.</summary>
    public IntegratorVariant Tighter(Configured<IIntegrator> integrator)
    {
        IReadOnlyList<Parameter> declared = integrator.Parameters.Declared;
        return declared.Any(parameter => FactorOf(parameter) is not null)
            ? Create(integrator.Component, declared.Select(parameter => Given(parameter, Tightened(parameter, integrator.Parameters.Json(parameter)))))
            : new(null, $"Integrator {integrator.Component.Id} has neither tolerances nor a step that approximates a flow.");
    }

    /// <summary>
    /// The integrator that the component names as its counterpart, with the values of the parameters that both declare, as tight as in
    /// <see cref="Tighter"/>: its own error should not be what shows.
    /// </summary>
    public IntegratorVariant Second(Configured<IIntegrator> integrator)
    {
        if (integrator.Component.Component.Counterpart is not { } id)
        {
            return new(null, $"Integrator {integrator.Component.Id} names no counterpart.");
        }

        if (registry.FindIntegrator(id) is not { } counterpart)
        {
            return new(null, $"No loaded plugin offers {id}, the counterpart of integrator {integrator.Component.Id}.");
        }

        IEnumerable<Parameter> shared = integrator.Parameters.Declared.Where(
            parameter => counterpart.Component.Parameters.Any(other => other.Name == parameter.Name && other.Kind == parameter.Kind));
        return Create(counterpart, shared.Select(parameter => Given(parameter, Tightened(parameter, integrator.Parameters.Json(parameter)))));
    }

    // By name, for every plugin alike: a learning rate is no accuracy but the method itself, and is left alone.
    private static double? FactorOf(Parameter parameter) => (parameter.Kind, parameter.Name) switch
    {
        (ParameterKind.Real, "relative-tolerance" or "absolute-tolerance") => 0.1,
        (ParameterKind.Real, "step") => 0.5,
        _ => null,
    };

    private static string Tightened(Parameter parameter, string json) =>
        FactorOf(parameter) is { } factor ? NumberText.Of(Scaled(JsonElement.Parse(json).GetDouble(), factor)) : json;

    /// <summary>A product in fifteen decimals: a tenth of 1e-9 is 1e-10, not the double beside it.</summary>
    private static double Scaled(double value, double factor) =>
        double.Parse((value * factor).ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static GivenValue Given(Parameter parameter, string json) => GivenValue.OfText(parameter.Name, json, Place.OfOption("--check full"));

    private IntegratorVariant Create(Registered<Component<IIntegrator>> component, IEnumerable<GivenValue> values)
    {
        DiagnosisCollector diagnoses = new();
        ComponentResolver<IIntegrator> resolver = new("integrator", [component], new ParameterBinding(files, diagnoses), diagnoses);
        Configured<IIntegrator>? made = resolver.Resolve(new ComponentChoice(new Located<string>(component.Id, Place.OfOption("--check full")), [.. values]));
        return new(made, made is null ? string.Join(' ', diagnoses.Diagnoses.Select(diagnosis => diagnosis.Message)) : null);
    }
}

/// <summary>An integrator that was built again, or why not.</summary>
/// <param name="Integrator">The integrator; null if there is none.</param>
/// <param name="Reason">Why not; null if there is one.</param>
internal sealed record IntegratorVariant(Configured<IIntegrator>? Integrator, string? Reason);
