using System.Text.Json;

namespace PluginLab.Experiments;

/// <summary>A parameter whose values have type <typeparamref name="T"/>: the key by which its value is read.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class Parameter<T> : Parameter
    where T : notnull
{
    private readonly ParameterCodec<T> codec;

    internal Parameter(string name, string description, ParameterKind kind, ParameterCodec<T> codec, T defaultValue, bool isRequired)
        : base(name, description, kind)
    {
        this.codec = codec;
        Default = defaultValue;
        IsRequired = isRequired;
        if (!isRequired && codec.FindFault(defaultValue) is { } fault)
        {
            throw new ArgumentException($"The default of parameter '{name}' is {codec.Write(defaultValue)}; it must be {fault}.", nameof(defaultValue));
        }
    }

    /// <summary>The value used when none is given.</summary>
    public T Default { get; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; }

    /// <inheritdoc/>
    public override string Admissible => codec.Admissible;

    /// <inheritdoc/>
    public override string? DefaultJson => IsRequired ? null : codec.Write(Default);

    /// <inheritdoc/>
    public override double? Minimum => codec.Minimum;

    /// <inheritdoc/>
    public override double? Maximum => codec.Maximum;

    /// <inheritdoc/>
    public override bool IsMinimumExcluded => codec.IsMinimumExcluded;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Choices => codec.Choices;

    /// <inheritdoc/>
    public override IReadOnlyList<string> BoundaryJson => [.. codec.Boundary.Select(codec.Write)];

    /// <summary>The same declaration, but a value must be given.</summary>
    public Parameter<T> Required() => new(Name, Description, Kind, codec, Default, isRequired: true);

    /// <inheritdoc/>
    public override object Read(JsonElement json, IInputFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return codec.Read(json, files) is T value && codec.FindFault(value) is null
            ? value
            : throw new FormatException($"Parameter '{Name}' is {json.GetRawText()}; it must be {codec.Admissible}.");
    }

    /// <inheritdoc/>
    public override string WriteJson(object value) => codec.Write((T)value);

    internal T Check(T value) => codec.FindFault(value) is null
        ? value
        : throw new ArgumentOutOfRangeException(Name, value, $"Parameter '{Name}' is {codec.Write(value)}; it must be {codec.Admissible}.");
}
