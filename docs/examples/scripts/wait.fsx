// How long does a product of three weights wait before it grows? Simulates 21 starts, fits a power law and draws both.
#load "pluginlab.fsx"

open PluginLab.Dynamics
open PluginLab.Figures
open PluginLab.FSharp
open PluginLab.Numerics.Fitting

let product = DynamicsSystem.FromFunction(1, fun _ u -> [| 3.0 * (1.0 - u[0]) * u[0] ** (4.0 / 3.0) |])

let waitFrom start =
    let half = EventFunction.Stop("half", (fun _ u -> u[0]), 0.5)
    match InitialValueProblem(product, [ start ], 0.0, 1e4).WithEvent half |> Simulation.solve SaveAt.End with
    | Stopped(event, _) -> event.Time
    | Completed _ -> nan
    | Failed(_, diagnostic, _) -> failwith diagnostic

let starts = [| for i in 0..20 -> 10.0 ** (-8.0 + float i / 5.0) |]
let times = Array.map waitFrom starts
let fit = PowerLawFit.Of(starts, times)
let interval = fit.ExponentInterval FitUncertainty.Window
printfn $"time ~ start^({fit.Exponent:F4} ± {interval.HalfWidth:F4})"

let simulated = Scatter(Id = "simulated", Label = "simulated", X = starts, Y = times)
let power =
    FitLine(Id = "fit", Label = "power law", Role = MarkRole.Fit, Slope = fit.Exponent, SlopeUncertainty = interval.HalfWidth,
            Confidence = interval.Level, Intercept = fit.Line.Intercept, Range = Limits(fit.Window.Lower, fit.Window.Upper))
Figure.Of("wait", "Small products wait", Axis.Logarithmic "start $u_0$", Axis.Logarithmic "time to half the target", [ simulated; power ])
|> Figure.save "wait.svg"
