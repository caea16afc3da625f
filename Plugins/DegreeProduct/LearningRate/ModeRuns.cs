using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence.Stability;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>Several modes of a linear network of square layers that learn at one rate, η = κ · 2/(L s₁^(2−2/L)), from balanced starts.</summary>
/// <param name="Depth">L.</param>
/// <param name="Modes">Singular values s_i, falling.</param>
/// <param name="LargestRate">The largest stable learning rate.</param>
/// <param name="GrowthSteps">For each mode the steps from ε to s_i/2, at κ = .01; NaN if it is not reached.</param>
/// <param name="ApproachSteps">For each mode the steps from s_i/2 to (1 − δ)s_i, at κ = .01; NaN if it is not reached.</param>
/// <param name="Curve">The course from ε at the setting's κ.</param>
/// <param name="Accuracy">δ.</param>
internal sealed record ModeRuns(
    int Depth,
    IReadOnlyList<double> Modes,
    StableRate LargestRate,
    IReadOnlyList<double> GrowthSteps,
    IReadOnlyList<double> ApproachSteps,
    ModeCurve Curve,
    double Accuracy)
{
    /// <summary>κ at which steps are counted: ratios of steps are those of the flow up to O(κ).</summary>
    public const double SlowFraction = 0.01;

    /// <summary>ε over the smallest of the modes.</summary>
    public const double InitialFraction = 1e-3;

    /// <summary>How many times the steps of the flow, and how many steps besides, a run goes on.</summary>
    private const double Patience = 1.1;
    private const double StepsOfPatience = 20;
    private const double Location = 1e-6;

    /// <summary>ε, the same for all modes.</summary>
    public double InitialStrength => InitialFraction * Modes[^1];

    public static ModeRuns Take(ExperimentContext context, LearningRateSetting setting, int depth)
    {
        IReadOnlyList<double> modes = setting.Modes;
        LinearNetwork network = new(Matrix.Diagonal(modes), [.. Enumerable.Repeat(modes.Count, depth + 1)]);
        double initial = InitialFraction * modes[^1];
        return new(
            depth,
            modes,
            LargestRates.OfNetwork(context, network, modes),
            Count(context, network, [.. modes.Select(_ => initial)], modes, 0.5),
            Count(context, network, [.. modes.Select(mode => mode / 2)], modes, 1 - setting.Accuracy),
            ModeCurve.Take(context, network, modes, initial, setting.Fraction),
            setting.Accuracy);
    }

    /// <summary>The state in which each layer holds u_i^(1/L) in mode i.</summary>
    public static double[] BalancedState(LinearNetwork network, IReadOnlyList<double> strengths) =>
        network.State([.. Enumerable.Repeat(Matrix.Diagonal([.. strengths.Select(strength => Math.Pow(strength, 1.0 / network.Depth))]), network.Depth)]);

    /// <summary>Predicted steps of the first phase of a mode over those of mode 1.</summary>
    public double GrowthRatio(int mode) => Theory(mode).GrowthTime(InitialStrength) / Theory(0).GrowthTime(InitialStrength);

    /// <summary>Predicted steps of the second phase of a mode over those of mode 1: (s₁/s_i)^(2−2/L).</summary>
    public double ApproachRatio(int mode) => BalancedMinimum.Slowdown(Depth, Modes[0], Modes[mode]);

    private BalancedProduct Theory(int mode) => new(Modes[mode], Depth);

    /// <summary>Steps of each mode from its start to a fraction of its singular value.</summary>
    private static IReadOnlyList<double> Count(ExperimentContext context, LinearNetwork network, double[] starts, IReadOnlyList<double> modes, double fraction)
    {
        double learningRate = SlowFraction * BalancedMinimum.LargestLearningRate(network.Depth, modes[0]);
        double flowTime = modes.Zip(starts, (mode, start) => new BalancedProduct(mode, network.Depth).HittingTime(start, fraction * mode)).Max();
        double endTime = (Patience * flowTime) + (StepsOfPatience * learningRate);
        InitialValueProblem problem = new InitialValueProblem(network, BalancedState(network, starts), 0, endTime)
            .WithEvents(modes.Select((mode, i) => EventFunction.Crossing($"{i}", NetworkObservables.Entry(network, i, i), fraction * mode)));
        Solution solution = context.SolveWith(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.End);
        return [.. modes.Select((_, i) => Math.Ceiling((solution.EventTime($"{i}") / learningRate) - Location))];
    }
}

/// <summary>How far every mode has come after so many steps.</summary>
/// <param name="LearningRateFraction">κ.</param>
/// <param name="Steps">Numbers of steps, from 1 on.</param>
/// <param name="Strengths">For each mode u_i/s_i after them.</param>
/// <param name="Flow">The same under gradient flow, after as many learning rates of time.</param>
internal sealed record ModeCurve(double LearningRateFraction, IReadOnlyList<double> Steps, IReadOnlyList<IReadOnlyList<double>> Strengths, IReadOnlyList<IReadOnlyList<double>> Flow)
{
    private const int Points = 160;

    /// <summary>1 − u/s of the last mode at the end.</summary>
    private const double Remainder = 1e-2;

    public static ModeCurve Take(ExperimentContext context, LinearNetwork network, IReadOnlyList<double> modes, double initial, double fraction)
    {
        double learningRate = fraction * BalancedMinimum.LargestLearningRate(network.Depth, modes[0]);
        BalancedProduct slowest = new(modes[^1], network.Depth);
        double last = Math.Ceiling(slowest.HittingTime(initial, (1 - Remainder) * modes[^1]) / learningRate) + 1;
        double[] steps = [.. Enumerable.Range(0, Points).Select(i => Math.Round(Math.Pow(last, i / (Points - 1.0)))).Distinct()];
        InitialValueProblem problem = new(network, ModeRuns.BalancedState(network, [.. modes.Select(_ => initial)]), 0, last * learningRate);
        Solution solution = context.SolveWith(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.Times(steps.Select(step => step * learningRate)));
        Trajectory trajectory = solution.PartialTrajectory;
        return new(
            fraction,
            [.. steps.Take(trajectory.Times.Count)],
            [.. modes.Select((mode, i) => (IReadOnlyList<double>)[.. trajectory.Observe(NetworkObservables.Entry(network, i, i)).Select(strength => strength / mode)])],
            [.. modes.Select(mode => (IReadOnlyList<double>)[.. steps.Select(step => new BalancedProduct(mode, network.Depth).ProductAt(initial, step * learningRate) / mode)])]);
    }
}
