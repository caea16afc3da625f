namespace PluginLab.FSharp

open System
open System.Collections.Generic
open PluginLab.Experiments

/// <summary>What an <c>experiment</c> expression has said so far.</summary>
type ExperimentDraft =
    internal
        { Title: string
          Question: string
          Parameters: IReadOnlyList<Parameter>
          Constraints: IReadOnlyList<Constraint>
          Run: (ExperimentContext -> ExperimentResult) option }

/// <summary>Builds an experiment: <c>experiment "id" { title …; question …; parameters […]; run (fun context -> …) }</c>.</summary>
/// <param name="id">Identifier in manifests and on the command line; kebab-case, unique over all plugins.</param>
[<Sealed>]
type ExperimentBuilder(id: string) =
    let require part isGiven =
        if not isGiven then
            raise (InvalidOperationException $"Experiment '{id}' has no {part}; add a line `{part} …` between the braces.")

    /// <summary>Begins with nothing said.</summary>
    member _.Yield(_: unit) = { Title = ""; Question = ""; Parameters = []; Constraints = []; Run = None }

    /// <summary>The title of the report.</summary>
    [<CustomOperation "title">]
    member _.Title(draft: ExperimentDraft, text: string) = { draft with Title = text }

    /// <summary>The question that the experiment answers, in one sentence; rich text.</summary>
    [<CustomOperation "question">]
    member _.Question(draft: ExperimentDraft, text: string) = { draft with Question = text }

    /// <summary>Everything that a run may set; none if left out.</summary>
    [<CustomOperation "parameters">]
    member _.Parameters(draft: ExperimentDraft, declared: IReadOnlyList<Parameter>) = { draft with Parameters = declared }

    /// <summary>Rules across parameters; none if left out.</summary>
    [<CustomOperation "constraints">]
    member _.Constraints(draft: ExperimentDraft, rules: IReadOnlyList<Constraint>) = { draft with Constraints = rules }

    /// <summary>What a run does: a function of the context alone.</summary>
    [<CustomOperation "run">]
    member _.RunWith(draft: ExperimentDraft, run: ExperimentContext -> ExperimentResult) = { draft with Run = Some run }

    /// <summary>The experiment.</summary>
    /// <exception cref="T:System.InvalidOperationException">Title, question or run are missing.</exception>
    member _.Run(draft: ExperimentDraft) : IExperiment =
        require "title" (draft.Title <> "")
        require "question" (draft.Question <> "")
        require "run" draft.Run.IsSome
        let info =
            ExperimentInfo(
                Id = id, Title = draft.Title, Question = draft.Question, Parameters = draft.Parameters, Constraints = draft.Constraints)
        let run = draft.Run.Value
        { new IExperiment with
            member _.Info = info
            member _.Run context = run context }

/// The <c>experiment</c> expression.
[<AutoOpen>]
module ExperimentExpression =
    /// <summary>An experiment: <c>experiment "id" { title …; question …; parameters […]; run (fun context -> …) }</c>.</summary>
    /// <param name="id">Identifier in manifests and on the command line; kebab-case, unique over all plugins.</param>
    let experiment id = ExperimentBuilder id
