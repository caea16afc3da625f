namespace PluginLab.FSharp.Tests.Scripting

open System
open System.IO
open NUnit.Framework
open PluginLab.Experiments
open PluginLab.FSharp
open PluginLab.FSharp.Tests

/// What the host wrote, read back.
type ResultsTests() =
    let folder = Directory.CreateTempSubdirectory "pluginlab-results-"

    let results = Path.Combine(folder.FullName, "results")

    [<OneTimeSetUp>]
    member _.RunHost() =
        File.WriteAllText(
            Path.Combine(folder.FullName, "experiments.json"),
            """{ "version": 1, "runs": [
                   { "name": "tied", "experiment": "tied-mode-fsharp", "parameters": { "target": 2 } },
                   { "name": "hard", "experiment": "tied-mode-fsharp",
                     "integrator": { "use": "runge-kutta-4", "step": 1, "maximum-steps": 3 } } ] }""")
        let exitCode, output = Built.runHost folder.FullName [ "run" ]
        Assert.That(exitCode, Is.EqualTo 5, output)

    [<OneTimeTearDown>]
    member _.Remove() = folder.Delete true

    [<Test>]
    member _.``Every run is there, ordered by name``() =
        Assert.That(Results.load results |> List.map _.Name, Is.EqualTo(box [ "hard"; "tied" ]))

    [<Test>]
    member _.``Metrics and claims have the bits of a run without the host``() =
        let stored = Results.load results |> Results.find "tied"
        let here = Experiment.load (Built.plugin "FSharpSample") |> Experiment.run [ "target" => 2.0 ]
        let withoutControl (c: Claim) =
            Claim.Of(c.Id, c.Statement, c.Source, c.Predicted, c.Measured, c.Bound, uncertainty = c.Uncertainty, expected = c.Expected)

        Assert.That(stored.Metrics, Is.EqualTo(box here.Metrics))
        Assert.That(stored.Claims, Is.EqualTo(box (List.map withoutControl here.Claims)))
        Assert.That((stored.Experiment, stored.Title), Is.EqualTo((here.Experiment, here.Title)))
        Assert.That((stored.Question, stored.Integrator), Is.EqualTo((here.Question, here.Integrator)))
        Assert.That(stored.Parameters, Is.EqualTo(box here.Parameters))
        Assert.That(stored.IsAsExpected)

    [<Test>]
    member _.``Figures are the files of the run``() =
        let drawing = (Results.load results |> Results.find "tied").Figure "strength"

        Assert.That(drawing.Svg, Is.EqualTo(File.ReadAllText(Path.Combine(results, "runs", "tied", "figures", "strength.svg"))))
        Assert.That(drawing.Csv, Is.EqualTo(File.ReadAllText(Path.Combine(results, "runs", "tied", "data", "strength.csv"))))
        Assert.That(drawing.Figure, Is.EqualTo None)

    [<Test>]
    member _.``A run that failed says why``() =
        let failed = Results.load results |> Results.find "hard"

        Assert.That(Option.toObj failed.Failure, Does.Contain "MaxStepsReached")
        Assert.That(failed.IsAsExpected, Is.False)
        Assert.That(failed.ToHtml(), Does.Contain "MaxStepsReached")

    [<Test>]
    member _.``A name that is not there is named beside those that are``() =
        Assert.That(
            System.Action(fun () -> Results.load results |> Results.find "tie" |> ignore),
            Throws.ArgumentException.With.Message.Contains "There is no run 'tie' in these results; there are: hard, tied.")

    [<Test>]
    member _.``A folder without results is said so``() =
        Assert.That(
            System.Action(fun () -> Results.load folder.FullName |> ignore),
            Throws.InstanceOf<DirectoryNotFoundException>().With.Message.Contains "`pluginlab run` writes one")

    [<TestCase("{", "damaged")>]
    [<TestCase("{}", "damaged")>]
    [<TestCase("""{ "name": 3 }""", "damaged")>]
    member _.``A damaged report is named``(json: string, words: string) =
        Built.inTemporaryFolder (fun other ->
            let run = Directory.CreateDirectory(Path.Combine(other, "runs", "one"))
            File.WriteAllText(Path.Combine(run.FullName, "report.json"), json)
            Assert.That(
                System.Action(fun () -> Results.load other |> ignore),
                Throws.InstanceOf<FormatException>().With.Message.Contains("report.json").And.Message.Contains words)
        )
