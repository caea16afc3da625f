namespace PluginLab.FSharp.Tests.Scripting

open System
open System.IO
open System.Reflection
open System.Text
open System.Text.RegularExpressions
open System.Xml.Linq
open NUnit.Framework
open PluginLab.Experiments
open PluginLab.FSharp
open PluginLab.FSharp.Tests.Samples

/// What .NET Interactive does with a value: it goes by the names of an attribute and of two methods.
type NotebookTests() =
    let report = decay |> Experiment.run []

    let invoke (target: obj) (method: string) (arguments: obj array) =
        (nonNull (target.GetType().GetMethod method)).Invoke(target, arguments)

    let show (value: obj) =
        let isSource (attribute: Attribute) = attribute.GetType().Name = "TypeFormatterSourceAttribute"
        let attribute = value.GetType().GetCustomAttributes() |> Seq.find isSource
        let source = (nonNull (attribute.GetType().GetProperty "FormatterSourceType")).GetValue attribute |> nonNull :?> Type
        let formatters = invoke (nonNull (Activator.CreateInstance source)) "CreateTypeFormatters" [||]
        let formatter = nonNull formatters :?> obj seq |> Seq.exactlyOne
        use writer = new StringWriter()
        Assert.That((nonNull (formatter.GetType().GetProperty "MimeType")).GetValue formatter, Is.EqualTo "text/html")
        Assert.That(invoke formatter "Format" [| value; writer |], Is.EqualTo true)
        writer.ToString()

    [<Test>]
    member _.``A notebook shows a report as its HTML``() = Assert.That(show report, Is.EqualTo(report.ToHtml()))

    [<Test>]
    member _.``A notebook shows a figure as its HTML``() =
        Assert.That(show (report.Figure "decay"), Is.EqualTo((report.Figure "decay").ToHtml()))

    [<Test>]
    member _.``The HTML of a report is well formed, with verdicts, metrics and notes``() =
        let page = XElement.Parse $"<div>{report.ToHtml()}</div>"
        let cells = [ for cell in page.Descendants(XName.op_Implicit "td") -> cell.Value ]

        Assert.That(cells, Has.Member("supported").And.Member("half-life").And.Member "x halves in log 2/k.")
        Assert.That(page.Value, Does.Contain "Nothing <else>.")

    [<Test>]
    member _.``A verdict that is not the expected one stands out``() =
        let setup = { Setup.standard with Control = Some(Control.ScaledRightHandSide 1.1) }

        Assert.That(
            (decay |> Experiment.runWith setup).ToHtml(),
            Does.Contain "<strong>refuted, and supported was expected</strong>")

    [<Test>]
    member _.``The image in the HTML of a figure is its SVG``() =
        let data = Regex.Match((report.Figure "decay").ToHtml(), "data:image/svg\+xml;base64,([^\"]+)").Groups[1].Value

        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String data), Is.EqualTo (report.Figure "decay").Svg)

    [<Test>]
    member _.``The interactive prints a report in a few lines``() =
        Assert.That(sprintf "%A" report, Is.EqualTo(string report).And.StartsWith("decay: Decay at rate k\n  claims: 1 Supported"))
