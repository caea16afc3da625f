using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>runge-kutta-4</c>.</summary>
internal static class RungeKutta4Component
{
    private static readonly Parameter<double> Step = Parameter.PositiveReal("step", "Constant step size $h$, in units of time.", 0.01, double.PositiveInfinity);

    private static readonly Parameter<int> StepBudget = MaximumSteps.OfConstantSteps();

    public static Component<IIntegrator> Create() => new()
    {
        Id = "runge-kutta-4",
        Description = "The classical Runge–Kutta method of order 4 with a constant step and dense output of order 3 (Kutta, Z. Math. Phys. 46, 1901); "
            + "stable while step times sharpness is below 2.78.",
        Parameters = [Step, StepBudget],
        Counterpart = "dormand-prince-5",
        Create = values => StepIntegrators.RungeKutta4(values.Get(Step), values.Get(StepBudget)),
    };
}
