using PluginLab.Dynamics;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>dormand-prince-5</c>.</summary>
internal static class DormandPrince5Component
{
    private static readonly AdaptiveOptions Options = new(relativeTolerance: 1e-9, absoluteTolerance: 1e-12, ControlGains.ProportionalIntegral);

    public static Component<IIntegrator> Create() => new()
    {
        Id = "dormand-prince-5",
        Description = "Dormand–Prince 5(4), order 5 with adaptive steps, the first chosen automatically, and dense output of order 4 (Dormand and Prince, J. Comput. Appl. Math. 6, 1980); "
            + "the method of choice unless the problem is stiff.",
        Parameters = Options.Parameters,
        Counterpart = "dormand-prince-8",
        Create = values => StepIntegrators.DormandPrince5(Options.StepSizes(values), Options.StepBudget(values)),
    };
}
