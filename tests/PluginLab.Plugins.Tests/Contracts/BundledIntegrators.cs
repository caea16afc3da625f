using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Plugins.Integrators;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Every bundled integrator, that of the F# sample included, with every bundled system.</summary>
internal static class BundledIntegrators
{
    /// <summary>Name of the option of each integrator that bounds its steps.</summary>
    public static readonly IReadOnlyDictionary<string, string> StepOptions = new Dictionary<string, string>
    {
        ["gradient-descent"] = "learning-rate",
        ["heavy-ball"] = "learning-rate",
        ["sign-descent"] = "learning-rate",
        ["runge-kutta-4"] = "step",
        ["dormand-prince-5"] = "largest-step",
        ["dormand-prince-8"] = "largest-step",
        ["runge-kutta-chebyshev-2"] = "largest-step",
        ["bogacki-shampine-3"] = "largest-step",
    };

    private static readonly IReadOnlyList<Component<IIntegrator>> Integrators = [.. new IntegratorsPlugin().Catalog.Integrators, .. ((IPlugin)new Plugins.FSharpSample.FSharpSamplePlugin()).Catalog.Integrators];

    /// <summary>Ids of all integrators.</summary>
    public static IEnumerable<string> Ids => Integrators.Select(integrator => integrator.Id);

    /// <summary>All pairs, as arguments of a test: the id of an integrator and a system.</summary>
    public static IEnumerable<TestCaseData> Pairs =>
        from id in Ids
        from system in BundledSystems.All
        select new TestCaseData(id, system).SetArgDisplayNames(id, system.Id);

    /// <summary>An integrator at its defaults but for some options.</summary>
    public static IIntegrator Create(string id, params (string Option, double Value)[] changes)
    {
        Component<IIntegrator> component = Integrators.Single(candidate => candidate.Id == id);
        Dictionary<string, string> json = changes.ToDictionary(change => change.Option, change => NumberText.Of(change.Value));
        Assert.That(component.Parameters.Select(parameter => parameter.Name), Is.SupersetOf(json.Keys));
        return component.Create(Read(component.Parameters, parameter => json.GetValueOrDefault(parameter.Name, parameter.DefaultJson!)));
    }

    /// <summary>A system at its defaults.</summary>
    public static ObservedSystem Create(Component<ObservedSystem> system) => system.Create(Read(system.Parameters, parameter => parameter.DefaultJson!));

    private static ParameterSet Read(IReadOnlyList<Parameter> parameters, Func<Parameter, string> json) => ParameterSet.Create(parameters, parameter =>
    {
        using JsonDocument document = JsonDocument.Parse(json(parameter));
        return parameter.Read(document.RootElement, NoFiles.Instance);
    });
}
