using PluginLab.Dynamics;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>runge-kutta-chebyshev-2</c>.</summary>
internal static class RungeKuttaChebyshev2Component
{
    private static readonly AdaptiveOptions Options = new(relativeTolerance: 1e-6, absoluteTolerance: 1e-9, ControlGains.Predictive);

    public static Component<IIntegrator> Create() => new()
    {
        Id = "runge-kutta-chebyshev-2",
        Description = "Runge–Kutta–Chebyshev, order 2 with adaptive steps of as many stages as stability needs, the first chosen automatically, and dense output of order 3 "
            + "(Sommeijer, Shampine and Verwer, J. Comput. Appl. Math. 88, 1997); for stiff gradient flows.",
        Parameters = Options.Parameters,
        Counterpart = "dormand-prince-5",
        Create = values => StepIntegrators.RungeKuttaChebyshev2(Options.StepSizes(values), Options.StepBudget(values)),
    };
}
