namespace PluginLab.FSharp.Tests.Authoring

open NUnit.Framework
open PluginLab.Experiments
open PluginLab.Figures
open PluginLab.FSharp

type EvidenceTests() =
    [<Test>]
    member _.``What a claim leaves out is the usual``() =
        let claim = Claim.Near("id", "statement", "source", -4.0, -4.1, 0.05)
        let expected =
            Claim(
                Id = "id", Statement = "statement", Source = "source", Predicted = -4.0, Measured = -4.1, Uncertainty = 0.0,
                Bound = Bound.Near(-4.0, 0.05), Expected = Verdict.Supported)

        Assert.That(claim, Is.EqualTo expected)

    [<Test>]
    member _.``Every part of a claim can be said``() =
        let control = Control.ScaledRightHandSide 2.0
        let claim =
            Claim.Of(
                "id", "statement", "source", 1.0, 2.0, Bound.AtLeast 3.0, uncertainty = 0.5, expected = Verdict.Refuted,
                correctedForm = "better", notApplicable = "reason", control = control)
        let expected =
            Claim(
                Id = "id", Statement = "statement", Source = "source", Predicted = 1.0, Measured = 2.0, Uncertainty = 0.5,
                Bound = Bound.AtLeast 3.0, Expected = Verdict.Refuted, CorrectedForm = "better", NotApplicable = "reason",
                Control = control)

        Assert.That(claim, Is.EqualTo expected)

    [<Test>]
    member _.``The words that a figure leaves out follow from its title``() =
        let line = Line(Id = "x", X = [ 0.0; 1.0 ], Y = [ 0.0; 1.0 ])
        let figure = Figure.Of("id", "Growth of $x_1$", Axis.Linear "t", Axis.Linear "x", [ line ])

        Assert.That(figure.Caption, Is.EqualTo "Growth of $x_1$")
        Assert.That(figure.AltText, Does.StartWith("Growth of x").And.Not.Contain "$")
        Assert.That(figure.Panels[0].Marks, Has.Count.EqualTo 1)
