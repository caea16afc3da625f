namespace PluginLab.FSharp

open System
open System.Globalization
open System.Net
open System.Text
open PluginLab.Experiments
open PluginLab.Figures
open PluginLab.FSharp.Notebook

module internal Html =
    let encode (text: string) = WebUtility.HtmlEncode text |> string

    let rich (source: string) =
        try
            encode (RichText.Parse(source).ToPlainText())
        with :? FormatException ->
            encode source

    /// Six digits, and all of them where one points at the number.
    let number (value: float) =
        let short = Double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        $"""<span title="{NumberText.Of value}">{NumberText.Of short}</span>"""

    let verdict (claim: Claim) =
        match claim with
        | Supported when claim.IsAsExpected -> "supported"
        | Refuted when claim.IsAsExpected -> "refuted, as expected"
        | NotApplicable reason -> $"not applicable: {rich reason}"
        | _ -> $"<strong>{string claim.Verdict}, and {string claim.Expected} was expected</strong>".ToLowerInvariant()

    let row cell (cells: string seq) =
        let marked = cells |> Seq.map (fun text -> $"<{cell}>{text}</{cell}>") |> String.concat ""
        $"<tr>{marked}</tr>"

    let table (header: string list) (rows: string list seq) =
        if Seq.isEmpty rows then ""
        else $"""<table><thead>{row "th" header}</thead><tbody>{rows |> Seq.map (row "td") |> String.concat ""}</tbody></table>"""

/// <summary>A figure of a report, drawn: one that was just made, or one of a results folder.</summary>
[<Sealed; TypeFormatterSource(typeof<HtmlFormatterSource>)>]
type Drawing internal (id: string, title: string, caption: string, figure: Figure option, svg: Lazy<string>, csv: Lazy<string>) =
    /// <summary>Identifier, unique within the experiment.</summary>
    member _.Id = id

    /// <summary>Title; rich text.</summary>
    member _.Title = title

    /// <summary>What is drawn; rich text.</summary>
    member _.Caption = caption

    /// <summary>The figure itself; none for one that was read from files.</summary>
    member _.Figure = figure

    /// <summary>The SVG document.</summary>
    member _.Svg = svg.Value

    /// <summary>What the figure shows, as CSV.</summary>
    member _.Csv = csv.Value

    /// <summary>Writes the SVG file; folders that are missing are made.</summary>
    /// <param name="path">Path of the file.</param>
    member drawing.Save(path: string) : unit = TextFile.write path drawing.Svg

    /// <summary>An HTML element that shows the figure on any page, apart from the styles and ids there.</summary>
    member drawing.ToHtml() : string =
        let data = Convert.ToBase64String(Encoding.UTF8.GetBytes drawing.Svg)
        let image = $"""<img alt="{Html.rich title}" src="data:image/svg+xml;base64,{data}"/>"""
        $"<figure>{image}<figcaption>{Html.rich caption}</figcaption></figure>"

    /// <inheritdoc/>
    override _.ToString() = $"{id}: {RichText.Parse(title).ToPlainText()}"

    interface IHtml with
        member drawing.ToHtml() = drawing.ToHtml()

/// <summary>What a run found: one that was carried out here, or one of a results folder.</summary>
[<TypeFormatterSource(typeof<HtmlFormatterSource>); ReferenceEquality; StructuredFormatDisplay("{Text}")>]
type Report =
    {
        /// Name of the run; the experiment's id where it has none.
        Name: string
        /// Id of the experiment.
        Experiment: string
        /// Title of the experiment.
        Title: string
        /// The question that it answers; rich text.
        Question: string
        /// Each parameter with its value, as JSON.
        Parameters: (string * string) list
        /// Name of the integrator, with its settings.
        Integrator: string
        /// Seed of all random numbers.
        Seed: uint64
        /// Why the run did not finish; none if it did.
        Failure: string option
        /// The claims, each with its evidence and verdict.
        Claims: Claim list
        /// The measured numbers.
        Metrics: Metric list
        /// What a reader should know besides; rich text.
        Notes: string list
        /// The figures, drawn when they are asked for.
        Figures: Drawing list
    }

    member private report.Find kind name (items: 'T list) (nameOf: 'T -> string) =
        match items |> List.tryFind (fun item -> nameOf item = name) with
        | Some item -> item
        | None ->
            let names = items |> List.map nameOf |> String.concat ", "
            invalidArg (nameof name) $"The report of '{report.Name}' has no {kind} '{name}'; it has: {names}."

    /// <summary>The value of a metric.</summary>
    /// <exception cref="T:System.ArgumentException">There is none of that name; the message lists those that there are.</exception>
    member report.Metric(name: string) : float = (report.Find "metric" name report.Metrics _.Name).Value

    /// <summary>A claim.</summary>
    /// <exception cref="T:System.ArgumentException">There is none of that id; the message lists those that there are.</exception>
    member report.Claim(id: string) : Claim = report.Find "claim" id report.Claims _.Id

    /// <summary>A figure.</summary>
    /// <exception cref="T:System.ArgumentException">There is none of that id; the message lists those that there are.</exception>
    member report.Figure(id: string) : Drawing = report.Find "figure" id report.Figures _.Id

    /// <summary>Whether the run finished with every verdict the expected one, or not applicable.</summary>
    member report.IsAsExpected = report.Failure.IsNone && report.Claims |> List.forall _.IsAsExpected

    /// <summary>The report as an HTML fragment: verdicts, metrics, notes and figures.</summary>
    member report.ToHtml() : string =
        let claimRow (claim: Claim) =
            let margin = if claim.Uncertainty = 0.0 then "" else $" ± {Html.number claim.Uncertainty}"
            [ Html.verdict claim; Html.rich claim.Statement; Html.number claim.Predicted
              $"{Html.number claim.Measured}{margin}"; Html.rich claim.Source ]
        let metricRow (metric: Metric) = [ Html.encode metric.Name; Html.number metric.Value; Html.rich metric.Description ]
        String.concat
            "\n"
            [ $"<h3>{Html.rich report.Title}</h3>"
              $"<p>{Html.rich report.Question}</p>"
              for reason in Option.toList report.Failure do
                  $"<p><strong>{Html.encode reason}</strong></p>"
              Html.table [ "verdict"; "claim"; "predicted"; "measured"; "source" ] (List.map claimRow report.Claims)
              Html.table [ "metric"; "value"; "meaning" ] (List.map metricRow report.Metrics)
              for note in report.Notes do
                  $"<p>{Html.rich note}</p>"
              for drawing in report.Figures do
                  drawing.ToHtml() ]

    /// <summary>The report in a few lines of text.</summary>
    member report.Text =
        let counts = report.Claims |> List.countBy _.Verdict |> List.map (fun (verdict, count) -> $"{count} {verdict}")
        String.concat
            "\n"
            [ $"{report.Name}: {RichText.Parse(report.Title).ToPlainText()}"
              for reason in Option.toList report.Failure do
                  $"  failed: {reason}"
              $"""  claims: {String.concat ", " counts}"""
              for metric in report.Metrics do
                  $"  {metric.Name} = {NumberText.Of metric.Value}"
              $"""  figures: {report.Figures |> List.map _.Id |> String.concat ", "}""" ]

    /// <inheritdoc/>
    override report.ToString() = report.Text

    interface IHtml with
        member report.ToHtml() = report.ToHtml()
