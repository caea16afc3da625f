namespace PluginLab.FSharp

open PluginLab.Dynamics

/// Constants in formulas.
[<AutoOpen>]
module Numbers =
    /// <summary>A constant in the scalar at hand: a bare literal beside a scalar would make F# take the scalar for <c>float</c>.</summary>
    /// <param name="x">The constant.</param>
    let inline number (x: float) : ^T = (^T: (static member op_Implicit: float -> ^T) x)

/// <summary>Formulas written once, for doubles, lanes, duals, and duals of both.</summary>
/// <remarks>
/// A formula is a type of one case whose <c>static member inline</c> makes the function over the scalar that is asked for:
/// what F# can pass on, where an inline function alone would have one scalar.
/// </remarks>
/// <example>
/// <code>
/// type Decay =
///     | Decay
///     static member inline Derivative() : RightHandSide&lt; ^T &gt; = RightHandSide(fun _ x p dx -> dx[0] &lt;- -p[0] * x[0])
///
/// let decay = Formula.system Decay 1 [ 2.0 ]
/// </code>
/// </example>
[<RequireQualifiedAccess>]
module Formula =
    /// <summary>The right-hand side of a formula over the scalar that is asked for.</summary>
    /// <param name="formula">The formula; only its type counts.</param>
    /// <param name="scalar">Any value of the scalar; only its type counts.</param>
    let inline derivativeOver (formula: ^F) (scalar: ^T) : RightHandSide< ^T > =
        ignore (formula, scalar)
        ((^F or ^T): (static member Derivative: unit -> RightHandSide< ^T >) ())

    /// <summary>The value of a formula over the scalar that is asked for.</summary>
    /// <param name="formula">The formula; only its type counts.</param>
    /// <param name="scalar">Any value of the scalar; only its type counts.</param>
    let inline valueOver (formula: ^F) (scalar: ^T) : StateFunction< ^T > =
        ignore (formula, scalar)
        ((^F or ^T): (static member Value: unit -> StateFunction< ^T >) ())

    /// <summary>
    /// The system dx/dt = f(t, x; p) of a formula whose <c>static member inline Derivative()</c> is a <c>RightHandSide</c> (t, x, p, dx)
    /// that writes every component of dx.
    /// </summary>
    /// <param name="formula">The formula.</param>
    /// <param name="dimension">Number of components of x; positive.</param>
    /// <param name="parameters">The p with which it is evaluated as an <see cref="T:PluginLab.Dynamics.IDynamicsSystem"/>.</param>
    /// <exception cref="T:System.ArgumentOutOfRangeException">The dimension is not positive.</exception>
    let inline system (formula: ^F) (dimension: int) (parameters: float seq) : ParametricSystem =
        ParametricSystem.Create(
            RightHandSideFunctions(
                Dimension = dimension,
                Reals = derivativeOver formula Unchecked.defaultof<Real>,
                Lanes = derivativeOver formula Unchecked.defaultof<Lanes>,
                Duals = derivativeOver formula Unchecked.defaultof<Dual<Real>>,
                DualLanes = derivativeOver formula Unchecked.defaultof<Dual<Lanes>>,
                SecondDuals = derivativeOver formula Unchecked.defaultof<Dual<Dual<Real>>>),
            parameters)

    /// <summary>
    /// The function g(t, x; p) of a formula whose <c>static member inline Value()</c> is a <c>StateFunction</c> (t, x, p):
    /// an observable, or the function of an event.
    /// </summary>
    /// <param name="formula">The formula.</param>
    let inline observable (formula: ^F) : StateFormula =
        StateFormula.Create(
            StateFunctions(
                Reals = valueOver formula Unchecked.defaultof<Real>,
                Lanes = valueOver formula Unchecked.defaultof<Lanes>,
                Duals = valueOver formula Unchecked.defaultof<Dual<Real>>,
                DualLanes = valueOver formula Unchecked.defaultof<Dual<Lanes>>,
                SecondDuals = valueOver formula Unchecked.defaultof<Dual<Dual<Real>>>))
