using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DeepLinearNetwork.Gaussian;

/// <summary>The flow from a Gaussian start, which is neither balanced nor aligned, and the imbalance that it keeps.</summary>
/// <param name="Task">Network and target.</param>
/// <param name="Shown">Equally spaced states, for figures.</param>
/// <param name="LargestDrift">The largest change of an imbalance W_lᵀW_l − W_{l+1}W_{l+1}ᵀ after any step, over s₁^(2/L); NaN for one layer.</param>
internal sealed record BalanceRun(DeepTask Task, Trajectory Shown, double LargestDrift)
{
    private const int Points = 800;

    /// <summary>The loss along the path.</summary>
    public IReadOnlyList<double> Losses => Shown.Observe((_, state) => Task.Network.EvaluateLoss(state));

    /// <summary>Follows the flow from layers whose singular values are about strength^(1/L).</summary>
    public static BalanceRun Follow(ExperimentContext context, DeepTask task, double strength, double shownTime)
    {
        double[] start = task.GaussianStart(context.CreateRandom("gaussian-start"), task.StandardDeviation(strength));
        InitialValueProblem problem = new(task.Network, start, 0, shownTime);
        Trajectory steps = context.Solve(problem, SaveAt.EveryStep).Trajectory;
        Trajectory shown = context.Solve(problem, SaveAt.EquallySpaced(0, shownTime, Points)).Trajectory;
        return new(task, shown, Drift(task, steps));
    }

    /// <summary>Over the states that the method computes: dense output between them has errors of its own.</summary>
    private static double Drift(DeepTask task, Trajectory steps)
    {
        double unit = Math.Pow(task.SingularValues[0], 2.0 / task.Depth);
        return Largest.Of(Enumerable.Range(1, task.Depth - 1).SelectMany(layer =>
        {
            Matrix initial = task.Network.Imbalance(steps.State(0), layer);
            return Enumerable.Range(0, steps.Count).Select(i => task.Network.Imbalance(steps.State(i), layer).Subtract(initial).FrobeniusNorm() / unit);
        }));
    }

    /// <summary>What is conserved between neighbouring layers.</summary>
    public Claim Claim() => new()
    {
        Id = "balance-conserved",
        Statement = "The imbalance $W_l^\\top W_l - W_{l+1} W_{l+1}^\\top$ of neighbouring layers is conserved (largest change from a Gaussian start, over $s_1^{2/L}$).",
        Source = "Arora, Cohen and Hazan, ICML 2018, theorem 1; note 1, 'General case', statement 34 for products",
        Predicted = 0,
        Measured = LargestDrift,
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-6),
        Expected = Verdict.Supported,
        NotApplicable = Task.Depth > 1 ? null : "One layer has no neighbour.",
        Control = Controls.OneWeightFaster,
    };
}
