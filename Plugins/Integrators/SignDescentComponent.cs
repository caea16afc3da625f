using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>sign-descent</c>.</summary>
internal static class SignDescentComponent
{
    private static readonly Parameter<double> LearningRate = Parameter.PositiveReal(
        "learning-rate", "Learning rate $η$, by which every component of the state moves: iterate $n$ lies at time $nη$.", 0.01, double.PositiveInfinity);

    private static readonly Parameter<int> StepBudget = MaximumSteps.OfConstantSteps();

    public static Component<IIntegrator> Create() => new()
    {
        Id = "sign-descent",
        Description = "Descent along the sign of each component of the gradient, as Adam does without memory (Bernstein and others, ICML 2018); "
            + "no flow of the gradient: near a minimum it goes to and fro by $η$; straight lines between iterates.",
        Parameters = [LearningRate, StepBudget],
        Create = values => StepIntegrators.SignDescent(values.Get(LearningRate), values.Get(StepBudget)),
    };
}
