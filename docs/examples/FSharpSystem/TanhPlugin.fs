module TanhPlugin

open PluginLab.Extensibility

type TanhPlugin() =
    interface IPlugin with member _.Catalog = PluginCatalog(Systems = [ TanhProduct.system ], Experiments = [ TanhSweep.sweep ])
