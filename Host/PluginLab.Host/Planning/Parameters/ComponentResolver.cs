using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Planning.Parameters;

/// <summary>Turns choices of components of one kind into instances; each choice once, so that each error is told once.</summary>
/// <param name="kind">The kind, for messages.</param>
/// <param name="components">What there is.</param>
/// <param name="binding">Gives options their values.</param>
/// <param name="diagnoses">Receives what is wrong.</param>
internal sealed class ComponentResolver<T>(
    string kind, IReadOnlyList<Registered<Component<T>>> components, ParameterBinding binding, DiagnosisCollector diagnoses)
{
    private readonly Dictionary<ComponentChoice, Configured<T>?> resolved = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ComponentChoice> named = new(StringComparer.Ordinal);

    /// <summary>Whether a choice names something that no loaded plugin offers and no name stands for.</summary>
    public bool IsUnknown(ComponentChoice choice) => Find(Unnamed(choice).Use.Value) is null;

    /// <summary>Makes a name stand for a choice.</summary>
    public void AddName(NamedChoice choice)
    {
        if (Find(choice.Name.Value) is not null)
        {
            diagnoses.Error(ErrorCode.DuplicateName, choice.Name.Place, $"\"{choice.Name.Value}\" is the id of an {kind}; choose another name");
        }

        named[choice.Name.Value] = choice.Choice;
    }

    /// <summary>The instance that a choice stands for; null if something is wrong with it.</summary>
    public Configured<T>? Resolve(ComponentChoice choice)
    {
        ComponentChoice unnamed = Unnamed(choice);
        if (!resolved.TryGetValue(unnamed, out Configured<T>? result))
        {
            result = Create(unnamed);
            resolved.Add(unnamed, result);
        }

        return result;
    }

    private ComponentChoice Unnamed(ComponentChoice choice) =>
        choice.Options.Count == 0 && named.TryGetValue(choice.Use.Value, out ComponentChoice? target) ? target : choice;

    private Configured<T>? Create(ComponentChoice choice)
    {
        string id = choice.Use.Value;
        if (Find(id) is not { } component)
        {
            string suggestion = Spelling.Suggest(id, components.Select(candidate => candidate.Id).Concat(named.Keys).Where(known => known != id).Distinct());
            diagnoses.Error(ErrorCode.UnknownId, choice.Use.Place, $"there is no {kind} \"{id}\"; {suggestion}");
            return null;
        }

        ParameterSet? values = binding.Bind(
            $"{kind} \"{id}\"", component.Component.Parameters, component.Component.Constraints, choice.Options, choice.Use.Place);
        return values is null ? null : Create(component, values, choice);
    }

    private Configured<T>? Create(Registered<Component<T>> component, ParameterSet values, ComponentChoice choice)
    {
        try
        {
            return new Configured<T>(component, values, component.Component.Create(values));
        }
        catch (Exception exception)
        {
            // A plugin's code: whatever it throws must not hide the other errors.
            diagnoses.Error(
                ErrorCode.InvalidValue, choice.Use.Place, $"{kind} \"{component.Id}\" could not be made: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private Registered<Component<T>>? Find(string id) => components.FirstOrDefault(component => component.Id == id);
}
