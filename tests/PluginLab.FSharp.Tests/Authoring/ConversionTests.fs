namespace PluginLab.FSharp.Tests.Authoring

open System
open MathNet.Numerics.LinearAlgebra
open NUnit.Framework
open PluginLab.Dynamics
open PluginLab.FSharp
open PluginLab.FSharp.Tests

type ConversionTests() =
    let dense = Matrix<float>.Build.DenseOfRowArrays([| 1.0; 2.0; 3.0 |], [| 4.0; 5.0; 6.0 |])

    [<Test>]
    member _.``A matrix goes to MathNet and comes back the same``() =
        let matrix = PluginLab.Experiments.Matrix(2, 3, [ 1.0; 2.0; 3.0; 4.0; 5.0; 6.0 ])

        Assert.That(matrix.ToMathNet(), Is.EqualTo dense)
        Assert.That(PluginLab.Experiments.Matrix.OfMathNet(matrix.ToMathNet()), Is.EqualTo matrix)

    [<Test>]
    member _.``A trajectory has a row for each time``() =
        let trajectory = Trajectory.OfMathNet([ 0.0; 0.5 ], dense)

        Assert.That(trajectory.Times, Is.EqualTo(box [ 0.0; 0.5 ]))
        Assert.That(trajectory.State(1).ToArray(), Is.EqualTo(box [| 4.0; 5.0; 6.0 |]))
        Assert.That(trajectory.ToMathNet(), Is.EqualTo dense)

    [<Test>]
    member _.``Times that do not match the rows are refused``() =
        Assert.That(System.Action(fun () -> Trajectory.OfMathNet([ 0.0 ], dense) |> ignore), Throws.InstanceOf<ArgumentException>())

    [<Test>]
    member _.``An empty trajectory is refused with what to do``() =
        let refusal = Built.refusal<ArgumentException> (fun () -> Trajectory([], []).ToMathNet() |> ignore)

        Assert.That(refusal, Does.Contain "save at least one point")
