namespace PluginLab.FSharp.Tests.Scripting

open System.IO
open NUnit.Framework
open PluginLab.Figures
open PluginLab.FSharp
open PluginLab.FSharp.Tests

type FigureTests() =
    let line = Line(Id = "x", X = [ 0.0; 1.0 ], Y = [ 0.0; 1.0 ])
    let figure = Figure.Of("growth", "Growth", Axis.Linear "t", Axis.Linear "x", [ line ])

    [<Test>]
    member _.``A saved figure is its SVG, in folders made for it``() =
        Built.inTemporaryFolder (fun folder ->
            let path = Path.Combine(folder, "a", "b", "growth.svg")
            Figure.save path figure
            Assert.That(File.ReadAllText path, Is.EqualTo(Figure.toSvg figure).And.StartsWith "<svg")
        )

    [<Test>]
    member _.``Options reach the drawing``() =
        let svg = Figure.toSvgWith (RenderOptions(PrintSize = PrintSize(86.0, 60.0), IsTitleShown = false)) figure

        Assert.That(svg, Does.Contain "width=\"86mm\" height=\"60mm\"")

    [<Test>]
    member _.``A figure that cannot be drawn is named``() =
        let uneven = Figure.Of("uneven", "Uneven", Axis.Linear "t", Axis.Linear "x", [ Line(Id = "x", X = [ 0.0; 1.0 ], Y = [ 0.0 ]) ])

        Assert.That(Built.refusal<FigureException> (fun () -> Figure.toSvg uneven |> ignore), Does.Contain "uneven")
