namespace PluginLab.Dynamics;

/// <summary>What an exact solution does to a quantity.</summary>
public enum InvariantKind
{
    /// <summary>It keeps its value.</summary>
    Conserved,

    /// <summary>It never grows as time goes on.</summary>
    NonIncreasing,
}

/// <summary>Several functions of time, state and parameters at once.</summary>
/// <param name="time">Time t.</param>
/// <param name="state">State x. Only valid during the call.</param>
/// <param name="parameters">Parameters p of the system. Only valid during the call.</param>
/// <param name="values">Receives the values. Every one must be written.</param>
public delegate void StateVectorFunction(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> values);

/// <summary>A named quantity c(t, x; p), or several of one kind, that an exact solution conserves or never increases: what a solve changes of it is error.</summary>
/// <remarks>
/// Immutable and safe to evaluate from several threads. Evaluated often: it should allocate nothing. The scale is the size of the terms of which c is the
/// difference, such as the larger of w₁² and w₂² for c = w₁² − w₂²: where c vanishes, as from balanced starts, c itself is no measure of its error.
/// </remarks>
public sealed class Invariant
{
    private readonly StateVectorFunction values;
    private readonly StateFunction<double> scale;

    private Invariant(string name, string description, InvariantKind kind, int size, StateVectorFunction values, StateFunction<double> scale) =>
        (Name, Description, Kind, Size, this.values, this.scale) = (Named(name), description ?? throw new ArgumentNullException(nameof(description)), kind, size, values, scale);

    /// <summary>Name in reports, such as <c>imbalance</c>; unique within the system.</summary>
    public string Name { get; }

    /// <summary>What it is, with its formula; rich text.</summary>
    public string Description { get; }

    /// <summary>What an exact solution does to it.</summary>
    public InvariantKind Kind { get; }

    /// <summary>Number of values.</summary>
    public int Size { get; }

    /// <summary>A quantity that is conserved.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is; rich text.</param>
    /// <param name="value">Evaluates c(t, x; p).</param>
    /// <param name="scale">Evaluates the size of its terms; not negative.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static Invariant Conserved(string name, string description, StateFunction<double> value, StateFunction<double> scale)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(scale);
        return new(name, description, InvariantKind.Conserved, 1, Single(value), scale);
    }

    /// <summary>Several conserved quantities of one kind, such as the entries of a matrix; how far the one drifts that drifts most is what counts.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="description">What they are; rich text.</param>
    /// <param name="size">Their number; positive.</param>
    /// <param name="values">Evaluates them.</param>
    /// <param name="scale">Evaluates the size of the terms of the largest; not negative.</param>
    /// <exception cref="ArgumentException">The name is blank, or there are no values.</exception>
    public static Invariant ConservedVector(string name, string description, int size, StateVectorFunction values, StateFunction<double> scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(scale);
        return new(name, description, InvariantKind.Conserved, size, values, scale);
    }

    /// <summary>A quantity that never grows, such as the loss of a gradient flow or a Lyapunov function; its scale is its own size.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is; rich text.</param>
    /// <param name="value">Evaluates it.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static Invariant NonIncreasing(string name, string description, StateFunction<double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(name, description, InvariantKind.NonIncreasing, 1, Single(value), value);
    }

    /// <summary>Evaluates c(t, x; p).</summary>
    /// <param name="time">Time t.</param>
    /// <param name="state">State x.</param>
    /// <param name="parameters">Parameters p of the system.</param>
    /// <param name="destination">Receives the values, length <see cref="Size"/>.</param>
    public void Evaluate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> destination) =>
        values(time, state, parameters, destination);

    /// <summary>Evaluates the size by which a drift of c is measured.</summary>
    public double EvaluateScale(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters) => Math.Abs(scale(time, state, parameters));

    private static StateVectorFunction Single(StateFunction<double> value) =>
        (time, state, parameters, values) => values[0] = value(time, state, parameters);

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
