using PluginLab.Extensibility;

namespace PluginLab.Testing;

/// <summary>What holds for a catalog: something is offered, under distinct ids.</summary>
internal static class CatalogContract
{
    /// <summary>Checks a catalog.</summary>
    public static void Check(PluginCatalog catalog, FaultList faults)
    {
        (string Kind, string[] Ids)[] kinds =
        [
            ("experiment id", [.. catalog.Experiments.Select(experiment => experiment.Info.Id)]),
            ("system id", [.. catalog.Systems.Select(system => system.Id)]),
            ("integrator id", [.. catalog.Integrators.Select(integrator => integrator.Id)]),
            ("renderer id", [.. catalog.Renderers.Select(renderer => renderer.Id)]),
        ];
        if (kinds.All(kind => kind.Ids.Length == 0))
        {
            faults.Error(ContractCode.Parameters, "it offers nothing; list an experiment, a system, an integrator or a renderer.");
        }

        foreach ((string kind, string[] ids) in kinds)
        {
            faults.CheckNames(ContractCode.Parameters, kind, ids);
        }
    }
}
