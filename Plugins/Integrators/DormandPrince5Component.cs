using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>dormand-prince-5</c>.</summary>
internal static class DormandPrince5Component
{
    // Below this, rounding is larger than any tolerated error of a step.
    private const double SmallestRelativeTolerance = 1e-14;

    private static readonly Parameter<double> RelativeTolerance = Parameter.Real(
        "relative-tolerance", "Tolerated error of a step per unit of state.", 1e-9, SmallestRelativeTolerance, 0.1);

    private static readonly Parameter<double> AbsoluteTolerance = Parameter.PositiveReal(
        "absolute-tolerance", "Tolerated error of a step where the state is zero, in units of the state.", 1e-12, double.PositiveInfinity);

    private static readonly Parameter<int> StepBudget = MaximumSteps.Declare();

    public static Component<IIntegrator> Create() => new()
    {
        Id = "dormand-prince-5",
        Description = "Dormand–Prince 5(4), order 5 with adaptive steps and dense output of order 4 (Dormand and Prince, J. Comput. Appl. Math. 6, 1980); "
            + "the method of choice unless the problem is stiff.",
        Parameters = [RelativeTolerance, AbsoluteTolerance, StepBudget],
        Create = values => StepIntegrators.DormandPrince5(values.Get(RelativeTolerance), values.Get(AbsoluteTolerance), values.Get(StepBudget)),
    };
}
