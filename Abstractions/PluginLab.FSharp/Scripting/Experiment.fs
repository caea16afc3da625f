namespace PluginLab.FSharp

open System
open System.Threading
open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Figures
open PluginLab.Rendering.Reports

/// <summary>What a run may depend on: <c>{ Setup.standard with Seed = 7UL }</c>.</summary>
type Setup =
    {
        /// Values of parameters; the others have their defaults.
        Values: Value list
        /// The integrator.
        Integrator: IIntegrator
        /// Seed of all random numbers.
        Seed: uint64
        /// A mutation of every system, to see claims refuted.
        Control: Control option
        /// Cancelled when the run should stop.
        CancellationToken: CancellationToken
    }

/// <summary>Setups.</summary>
[<RequireQualifiedAccess>]
module Setup =
    /// <summary>All defaults, the standard integrator of <c>Simulation</c>, seed 1, no control.</summary>
    let standard =
        { Values = []
          Integrator = Simulation.standardIntegrator
          Seed = 1UL
          Control = None
          CancellationToken = CancellationToken.None }

/// <summary>Running experiments without the command line.</summary>
[<RequireQualifiedAccess>]
module Experiment =
    /// <summary>Loads all experiments of a plugin.</summary>
    /// <param name="path">The plugin's DLL, or the folder in which it lies.</param>
    /// <exception cref="T:System.ArgumentException">The plugin cannot be loaded; the message says why.</exception>
    let loadAll (path: string) : IExperiment list = List.ofSeq (Plugin.load path).Experiments

    /// <summary>Loads the experiment of a plugin that has one.</summary>
    /// <param name="path">The plugin's DLL, or the folder in which it lies.</param>
    /// <exception cref="T:System.ArgumentException">It cannot be loaded, or has not one experiment; the message says what.</exception>
    let load (path: string) : IExperiment =
        match loadAll path with
        | [ only ] -> only
        | [] -> invalidArg (nameof path) $"{path}: the plugin has no experiment."
        | several ->
            let ids = several |> List.map _.Info.Id |> String.concat ", "
            invalidArg (nameof path) $"{path}: the plugin has the experiments {ids}; choose one of Experiment.loadAll."

    let private draw (figure: Figure) =
        Drawing(figure.Id, figure.Title, figure.Caption, Some figure, lazy Figure.toSvg figure, lazy FigureData.Write figure)

    /// <summary>Runs an experiment with a setup of one's own.</summary>
    /// <param name="setup">Values, integrator, seed and control.</param>
    /// <param name="experiment">The experiment.</param>
    /// <returns>What it found; figures state the findings whose claims hold.</returns>
    /// <exception cref="T:System.ArgumentException">A value is unknown, missing or not admissible; the message names each.</exception>
    /// <exception cref="T:PluginLab.Dynamics.IntegrationFailedException">A solve failed that the experiment needs.</exception>
    /// <exception cref="T:System.OperationCanceledException">The run was cancelled.</exception>
    let runWith (setup: Setup) (experiment: IExperiment) : Report =
        let info = experiment.Info
        let parameters = Binding.bind $"Experiment '{info.Id}'" info.Parameters info.Constraints setup.Values
        let result =
            experiment.Run(
                ExperimentContext(
                    Parameters = parameters,
                    Integrator = setup.Integrator,
                    Seed = setup.Seed,
                    Control = Option.toObj setup.Control,
                    CancellationToken = setup.CancellationToken))
        { Name = info.Id
          Experiment = info.Id
          Title = info.Title
          Question = info.Question
          Parameters = [ for parameter in parameters.Declared -> parameter.Name, parameters.Json parameter ]
          Integrator = setup.Integrator.Name
          Seed = setup.Seed
          Failure = None
          Claims = List.ofSeq result.Claims
          Metrics = List.ofSeq result.Metrics
          Notes = List.ofSeq result.Notes
          Figures = [ for figure in result.Figures -> draw (figure.Stating result.Claims) ] }

    /// <summary>Runs an experiment with given values and the standard setup.</summary>
    /// <param name="values">Values of parameters, such as <c>[ "rate" => 2.0 ]</c>; the others have their defaults.</param>
    /// <param name="experiment">The experiment.</param>
    /// <returns>What it found; figures state the findings whose claims hold.</returns>
    /// <exception cref="T:System.ArgumentException">A value is unknown, missing or not admissible; the message names each.</exception>
    /// <exception cref="T:PluginLab.Dynamics.IntegrationFailedException">A solve failed that the experiment needs.</exception>
    let run (values: Value list) (experiment: IExperiment) : Report = runWith { Setup.standard with Values = values } experiment
