using PluginLab.Dynamics;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>dormand-prince-8</c>.</summary>
internal static class DormandPrince8Component
{
    private static readonly AdaptiveOptions Options = new(relativeTolerance: 1e-9, absoluteTolerance: 1e-12, ControlGains.ProportionalIntegral);

    public static Component<IIntegrator> Create() => new()
    {
        Id = "dormand-prince-8",
        Description = "Dormand–Prince 8(5,3), order 8 with adaptive steps, the first chosen automatically, and dense output of order 7 (Prince and Dormand, J. Comput. Appl. Math. 7, 1981; "
            + "Hairer, Nørsett and Wanner, DOP853); fewer evaluations than order 5 where relative tolerances are below 1e-8 and the problem is not stiff.",
        Parameters = Options.Parameters,
        Counterpart = "dormand-prince-5",
        Create = values => StepIntegrators.DormandPrince8(Options.StepSizes(values), Options.StepBudget(values)),
    };
}
