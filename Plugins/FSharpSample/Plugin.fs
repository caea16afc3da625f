namespace PluginLab.Plugins.FSharpSample

open PluginLab.Extensibility

/// The entry point: an explicit list of what the plugin offers.
type FSharpSamplePlugin() =
    interface IPlugin with
        member _.Catalog =
            PluginCatalog(Experiments = [ TiedMode.experiment ], Integrators = [ BogackiShampine.integrator ])
