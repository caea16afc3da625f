using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>gradient-descent</c>.</summary>
internal static class GradientDescentComponent
{
    private static readonly Parameter<double> LearningRate = Parameter.PositiveReal(
        "learning-rate", "Learning rate $η$: iterate $n$ lies at time $nη$.", 0.01, double.PositiveInfinity);

    private static readonly Parameter<int> StepBudget = MaximumSteps.OfConstantSteps();

    public static Component<IIntegrator> Create() => new()
    {
        Id = "gradient-descent",
        Description = "Gradient descent, order 1: Euler's method with constant step $η$, the learning rate (Cauchy, C. R. Acad. Sci. Paris 25, 1847); "
            + "on a gradient flow it diverges from a minimum whose sharpness exceeds $2/η$; straight lines between iterates.",
        Parameters = [LearningRate, StepBudget],
        Create = values => StepIntegrators.GradientDescent(values.Get(LearningRate), values.Get(StepBudget)),
    };
}
