/// A right-hand side written once in F#, and what makes it a system over doubles, lanes and duals.
module PluginLab.FSharpFormulas.Pendulum

open System
open PluginLab.Dynamics

/// A constant in the scalar that is asked for. A literal beside a ^T would make F# take ^T for float.
type Number =
    static member Of(x: float, _: float) = x
    static member Of(x: float, _: Real) = Real x
    static member Of(x: float, _: Lanes) = Lanes.op_Implicit x
    static member Of(x: float, _: Dual<'T>) = Dual<'T>.op_Implicit x

let inline number (x: float) : ^T =
    let inline ofKind (_: ^N) (kind: ^K) = ((^N or ^K): (static member Of: float * ^K -> ^K) (x, kind))
    ofKind Unchecked.defaultof<Number> Unchecked.defaultof< ^T >

/// A damped pendulum of softened spring, x'' = −p x/√(1 + x²) − |x'|^1.5 x' e^−t, with functions of every kind.
let inline rightHandSide (t: ^T) (x: ReadOnlySpan< ^T >) (p: ReadOnlySpan< ^T >) (derivative: Span< ^T >) =
    let one = number 1.0
    let damping = (abs x[1]) ** (number 1.5: ^T) * exp (-t) + log (one + pown x[1] 2) / number 4.0
    derivative[0] <- x[1]
    derivative[1] <- -p[0] * x[0] / sqrt (one + x[0] * x[0]) - damping * x[1]

let private parameters = [| 2.0 |]

/// The system.
type Pendulum() =
    member _.Dimension = 2
    interface IDynamicsSystem with
        member _.Dimension = 2
        member _.EvaluateDerivative(t, x, derivative) = rightHandSide t x (ReadOnlySpan parameters) derivative
    interface IParametricSystem<float> with
        member _.Dimension = 2
        member _.DefaultParameters = parameters
        member _.EvaluateDerivative(t, x, p, derivative) = rightHandSide t x p derivative
    interface IParametricSystem<Real> with
        member _.Dimension = 2
        member _.DefaultParameters = parameters
        member _.EvaluateDerivative(t, x, p, derivative) = rightHandSide t x p derivative
    interface IParametricSystem<Lanes> with
        member _.Dimension = 2
        member _.DefaultParameters = parameters
        member _.EvaluateDerivative(t, x, p, derivative) = rightHandSide t x p derivative
    interface IParametricSystem<Dual<Real>> with
        member _.Dimension = 2
        member _.DefaultParameters = parameters
        member _.EvaluateDerivative(t, x, p, derivative) = rightHandSide t x p derivative
    interface IParametricSystem<Dual<Lanes>> with
        member _.Dimension = 2
        member _.DefaultParameters = parameters
        member _.EvaluateDerivative(t, x, p, derivative) = rightHandSide t x p derivative
