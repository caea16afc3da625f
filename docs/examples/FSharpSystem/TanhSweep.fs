module TanhSweep

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Figures
open PluginLab.FSharp
open PluginLab.Numerics.Fitting
open PluginLab.Numerics.Observables

let private count = 10_000
let private smallCount = count * 2 / 5
let private targets = Array.init count (fun i -> PortableMath.Pow(10.0, -4.0 + 5.0 * float i / float count))
let private halfTimes = targets |> Array.map (fun target -> BalancedTanh.timeBetween target (target / 100.0) (target / 2.0))

let private ensemble =
    let starts = targets |> Seq.collect (fun target -> BalancedTanh.stateAt (target / 100.0))
    Ensemble(TanhProduct.flow 1.0, starts, 0.0, 1.0)
        .WithParameters(targets)
        .WithEndTimes(Array.map2 (fun time target -> time + 30.0 / BalancedTanh.sharpness target) halfTimes targets)
        .WithEvent(EnsembleEvent.Crossing("half", TanhProduct.output, targets |> Seq.map (fun target -> target / 2.0)))

let private sharpnessQuotient (context: ExperimentContext) (solution: EnsembleSolution) i =
    let sharpness = Sharpness.At(context.Create(TanhProduct.flow targets[i]), solution.FinalState i)
    if solution.IsSuccessful i then sharpness.Value / BalancedTanh.sharpness targets[i] else nan

let private bendOfValley (context: ExperimentContext) (solution: EnsembleSolution) trajectory =
    let minimum = solution.FinalState trajectory
    let tanh = targets[trajectory] / minimum[0]
    let direction = [| minimum[0] * (1.0 - tanh * tanh); -tanh |]
    let product: float[] = Array.zeroCreate 2
    let hessian = HessianVectorProduct.Of(context.Create(TanhProduct.flow targets[trajectory]))
    hessian.Evaluate(minimum, direction, product)
    product |> Array.map abs |> Array.max

let private farthestFromOne values = values |> Seq.fold (fun far x -> if System.Double.IsNaN x || abs (x - 1.0) > abs (far - 1.0) then x else far) 1.0

let private near (id, statement, predicted, measured, uncertainty, tolerance) =
    Claim.Near(id, statement, "Example", predicted, measured, tolerance, uncertainty = uncertainty, control = Control.ScaledRightHandSide 1.1)

let private draw times (fit: PowerLawFit) =
    let interval = fit.ExponentInterval FitUncertainty.Window
    let line = Line(Id = "measured", Label = "ensemble", X = targets, Y = times)
    let power =
        FitLine(Id = "fit", Label = "power law", Role = MarkRole.Fit, Slope = fit.Exponent, SlopeUncertainty = interval.HalfWidth,
                Confidence = interval.Level, Intercept = fit.Line.Intercept, Range = Limits(fit.Window.Lower, fit.Window.Upper))
    Figure.Of("half-time", "Small targets take a time $∝ 1/s$", Axis.Logarithmic "target $s$", Axis.Logarithmic "time to half the target",
              [ line; power ], caption = $"{count} targets, one trajectory each.", altText = "A falling line.")

let private measure (context: ExperimentContext) =
    let solution = context.Solve(ensemble, EnsembleOutput(Progress = context.Progress))
    let completed = solution.CountOf SolveOutcome.Completed
    let times = solution.EventTimes "half"
    let fit = if completed = count then Some(PowerLawFit.Of(Array.truncate smallCount targets, Seq.truncate smallCount times |> Seq.toArray)) else None
    let prefactor = fit |> Option.map (fun fit -> fit.Prefactor, fit.PrefactorInterval(FitUncertainty.Window).HalfWidth)
    let measured, uncertainty = prefactor |> Option.defaultValue (nan, nan)
    ExperimentResult(
        Claims =
            [ near ("half-time", "Half the target is reached at the time of the closed form: the largest quotient of both.",
                    1.0, farthestFromOne (Seq.map2 (/) times halfTimes), 0.0, 1e-5)
              near ("sharpness", @"The sharpness of a minimum is $1 - 1/\cosh^4 w$: the largest quotient of both.",
                    1.0, farthestFromOne (Seq.map (sharpnessQuotient context solution) [ 0..100 .. count - 1 ]), 0.0, 1e-5)
              near ("prefactor", @"Small targets $s$ take the time $\log(99)/(2s)$.", log 99.0 / 2.0, measured, uncertainty, 0.02) ],
        Metrics = [ Metric("valley-bend", "Hessian times the direction of the valley of minima, largest component: 0 but for errors.", bendOfValley context solution (count - 1)) ],
        Figures = (fit |> Option.map (draw times) |> Option.toArray),
        Notes = (if completed < count then [| $"{count - completed} of {count} trajectories did not come to their end." |] else [||]))

let sweep =
    experiment "tanh-sweep-fsharp" {
        title "A sweep of tanh products, in F#"
        question @"How long does $a \tanh w$ take to learn a target?"
        run measure
    }
