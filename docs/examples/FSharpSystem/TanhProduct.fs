module TanhProduct

open System
open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.FSharp

let inline tanhOf (w: ^T) : ^T = number 1.0 - number 2.0 / (exp (w + w) + number 1.0)

type TanhFlow =
    | TanhFlow
    static member inline Derivative() : RightHandSide< ^T > =
        RightHandSide(fun _ x p dx ->
            let tanh = tanhOf x[1]
            let error = p[0] - x[0] * tanh
            dx[0] <- error * tanh
            dx[1] <- error * x[0] * (number 1.0 - tanh * tanh))

type TanhOutput =
    | TanhOutput
    static member inline Value() : StateFunction< ^T > = StateFunction< ^T >(fun _ x _ -> x[0] * tanhOf x[1])

let output = Formula.observable TanhOutput

let private squareOfSinh w = sinh w ** 2.0

let flow (target: float) =
    (Formula.system TanhFlow 2 [ target ]).WithInvariants
        [ Invariant.Conserved("imbalance", @"the difference $a^2 - \sinh^2 w$", (fun _ x _ -> x[0] * x[0] - squareOfSinh x[1]), (fun _ x _ -> max (x[0] * x[0]) (squareOfSinh x[1])))
          Invariant.NonIncreasing("loss", @"the loss $(s - a \tanh w)^2/2$", (fun t x p -> 0.5 * (p[0] - output.Evaluate(t, x, p)) ** 2.0)) ]

let private target = Parameter.PositiveReal("target", "the target $s$ of the output", 1.0, maximum = 100.0)

let system =
    Component<ObservedSystem>(
        Id = "tanh-product-fsharp",
        Description = @"Gradient flow of the loss $(s - a \tanh w)^2/2$, in F#; its state is $a, w$.",
        Parameters = [ target ],
        Create = fun values ->
            let observable = Observable("output", @"the output $a \tanh w$", (fun t x -> output.Evaluate(t, x, ReadOnlySpan.Empty)), Formula = output)
            ObservedSystem(flow (values.Get target), [ observable ], [ 0.1; 0.1 ]))
