using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>What one plugin offers, read and checked.</summary>
internal sealed record PluginOffer(
    IReadOnlyList<Registered<IExperiment>> Experiments,
    IReadOnlyList<Registered<Component<ObservedSystem>>> Systems,
    IReadOnlyList<Registered<Component<IIntegrator>>> Integrators,
    IReadOnlyList<Registered<Component<IFigureRenderer>>> Renderers);

/// <summary>Reads the catalog of a plugin; a component that is not as it must be is left out and named.</summary>
internal sealed class CatalogReader(PluginUnit unit)
{
    private readonly List<Diagnosis> diagnoses = [];

    /// <summary>What is wrong with the catalog or its components.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses;

    /// <summary>What a plugin offers; null if its catalog cannot be read at all.</summary>
    public PluginOffer? Read(IPlugin plugin)
    {
        (PluginOffer? offer, PluginFault? fault) = PluginCode.Run(() => Read(plugin.Catalog));
        if (fault is not null)
        {
            diagnoses.Add(Describe(fault, "the catalog cannot be read"));
        }

        return offer;
    }

    private PluginOffer Read(PluginCatalog catalog) => new(
        Offer("an experiment", catalog.Experiments, experiment => (experiment.Info.Id, experiment.Info.Parameters)),
        Offer("a system", catalog.Systems, component => (component.Id, component.Parameters)),
        Offer("an integrator", catalog.Integrators, component => (component.Id, component.Parameters)),
        Offer("a renderer", catalog.Renderers, component => (component.Id, component.Parameters)));

    private List<Registered<T>> Offer<T>(string kind, IReadOnlyList<T> components, Func<T, (string Id, IReadOnlyList<Parameter> Parameters)> describe)
    {
        List<Registered<T>> offered = [];
        foreach (T component in components)
        {
            if (component is null)
            {
                diagnoses.Add(LoadDiagnoses.InvalidCatalog(unit.AssemblyPath, $"{kind} of the catalog is null; remove it."));
                continue;
            }

            ((string Id, IReadOnlyList<Parameter> Parameters) about, PluginFault? fault) = PluginCode.Run(() => describe(component));
            if (FindFault(kind, about.Id, about.Parameters, fault) is { } diagnosis)
            {
                diagnoses.Add(diagnosis);
            }
            else
            {
                offered.Add(new(about.Id, unit.Name, component));
            }
        }

        return offered;
    }

    private Diagnosis? FindFault(string kind, string id, IReadOnlyList<Parameter> parameters, PluginFault? fault)
    {
        if (fault is not null)
        {
            return Describe(fault, $"{kind} of the catalog cannot say what it is");
        }

        if (!KebabCase.IsValid(id))
        {
            return LoadDiagnoses.InvalidId(unit.AssemblyPath, kind, id);
        }

        string[] names = [.. parameters.Select(parameter => parameter.Name)];
        return names.FirstOrDefault(name => !KebabCase.IsValid(name)) is { } odd ? LoadDiagnoses.InvalidId(unit.AssemblyPath, $"a parameter of {id}", odd)
            : names.Distinct(StringComparer.Ordinal).Count() < names.Length
            ? LoadDiagnoses.InvalidCatalog(unit.AssemblyPath, $"{kind}, {id}, declares a parameter twice; give each its own name.")
            : null;
    }

    /// <summary>What went wrong has a line of its own where it does not matter what was being read.</summary>
    private Diagnosis Describe(PluginFault fault, string what) =>
        fault.Kind is PluginFaultKind.Initializer or PluginFaultKind.NativeLibrary or PluginFaultKind.Damaged
            ? fault.ToDiagnosis(unit.AssemblyPath, unit.Name)
            : LoadDiagnoses.InvalidCatalog(unit.AssemblyPath, $"{what}: {fault.Reason}");
}
