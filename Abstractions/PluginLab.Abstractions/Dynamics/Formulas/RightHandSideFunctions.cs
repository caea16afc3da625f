namespace PluginLab.Dynamics;

/// <summary>A right-hand side f(t, x; p) over one scalar, as <see cref="IParametricSystem{TScalar}.EvaluateDerivative"/> says.</summary>
/// <typeparam name="TScalar">The scalar.</typeparam>
public delegate void RightHandSide<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
    where TScalar : unmanaged;

/// <summary>One right-hand side over each scalar, for languages that make a function for each from one text, as F# does from <c>let inline</c>.</summary>
/// <remarks>In C# an <see cref="IRightHandSide"/> is shorter. All must be the same function: solves in lanes and Hessian-vector products take it for granted.</remarks>
public sealed record RightHandSideFunctions
{
    /// <summary>Number of components n of the state vector x.</summary>
    public required int Dimension { get; init; }

    /// <summary>For one trajectory.</summary>
    public required RightHandSide<Real> Reals { get; init; }

    /// <summary>For many trajectories at once.</summary>
    public required RightHandSide<Lanes> Lanes { get; init; }

    /// <summary>For directional derivatives.</summary>
    public required RightHandSide<Dual<Real>> Duals { get; init; }

    /// <summary>For directional derivatives of many trajectories at once.</summary>
    public required RightHandSide<Dual<Lanes>> DualLanes { get; init; }

    /// <summary>For second derivatives.</summary>
    public required RightHandSide<Dual<Dual<Real>>> SecondDuals { get; init; }
}
