namespace PluginLab.FSharp.Tests.Authoring

open System
open System.Threading
open NUnit.Framework
open PluginLab.Dynamics
open PluginLab.FSharp
open PluginLab.FSharp.Tests.Samples
open PluginLab.Numerics.Integration
open PluginLab.Numerics.Observables

type FormulaTests() =
    let derivative (system: IDynamicsSystem) (state: float array) =
        let result = Array.zeroCreate system.Dimension
        system.EvaluateDerivative(0.0, ReadOnlySpan state, Span result)
        result

    [<Test>]
    member _.``A formula is a system at its default parameters``() =
        Assert.That(derivative (Formula.system Sink 2 [ 4.0 ]) [| 3.0; 0.5 |], Is.EqualTo(box [| -5.0; -1.0 |]))

    [<Test>]
    member _.``An ensemble in lanes has the bits of single solves``() =
        let system = Formula.system Sink 2 [ 4.0 ]
        let targets = Array.init 20 (fun i -> 1.0 + float i / 7.0)
        let ensemble = Ensemble(system, Seq.collect (fun _ -> [ 0.1; 1.0 ]) targets, 0.0, 2.0).WithParameters targets
        let integrator = StepIntegrators.DormandPrince5(1e-8, 1e-10)
        let together = (integrator :?> IEnsembleIntegrator).Integrate(ensemble, EnsembleOutput.FinalStates, CancellationToken.None)

        for i in 0 .. targets.Length - 1 do
            let alone = integrator.Integrate(ensemble.Problem i, SaveAt.End, CancellationToken.None)
            Assert.That(together.FinalState(i).ToArray(), Is.EqualTo(box (alone.Trajectory.LastState.ToArray())))

    [<Test>]
    member _.``Duals of a formula give exact Hessian-vector products``() =
        let hessian = HessianVectorProduct.Of(Formula.system Sink 2 [ 4.0 ])
        let product = Array.zeroCreate 2
        hessian.Evaluate(ReadOnlySpan [| 3.0; 0.5 |], ReadOnlySpan [| 1.0; 1.0 |], Span product)

        Assert.That(hessian.IsExact)
        Assert.That(product, Is.EqualTo(box [| 6.0; 2.0 |]))

    [<Test>]
    member _.``A dimension below one is refused``() =
        Assert.That(System.Action(fun () -> Formula.system Sink 0 [ 4.0 ] |> ignore), Throws.InstanceOf<ArgumentOutOfRangeException>())

    [<Test>]
    member _.``An observable is one function over doubles and duals``() =
        let observable = Formula.observable Weighted
        let along (value: float) (direction: float) = Dual<Real>(Real value, Real direction)
        let dual = observable.Evaluate(along 0.0 0.0, ReadOnlySpan [| along 1.0 0.0; along 2.0 1.0 |], ReadOnlySpan.Empty)

        Assert.That(observable.Evaluate(0.0, ReadOnlySpan [| 1.0; 2.0 |], ReadOnlySpan.Empty), Is.EqualTo 7.0)
        Assert.That((dual.Derivative = Real 3.0))
