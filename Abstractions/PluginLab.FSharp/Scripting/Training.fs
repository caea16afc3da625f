namespace PluginLab.FSharp

open System.Threading
open PluginLab.Dynamics
open PluginLab.Numerics.Integration

/// <summary>Time of a gradient flow. A learning rate is time per step, so that a number of steps is never taken for a time.</summary>
[<Measure>]
type flowTime

/// <summary>Steps of gradient descent.</summary>
[<Measure>]
type step

/// <summary>Solves outside an experiment: for scripts.</summary>
[<RequireQualifiedAccess>]
module Simulation =
    /// <summary>Where none is chosen, as in the host: Dormand–Prince 5(4), tolerances 1e-9 relative, 1e-12 absolute.</summary>
    let standardIntegrator = StepIntegrators.DormandPrince5(1e-9, 1e-12)

    /// <summary>Solves a problem with an integrator.</summary>
    /// <param name="integrator">The method.</param>
    /// <param name="saveAt">Which points to keep.</param>
    /// <param name="problem">What to solve.</param>
    let solveWith (integrator: IIntegrator) (saveAt: SaveAt) (problem: InitialValueProblem) : Solution =
        integrator.Integrate(problem, saveAt, CancellationToken.None)

    /// <summary>Solves a problem with the standard integrator.</summary>
    /// <param name="saveAt">Which points to keep.</param>
    /// <param name="problem">What to solve.</param>
    let solve saveAt problem = solveWith standardIntegrator saveAt problem

/// <summary>Training by the flow dx/dt = f(x) and by descent x_{n+1} = x_n + η f(x_n); the compiler tells times from steps.</summary>
[<RequireQualifiedAccess>]
module Training =
    /// <summary>The flow from <paramref name="start"/> at time 0, at 200 times up to its end.</summary>
    /// <param name="time">How long; positive.</param>
    /// <param name="start">The initial state.</param>
    /// <param name="system">The system f.</param>
    let flow (time: float<flowTime>) (start: float seq) (system: IDynamicsSystem) =
        Simulation.solve (SaveAt.EquallySpaced(0.0, float time, 200)) (InitialValueProblem(system, start, 0.0, float time))

    /// <summary>Descent from <paramref name="start"/>, every iterate kept; iterate n lies at time n·η.</summary>
    /// <param name="rate">The learning rate η; positive.</param>
    /// <param name="steps">How many steps; not negative.</param>
    /// <param name="start">The initial state.</param>
    /// <param name="system">The system f.</param>
    let descend (rate: float<flowTime / step>) (steps: int<step>) (start: float seq) (system: IDynamicsSystem) =
        let budget = max 1L (int64 steps)
        let problem = InitialValueProblem(system, start, 0.0, float rate * float steps)
        Simulation.solveWith (StepIntegrators.GradientDescent(float rate, budget + 1L)) SaveAt.EveryStep problem

    /// <summary>The fewest steps that cover a time: ⌈t/η⌉.</summary>
    /// <param name="time">The time t.</param>
    /// <param name="rate">The learning rate η; positive.</param>
    let stepsOver (time: float<flowTime>) (rate: float<flowTime / step>) : int<step> =
        LanguagePrimitives.Int32WithMeasure(int (ceil (float (time / rate) * (1.0 - 1e-12))))

    /// <summary>The learning rate 2/λ above which descent leaves a minimum of sharpness λ, the largest eigenvalue of the Hessian.</summary>
    /// <param name="sharpness">λ; positive.</param>
    let largestStableRate (sharpness: float</flowTime>) : float<flowTime / step> = 2.0</step> / sharpness
