namespace PluginLab.Dynamics;

/// <summary>A function g(t, x; p) over one scalar, as <see cref="IStateFunction{TScalar}.Evaluate"/> says.</summary>
/// <typeparam name="TScalar">The scalar.</typeparam>
public delegate TScalar StateFunction<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
    where TScalar : unmanaged;

/// <summary>One state function over each scalar, for languages that make a function for each from one text, as F# does from <c>let inline</c>.</summary>
/// <remarks>In C# an <see cref="IStateFormula"/> is shorter. All must be the same function.</remarks>
public sealed record StateFunctions
{
    /// <summary>For one trajectory.</summary>
    public required StateFunction<Real> Reals { get; init; }

    /// <summary>For many trajectories at once.</summary>
    public required StateFunction<Lanes> Lanes { get; init; }

    /// <summary>For directional derivatives.</summary>
    public required StateFunction<Dual<Real>> Duals { get; init; }

    /// <summary>For directional derivatives of many trajectories at once.</summary>
    public required StateFunction<Dual<Lanes>> DualLanes { get; init; }

    /// <summary>For second derivatives.</summary>
    public required StateFunction<Dual<Dual<Real>>> SecondDuals { get; init; }
}
