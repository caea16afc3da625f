namespace PluginLab.Dynamics;

/// <summary>A named scalar function of the state.</summary>
/// <param name="Name">Name on the command line and in tables; kebab-case, such as <c>product</c>, <c>loss</c> or <c>strength-1</c>.</param>
/// <param name="Description">What it is, with its formula.</param>
/// <param name="Function">Evaluates it.</param>
public sealed record Observable(string Name, string Description, StateFunction Function)
{
    /// <summary>The same function with the parameters of the system as arguments; its other scalars, if any, by <c>Formula as IStateFunction&lt;Lanes&gt;</c>.</summary>
    public IStateFunction<double>? Formula { get; init; }
}

/// <summary>A dynamics system together with what can be measured on it and where it may start.</summary>
/// <param name="System">The right-hand side.</param>
/// <param name="Observables">What can be measured.</param>
/// <param name="DefaultInitialState">A start from which the system does something worth seeing; one component per dimension.</param>
public sealed record ObservedSystem(
    IDynamicsSystem System, IReadOnlyList<Observable> Observables, IReadOnlyList<double> DefaultInitialState);
