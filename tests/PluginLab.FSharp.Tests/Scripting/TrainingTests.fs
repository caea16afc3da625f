namespace PluginLab.FSharp.Tests.Scripting

open NUnit.Framework
open PluginLab.Dynamics
open PluginLab.FSharp

type TrainingTests() =
    /// Flow of the loss 3x²/2, of sharpness 3.
    let system = DynamicsSystem.FromFunction(1, (fun _ x -> [| -3.0 * x[0] |]))

    let sharpness = 3.0</flowTime>

    let last solution =
        match solution with
        | Completed trajectory -> trajectory.LastState[0]
        | _ -> nan

    [<Test>]
    member _.``The flow decays as its closed form``() =
        Assert.That(last (Training.flow 2.0<flowTime> [ 1.0 ] system), Is.EqualTo(exp -6.0).Within(1e-8))

    [<Test>]
    member _.``Descent keeps every iterate of its closed form``() =
        let solution = Training.descend 0.1<flowTime / step> 5<step> [ 1.0 ] system

        Assert.That(solution.Trajectory.Count, Is.EqualTo 6)
        Assert.That(solution.Trajectory.Component 0, Is.EqualTo(box [| for n in 0..5 -> pown 0.7 n |]).Within(1e-15))

    [<Test>]
    member _.``No steps are the start``() =
        Assert.That(last (Training.descend 0.1<flowTime / step> 0<step> [ 1.0 ] system), Is.EqualTo 1.0)

    [<TestCase(0.99, true)>]
    [<TestCase(1.01, false)>]
    member _.``Descent approaches the minimum below the largest stable rate alone``(fraction: float, approaches: bool) =
        let rate = fraction * Training.largestStableRate sharpness

        Assert.That(abs (last (Training.descend rate 50<step> [ 1.0 ] system)) < 1.0, Is.EqualTo approaches)

    [<TestCase(1.0, 10)>]
    [<TestCase(1.01, 11)>]
    [<TestCase(0.0, 0)>]
    member _.``Steps over a time are the fewest that cover it``(time: float, steps: int) =
        Assert.That(int (Training.stepsOver (time * 1.0<flowTime>) 0.1<flowTime / step>), Is.EqualTo steps)
