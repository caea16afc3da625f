namespace PluginLab.FSharp.Tests.Scripting

open System
open System.Threading
open NUnit.Framework
open PluginLab.Experiments
open PluginLab.FSharp
open PluginLab.FSharp.Tests
open PluginLab.FSharp.Tests.Samples
open PluginLab.Numerics.Integration

type ExperimentTests() =
    [<Test>]
    member _.``A run has metrics, claims with verdicts and figures``() =
        let report = decay |> Experiment.run [ "rate" => 2.0 ]

        Assert.That(report.Metric "half-life", Is.EqualTo(log 2.0 / 2.0).Within(1e-9))
        Assert.That((report.Claim "half-life").Verdict, Is.EqualTo Verdict.Supported)
        Assert.That((report.Figure "decay").Svg, Does.StartWith "<svg")
        Assert.That((report.Figure "decay").Csv, Does.StartWith "panel,mark")
        Assert.That(report.Parameters, Is.EqualTo(box [ "rate", "2"; "count", "20" ]))
        Assert.That(report.IsAsExpected)

    [<Test>]
    member _.``A figure states what its claims support``() =
        Assert.That(((decay |> Experiment.run []).Figure "decay").Title, Is.EqualTo "$x$ halves on time")

    [<Test>]
    member _.``Under the control of a claim it is refuted, and the figure does not state it``() =
        let control = Control.ScaledRightHandSide 1.1
        let report = decay |> Experiment.runWith { Setup.standard with Control = Some control }

        Assert.That((report.Claim "half-life").Verdict, Is.EqualTo Verdict.Refuted)
        Assert.That((report.Figure "decay").Title, Is.EqualTo "Decay <of> $x$")
        Assert.That(report.IsAsExpected, Is.False)

    [<Test>]
    member _.``Integrator, seed and typed values are those of the setup``() =
        let setup =
            { Setup.standard with
                Values = [ rate.Is 2.0; count.Is 10 ]
                Integrator = StepIntegrators.RungeKutta4 0.01
                Seed = 7UL }
        let report, same = decay |> Experiment.runWith setup, decay |> Experiment.runWith setup

        Assert.That(report.Integrator, Does.Contain "0.01")
        Assert.That(report.Metric "random", Is.EqualTo(same.Metric "random").And.Not.EqualTo((decay |> Experiment.run []).Metric "random"))

    [<Test>]
    member _.``A wrong value is refused with all that would be right``() =
        let refusal values = Built.refusal<ArgumentException> (fun () -> decay |> Experiment.run values |> ignore)

        Assert.That(refusal [ "rat" => 2.0 ], Is.EqualTo "Experiment 'decay' has no parameter 'rat'; it has 'rate', 'count'.")
        Assert.That(refusal [ rate.Is 13.0 ], Is.EqualTo "The rate must not be 13.")

    [<Test>]
    member _.``A cancelled run ends``() =
        let cancelled = { Setup.standard with CancellationToken = CancellationToken true }

        Assert.That(
            System.Action(fun () -> decay |> Experiment.runWith cancelled |> ignore),
            Throws.InstanceOf<OperationCanceledException>())

    [<Test>]
    member _.``What a report does not have is named beside what it has``() =
        let report = decay |> Experiment.run []

        Assert.That(
            System.Action(fun () -> report.Metric "half" |> ignore),
            Throws.ArgumentException.With.Message.Contains "The report of 'decay' has no metric 'half'; it has: half-life, random.")

    [<Test>]
    member _.``A bundled experiment runs without the host``() =
        let report = Experiment.load (Built.plugin "DiagonalCase") |> Experiment.run [ "singular-values" => [ 3; 1 ] ]

        Assert.That(report.Experiment, Is.EqualTo "diagonal-case")
        Assert.That(report.IsAsExpected, string report)
        Assert.That(report.Figures, Is.Not.Empty)

    [<Test>]
    member _.``A plugin without experiments is said so``() =
        Assert.That(
            System.Action(fun () -> Experiment.load (Built.plugin "Integrators") |> ignore),
            Throws.ArgumentException.With.Message.Contains "the plugin has no experiment")
