using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Testing;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What holds for every bundled system, at its defaults and at the ends of its parameters.</summary>
public sealed class SystemContractTests
{
    private static IEnumerable<ContractCase> Systems => PluginContract.CasesOf(new PluginCatalog { Systems = BundledSystems.All });

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

    [TestCaseSource(nameof(Systems))]
    public void A_system_keeps_the_contract_of_every_plugin(ContractCase contract) => Assert.That(contract.FindFaults(), Is.Empty);

    [TestCaseSource(nameof(Cases))]
    public void It_is_the_flow_of_a_gradient(Component<ObservedSystem> component, ParameterSet values) => Assert.That(component.Create(values).System, Is.InstanceOf<IGradientFlow>());

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
