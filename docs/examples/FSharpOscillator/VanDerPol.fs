module VanDerPol

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.FSharp

type VanDerPol =
    | VanDerPol
    static member inline Derivative() : RightHandSide< ^T > =
        RightHandSide(fun _ x p dx ->
            dx[0] <- x[1]
            dx[1] <- p[0] * (number 1.0 - x[0] * x[0]) * x[1] - x[0])

let damping = Parameter.Real("damping", @"The factor $\mu$ of $(1 - x^2)x'$.", 1.0, minimum = 0.0, maximum = 100.0)

let oscillator =
    Component<ObservedSystem>(
        Id = "van-der-pol-fsharp",
        Description = @"Van der Pol's oscillator $x'' = \mu(1 - x^2)x' - x$; its state is $x, x'$.",
        Parameters = [ damping ],
        Create = fun values ->
            ObservedSystem(
                Formula.system VanDerPol 2 [ values.Get damping ], [ Observable("position", "the position $x$", fun _ x -> x[0]) ], [ 2.0; 0.0 ]))

type VanDerPolPlugin() =
    interface IPlugin with member _.Catalog = PluginCatalog(Systems = [ oscillator ])
