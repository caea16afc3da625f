using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What holds for every bundled system, at its defaults and at the ends of its parameters.</summary>
public sealed class SystemContractTests
{
    // Central differences with this step: truncation 1e-10 and rounding 1e-11, times the size of the third derivative and of the loss.
    private const double DifferenceStep = 1e-5;
    private const double DifferenceTolerance = 1e-6;

    private static IEnumerable<TestCaseData> Cases =>
        from component in BundledSystems.All
        from setting in Settings(component)
        select new TestCaseData(component, setting.Values).SetArgDisplayNames($"{component.Id}, {setting.Name}");

    [TestCaseSource(nameof(Cases))]
    public void The_default_start_fits_the_system_and_is_no_equilibrium(Component<ObservedSystem> component, ParameterSet values)
    {
        ObservedSystem observed = component.Create(values);
        double[] derivative = new double[observed.System.Dimension];
        observed.System.EvaluateDerivative(0, [.. observed.DefaultInitialState], derivative);
        Assert.That(observed.DefaultInitialState, Has.Count.EqualTo(observed.System.Dimension));
        Assert.That(derivative, Is.All.Matches<double>(double.IsFinite).And.Some.Not.Zero);
    }

    [TestCaseSource(nameof(Cases))]
    public void Observables_have_distinct_names_and_finite_values(Component<ObservedSystem> component, ParameterSet values)
    {
        ObservedSystem observed = component.Create(values);
        double[] state = [.. observed.DefaultInitialState];
        string[] names = [.. observed.Observables.Select(observable => observable.Name)];
        Assert.That(names, Is.Unique.And.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        Assert.That(names, Has.Member("loss"));
        Assert.That(observed.Observables.Select(observable => observable.Function(0, state)), Is.All.Matches<double>(double.IsFinite));
    }

    [TestCaseSource(nameof(Cases))]
    public void The_flow_descends_the_gradient_of_its_loss(Component<ObservedSystem> component, ParameterSet values)
    {
        ObservedSystem observed = component.Create(values);
        IGradientFlow flow = (IGradientFlow)observed.System;
        double[] state = [.. observed.DefaultInitialState];
        double[] derivative = new double[flow.Dimension];
        flow.EvaluateDerivative(0, state, derivative);
        double scale = 1 + flow.EvaluateLoss(state) + derivative.Max(Math.Abs);
        for (int i = 0; i < Math.Min(flow.Dimension, 8); i++)
        {
            double gradient = (Shifted(flow, state, i, DifferenceStep) - Shifted(flow, state, i, -DifferenceStep)) / (2 * DifferenceStep);
            Assert.That(derivative[i], Is.EqualTo(-gradient).Within(DifferenceTolerance * scale), $"component {i}");
        }
    }

    private static double Shifted(IGradientFlow flow, double[] state, int component, double shift)
    {
        double[] moved = [.. state];
        moved[component] += shift;
        return flow.EvaluateLoss(moved);
    }

    private static IEnumerable<(string Name, ParameterSet Values)> Settings(Component<ObservedSystem> component)
    {
        yield return ("defaults", Read(component, null, ""));
        foreach (Parameter changed in component.Parameters)
        {
            foreach (string json in changed.BoundaryJson)
            {
                ParameterSet values = Read(component, changed, json);
                if (component.Constraints.All(constraint => constraint.FindViolation(values) is null))
                {
                    yield return ($"{changed.Name} = {json}", values);
                }
            }
        }
    }

    private static ParameterSet Read(Component<ObservedSystem> component, Parameter? changed, string json) => ParameterSet.Create(component.Parameters, parameter =>
    {
        using JsonDocument document = JsonDocument.Parse(parameter == changed ? json : parameter.DefaultJson!);
        return parameter.Read(document.RootElement, NoFiles.Instance);
    });
}
