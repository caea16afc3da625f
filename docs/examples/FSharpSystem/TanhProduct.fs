module TanhProduct

open System
open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility

/// A constant in the scalar at hand: a literal beside a ^T would make F# take ^T for float.
let inline number (x: float) : ^T = (^T: (static member op_Implicit: float -> ^T) x)

let inline tanhOf (w: ^T) : ^T = number 1.0 - number 2.0 / (exp (w + w) + number 1.0)

let inline private rightHandSide (_: ^T) (state: ReadOnlySpan< ^T >) (parameters: ReadOnlySpan< ^T >) (derivative: Span< ^T >) =
    let tanh: ^T = tanhOf state[1]
    let error = parameters[0] - state[0] * tanh
    derivative[0] <- error * tanh
    derivative[1] <- error * state[0] * (number 1.0 - tanh * tanh)

let inline private outputOf (_: ^T) (state: ReadOnlySpan< ^T >) (_: ReadOnlySpan< ^T >) : ^T = state[0] * tanhOf state[1]

let output =
    StateFormula.Create(StateFunctions(Reals = outputOf, Lanes = outputOf, Duals = outputOf, DualLanes = outputOf, SecondDuals = outputOf))

let private squareOfSinh w = sinh w ** 2.0

let private invariants =
    [ Invariant.Conserved(
          "imbalance", @"the difference $a^2 - \sinh^2 w$",
          (fun _ x _ -> x[0] * x[0] - squareOfSinh x[1]), (fun _ x _ -> max (x[0] * x[0]) (squareOfSinh x[1])))
      Invariant.NonIncreasing("loss", @"the loss $(s - a \tanh w)^2/2$", (fun t x p -> 0.5 * (p[0] - output.Evaluate(t, x, p)) ** 2.0)) ]

let flow target =
    let functions =
        RightHandSideFunctions(
            Dimension = 2, Reals = rightHandSide, Lanes = rightHandSide, Duals = rightHandSide, DualLanes = rightHandSide, SecondDuals = rightHandSide)
    ParametricSystem.Create(functions, [ target ]).WithInvariants(invariants)

let private target = Parameter.PositiveReal("target", "the target $s$ of the output", 1.0, maximum = 100.0)

let private observed (values: ParameterSet) =
    let observable = Observable("output", @"the output $a \tanh w$", (fun t x -> output.Evaluate(t, x, ReadOnlySpan.Empty)), Formula = output)
    ObservedSystem(flow (values.Get target), [ observable ], [ 0.1; 0.1 ])

let system =
    Component<ObservedSystem>(
        Id = "tanh-product-fsharp",
        Description = @"Gradient flow of the loss $(s - a \tanh w)^2/2$, in F#; its state is $a, w$.",
        Parameters = [ target ],
        Create = observed)
