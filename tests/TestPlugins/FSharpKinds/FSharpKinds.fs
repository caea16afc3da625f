namespace TestPlugins

open PluginLab.Experiments
open PluginLab.Extensibility

/// Experiments of every kind that F# has for a value with an interface.
type RecordExperiment =
    { Name: string }

    interface IExperiment with
        member this.Info = ExperimentInfo(Id = this.Name, Title = "A record", Question = "Does it load?")
        member _.Run _ = ExperimentResult(Notes = [ sprintf "%A" [ 1; 2 ] ])

type UnionExperiment =
    | Slow
    | Fast of speed: int

    interface IExperiment with
        member this.Info =
            let id = match this with Slow -> "slow" | Fast speed -> $"fast-{speed}"
            ExperimentInfo(Id = id, Title = "A union", Question = "Does it load?")
        member _.Run _ = ExperimentResult()

module Values =
    let expression =
        { new IExperiment with
            member _.Info = ExperimentInfo(Id = "expression", Title = "An object expression", Question = "Does it load?")
            member _.Run _ = ExperimentResult() }

#if FAILING
    let broken: IExperiment = failwith "The module does not start."
#endif

/// The entry point may be a type in a module.
module EntryPoint =
    type Plugin() =
        interface IPlugin with
            member _.Catalog =
#if FAILING
                PluginCatalog(Experiments = [ Values.broken ])
#endif
#if NEWER
                PluginCatalog().WithMotto "later"
#endif
#if !FAILING && !NEWER
                PluginCatalog(Experiments = [ { Name = "record" }; Slow; Fast 2; Values.expression ])
#endif
