module Fan

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Figures

let levels = [| 0.05; 0.25; 0.5; 0.75; 0.95 |]
let times = [| for i in 0 .. 120 -> float i / 20.0 |]
let logistic start t = 1.0 / (1.0 + (1.0 / start - 1.0) * PortableMath.Exp(-2.0 * t))

let starts =
    let random = RandomNumbers(5UL, "starts")
    [| for _ in 1 .. 400 -> 1e-3 * PortableMath.Exp(random.NextGaussian()) |] |> Array.sort

let figure () =
    let quantile level = starts[int (level * float (starts.Length - 1))]
    let fan =
        QuantileFan(Id = "runs", Label = "400 runs", X = times, Levels = levels,
                    Quantiles = [| for level in levels -> times |> Array.map (logistic (quantile level)) |])
    let single = Line(Id = "typical", Label = "start at $10^{-3}$", Role = MarkRole.Theory, X = times, Y = Array.map (logistic 1e-3) times)
    let panel = Panel(X = Axis.Linear "flow time $t$", Y = Axis.Linear "mode strength $u$", Legend = LegendPlacement.Inside, Marks = [ fan; single ])
    Figure(Id = "quantile-fan", Title = "A factor at the start is a delay, not a change of shape", Panels = [ panel ],
           Caption = "Quantiles over 400 modes of $u' = 2u(1 - u)$ whose logarithms start with a standard deviation of 1; the median follows the median start.",
           AltText = "Nested bands around a rising curve.")
