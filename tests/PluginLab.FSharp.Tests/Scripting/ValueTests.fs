namespace PluginLab.FSharp.Tests.Scripting

open System
open NUnit.Framework
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.FSharp
open PluginLab.FSharp.Tests

type ValueTests() =
    let whole = Parameter.WholeNumber("whole", "w", 1, 1, 10)
    let real = Parameter.PositiveReal("real", "r", 1.0, 10.0)
    let reals = Parameter.Reals("reals", "rs", [ 1.0 ], 0.0, 10.0)
    let choice = Parameter.Choice("choice", "c", "a", [ "a"; "b" ])
    let flag = Parameter.Flag("flag", "f", false)
    let matrix = Parameter.Matrix("matrix", "m", Matrix(1, 1, [ 0.0 ]))
    let table = Parameter.Table("table", "t")
    let must = Parameter.Real("must", "d", 0.0, 0.0, 1.0).Required()

    let kept (declared: Parameter list) (values: Value list) =
        let holds (set: ParameterSet) = not (Seq.contains (whole :> Parameter) set.Declared) || set.Get whole <> 7
        let rule = Constraint.Require("The whole number must not be 7.", holds)
        Component<ParameterSet>(Id = "kept", Description = "Keeps values.", Parameters = declared, Constraints = [ rule ], Create = id)
        |> Component.create values

    let refusal declared values = Built.refusal<ArgumentException> (fun () -> kept declared values |> ignore)

    [<Test>]
    member _.``Values of every kind are given by name``() =
        let rows = Table("here", [ "x" ], [ [| "1" |] ], [ 1 ])
        let set =
            kept
                [ whole; real; reals; choice; flag; matrix; table ]
                [ "whole" => 3; "real" => 2.5; "reals" => [ 1; 2 ]; "choice" => "b"; "flag" => true
                  "matrix" => Matrix(1, 2, [ 1.0; 2.0 ]); "table" => rows ]

        Assert.That((set.Get whole, set.Get real, set.Get choice, set.Get flag), Is.EqualTo((3, 2.5, "b", true)))
        Assert.That(set.Get reals, Is.EqualTo(box [ 1.0; 2.0 ]))
        Assert.That(set.Get matrix, Is.EqualTo(Matrix(1, 2, [ 1.0; 2.0 ])))
        Assert.That(set.Get table, Is.SameAs rows)

    [<Test>]
    member _.``What is not given has its default``() =
        Assert.That((kept [ real; table ] []).Get real, Is.EqualTo 1.0)

    [<Test>]
    member _.``Of two values for one parameter the last counts``() =
        Assert.That((kept [ whole ] [ "whole" => 2; whole.Is 5 ]).Get whole, Is.EqualTo 5)

    [<Test>]
    member _.``A value by declaration is refused at once``() =
        Assert.That(
            Built.refusal<ArgumentOutOfRangeException> (fun () -> whole.Is 11 |> ignore),
            Does.Contain "it must be a whole number from 1 to 10")

    [<Test>]
    member _.``All faults are named at once``() =
        Assert.That(
            refusal [ whole; real; must ] [ "wohle" => 2; "real" => -1.0 ],
            Is.EqualTo(
                "Component 'kept' has no parameter 'wohle'; it has 'whole', 'real', 'must'. "
                + "Parameter 'real' is -1; it must be a number above 0 and up to 10. "
                + "Component 'kept' needs parameter 'must'; give it a number from 0 to 1."))

    [<Test>]
    member _.``A component without parameters says so``() =
        Assert.That(refusal [] [ "whole" => 2 ], Is.EqualTo "Component 'kept' has no parameter 'whole', nor any other.")

    [<Test>]
    member _.``A rule across parameters is checked``() =
        Assert.That(refusal [ whole ] [ "whole" => 7 ], Is.EqualTo "The whole number must not be 7.")

    [<Test>]
    member _.``A number that is not finite is refused in words``() =
        Assert.That(refusal [ real ] [ "real" => nan ], Does.Contain "Parameter 'real' is \"NaN\"; it must be")

    [<Test>]
    member _.``A path is no table here``() =
        Assert.That(
            refusal [ table ] [ "table" => "a.csv" ],
            Is.EqualTo "A table cannot be read from 'a.csv' here; give a Table instead of a path.")
