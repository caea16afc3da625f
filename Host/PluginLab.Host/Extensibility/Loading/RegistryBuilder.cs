using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>Gathers what plugins offer; the first plugin to use an id keeps it.</summary>
internal sealed class RegistryBuilder
{
    private readonly Kind<IExperiment> experiments = new("experiment");
    private readonly Kind<Component<ObservedSystem>> systems = new("system");
    private readonly Kind<Component<IIntegrator>> integrators = new("integrator");
    private readonly Kind<Component<IFigureRenderer>> renderers = new("renderer");

    /// <summary>Adds what a plugin offers; returns a line for each id that is taken.</summary>
    public IReadOnlyList<Diagnosis> Add(PluginOffer offer, string place) =>
    [
        .. experiments.Add(offer.Experiments, place),
        .. systems.Add(offer.Systems, place),
        .. integrators.Add(offer.Integrators, place),
        .. renderers.Add(offer.Renderers, place),
    ];

    /// <summary>The registry of all that was added.</summary>
    public ComponentRegistry Build() => new(experiments.All, systems.All, integrators.All, renderers.All);

    private sealed class Kind<T>(string name)
    {
        private readonly Dictionary<string, Registered<T>> byId = new(StringComparer.Ordinal);

        public IReadOnlyCollection<Registered<T>> All => byId.Values;

        public List<Diagnosis> Add(IReadOnlyList<Registered<T>> components, string place)
        {
            List<Diagnosis> diagnoses = [];
            foreach (Registered<T> component in components)
            {
                if (!byId.TryAdd(component.Id, component))
                {
                    diagnoses.Add(LoadDiagnoses.DuplicateId(place, name, component.Id, byId[component.Id].Plugin, component.Plugin));
                }
            }

            return diagnoses;
        }
    }
}
