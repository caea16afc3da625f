namespace PluginLab.FSharp.Tests.Authoring

open System
open NUnit.Framework
open PluginLab.Experiments
open PluginLab.FSharp
open PluginLab.FSharp.Tests.Samples

type ExperimentBuilderTests() =
    let nothing _ = ExperimentResult()

    let refusal (build: unit -> IExperiment) = (nonNull (Assert.Throws<InvalidOperationException>(fun () -> build () |> ignore))).Message

    [<Test>]
    member _.``An expression says all that an experiment is``() =
        let info = decay.Info

        Assert.That((info.Id, info.Title, info.Question), Is.EqualTo(("decay", "Decay at rate $k$", "Does $x' = -kx$ halve in time?")))
        Assert.That(info.Parameters, Is.EqualTo(box [ rate :> Parameter; count ]))
        Assert.That(info.Constraints, Has.Count.EqualTo 1)

    [<Test>]
    member _.``A part that is missing is named with the line to add``() =
        Assert.That(
            refusal (fun () -> experiment "one" { run nothing }),
            Is.EqualTo "Experiment 'one' has no title; add a line `title …` between the braces.")
        Assert.That(refusal (fun () -> experiment "one" { title "One" }), Does.Contain "no question")
        Assert.That(
            refusal (fun () ->
                experiment "one" {
                    title "One"
                    question "Why?"
                }),
            Does.Contain "no run")
