namespace PluginLab.FSharp

open System
open System.Collections.Generic
open System.Globalization
open System.IO
open System.Text.Json
open PluginLab.Experiments

/// Reads <c>report.json</c>.
module internal StoredReport =
    let private text (key: string) (element: JsonElement) = string (element.GetProperty(key).GetString())

    let private optional (key: string) (element: JsonElement) =
        match element.TryGetProperty key with
        | true, value -> Option.ofObj (value.GetString())
        | _ -> None

    let private real (key: string) (element: JsonElement) =
        let value = element.GetProperty key
        if value.ValueKind = JsonValueKind.Number then value.GetDouble()
        else Double.Parse(string (value.GetString()), CultureInfo.InvariantCulture)

    let private items (key: string) (element: JsonElement) = element.GetProperty(key).EnumerateArray() |> List.ofSeq

    let private claim (stored: JsonElement) =
        let bound = stored.GetProperty "bound"
        Claim.Of(
            text "id" stored, text "statement" stored, text "source" stored, real "predicted" stored, real "measured" stored,
            Bound(real "lower" bound, real "upper" bound),
            uncertainty = real "uncertainty" stored,
            expected = Enum.Parse<Verdict>((text "expected" stored).Replace("-", ""), ignoreCase = true),
            ?correctedForm = optional "correctedForm" stored,
            ?notApplicable = optional "notApplicable" stored)

    let private drawing (root: string) (stored: JsonElement) =
        let content key =
            let path = Path.Combine(root, text key stored)
            lazy (File.ReadAllText path)
        Drawing(text "id" stored, text "title" stored, text "caption" stored, None, content "image", content "data")

    /// <param name="root">The results folder, to which paths of figures are relative.</param>
    /// <param name="json">The content of the file.</param>
    let parse (root: string) (json: string) : Report =
        use document = JsonDocument.Parse json
        let report = document.RootElement
        { Name = text "name" report
          Experiment = text "experiment" report
          Title = text "title" report
          Question = text "question" report
          Parameters = [ for value in report.GetProperty("parameters").EnumerateObject() -> value.Name, value.Value.GetRawText() ]
          Integrator = text "name" (report.GetProperty "integrator")
          Seed = report.GetProperty("seed").GetUInt64()
          Failure = optional "failure" report
          Claims = items "claims" report |> List.map claim
          Metrics = [ for metric in items "metrics" report -> Metric(text "name" metric, text "description" metric, real "value" metric) ]
          Notes = [ for note in items "notes" report -> string (note.GetString()) ]
          Figures = items "figures" report |> List.map (drawing root) }

/// <summary>Reading back what <c>pluginlab run</c> wrote.</summary>
[<RequireQualifiedAccess>]
module Results =
    let private read (root: string) (file: string) =
        try
            StoredReport.parse root (File.ReadAllText file)
        with
        | :? JsonException
        | :? KeyNotFoundException
        | :? InvalidOperationException
        | :? FormatException
        | :? ArgumentException as fault ->
            raise (FormatException($"{file} is no report of a run, or is damaged: {fault.Message} Run `pluginlab run` again.", fault))

    /// <summary>Reads a results folder: a report for each run, ordered by name. Figures are read when they are asked for.</summary>
    /// <param name="folder">The folder that <c>pluginlab run</c> wrote, such as <c>results</c>.</param>
    /// <exception cref="T:System.IO.DirectoryNotFoundException">It is no results folder.</exception>
    /// <exception cref="T:System.FormatException">A report in it is damaged; the message names the file.</exception>
    let load (folder: string) : Report list =
        let runs = Path.Combine(folder, "runs")
        if not (Directory.Exists runs) then
            let remedy = "`pluginlab run` writes one, to ./results unless --out says otherwise."
            raise (DirectoryNotFoundException $"{folder} is no results folder: it has no folder 'runs'. {remedy}")
        Directory.GetDirectories runs
        |> Array.sortWith (fun first second -> String.CompareOrdinal(first, second))
        |> Array.map (fun run -> Path.Combine(run, "report.json"))
        |> Array.filter File.Exists
        |> Array.map (read folder)
        |> List.ofArray

    /// <summary>The report of one run.</summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="reports">What <c>load</c> returned.</param>
    /// <exception cref="T:System.ArgumentException">There is none of that name; the message lists those that there are.</exception>
    let find (name: string) (reports: Report list) : Report =
        match reports |> List.tryFind (fun report -> report.Name = name) with
        | Some report -> report
        | None ->
            let names = reports |> List.map _.Name |> String.concat ", "
            invalidArg (nameof name) $"There is no run '{name}' in these results; there are: {names}."
