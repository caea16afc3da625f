using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Integrators;

/// <summary>Declares <c>heavy-ball</c>.</summary>
internal static class HeavyBallComponent
{
    private const double LargestMomentum = 0.999999;

    private static readonly Parameter<double> LearningRate = Parameter.PositiveReal(
        "learning-rate", "Learning rate $η$: iterate $n$ lies at time $nη$.", 0.01, double.PositiveInfinity);

    private static readonly Parameter<double> Momentum = Parameter.Real(
        "momentum", "Momentum $β$, the share of the last step's velocity that is kept, below 1.", 0.9, 0, LargestMomentum);

    private static readonly Parameter<int> StepBudget = MaximumSteps.OfConstantSteps();

    public static Component<IIntegrator> Create() => new()
    {
        Id = "heavy-ball",
        Description = "Gradient descent with momentum, $v ← βv + f(x)$, $x ← x + ηv$ (Polyak, USSR Comput. Math. Math. Phys. 4, 1964); "
            + "it trains $1/(1 − β)$ times as fast as the flow and diverges from a minimum whose sharpness exceeds $2(1 + β)/η$; straight lines between iterates.",
        Parameters = [LearningRate, Momentum, StepBudget],
        Create = values => StepIntegrators.HeavyBall(values.Get(LearningRate), values.Get(Momentum), values.Get(StepBudget)),
    };
}
