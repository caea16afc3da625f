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

    /// <summary>Adds what a plugin offers; returns a line for each id that is taken, and one alone for a copy of another plugin.</summary>
    public IReadOnlyList<Diagnosis> Add(PluginOffer offer, string place)
    {
        TakenId[] taken =
        [
            .. experiments.Add(offer.Experiments, place),
            .. systems.Add(offer.Systems, place),
            .. integrators.Add(offer.Integrators, place),
            .. renderers.Add(offer.Renderers, place),
        ];
        int count = offer.Experiments.Count + offer.Systems.Count + offer.Integrators.Count + offer.Renderers.Count;
        bool isCopy = taken.Length == count && count > 1 && taken.All(id => id.Owner == taken[0].Owner);
        return isCopy
            ? [LoadDiagnoses.Copy(place, taken.Select(id => id.Id), taken[0].Owner.InItsFolder)]
            : [.. taken.Select(id => Describe(id, place))];
    }

    /// <summary>The registry of all that was added.</summary>
    public ComponentRegistry Build() => new(experiments.All, systems.All, integrators.All, renderers.All);

    /// <summary>Plugins are told apart by name; those of one name by their folders.</summary>
    private static Diagnosis Describe(TakenId id, string place)
    {
        bool haveOneName = id.Owner.Name == id.Plugin;
        return LoadDiagnoses.DuplicateId(
            place, id.Kind, id.Id, haveOneName ? id.Owner.InItsFolder : id.Owner.Name, haveOneName ? new Owner(id.Plugin, place).InItsFolder : id.Plugin);
    }

    private sealed class Kind<T>(string name)
    {
        private readonly Dictionary<string, (Registered<T> Component, Owner Owner)> byId = new(StringComparer.Ordinal);

        public IEnumerable<Registered<T>> All => byId.Values.Select(entry => entry.Component);

        public List<TakenId> Add(IReadOnlyList<Registered<T>> components, string place)
        {
            List<TakenId> taken = [];
            foreach (Registered<T> component in components)
            {
                if (!byId.TryAdd(component.Id, (component, new Owner(component.Plugin, place))))
                {
                    taken.Add(new(name, component.Id, byId[component.Id].Owner, component.Plugin));
                }
            }

            return taken;
        }
    }

    private sealed record Owner(string Name, string Place)
    {
        public string InItsFolder => $"{Name} in {DisplayPath.Of(Path.GetDirectoryName(Place)!)}";
    }

    private sealed record TakenId(string Kind, string Id, Owner Owner, string Plugin);
}
