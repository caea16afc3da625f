using System.Collections.Immutable;

namespace PluginLab.Experiments;

/// <summary>An immutable value for each declared parameter.</summary>
public sealed class ParameterSet
{
    private readonly ImmutableDictionary<Parameter, object> values;

    private ParameterSet(IReadOnlyList<Parameter> declared, ImmutableDictionary<Parameter, object> values) => (Declared, this.values) = (declared, values);

    /// <summary>The declared parameters, in the order of declaration.</summary>
    public IReadOnlyList<Parameter> Declared { get; }

    /// <summary>Creates a set of the given parameters.</summary>
    /// <param name="declared">The parameters.</param>
    /// <param name="valueOf">A value for each, of the parameter's own type: what <see cref="Parameter.Read"/> returned.</param>
    public static ParameterSet Create(IEnumerable<Parameter> declared, Func<Parameter, object> valueOf)
    {
        Parameter[] copy = [.. declared ?? throw new ArgumentNullException(nameof(declared))];
        ArgumentNullException.ThrowIfNull(valueOf);
        return new(copy, copy.ToImmutableDictionary(parameter => parameter, valueOf));
    }

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="InvalidOperationException">The parameter was not declared.</exception>
    public T Get<T>(Parameter<T> parameter)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return values.TryGetValue(parameter, out object? value)
            ? (T)value
            : throw new InvalidOperationException(
                $"Parameter '{parameter.Name}' is not declared; declared are: {string.Join(", ", Declared.Select(key => key.Name))}. Add it to the list of parameters.");
    }

    /// <summary>A copy with one value replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not admissible.</exception>
    public ParameterSet With<T>(Parameter<T> parameter, T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new(Declared, values.SetItem(parameter, parameter.Check(value)));
    }

    /// <summary>The value of a parameter, as canonical JSON.</summary>
    public string Json(Parameter parameter) => parameter is null ? throw new ArgumentNullException(nameof(parameter)) : parameter.WriteJson(values[parameter]);
}
