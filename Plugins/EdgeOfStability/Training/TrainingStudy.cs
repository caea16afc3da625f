using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.Observables;

namespace PluginLab.Plugins.EdgeOfStability.Training;

/// <summary>Two layers trained by gradient descent: below the edge of mode 1, above it, and from an unbalanced minimum, reached by the flow, above the edge.</summary>
internal sealed record TrainingStudy
{
    /// <summary>κ of the run below the edge.</summary>
    public const double FractionBelow = 0.9;

    /// <summary>(w₁² − w₂²)/s₁ of mode 1 at the unbalanced start.</summary>
    public const double Imbalance = 1.5;

    /// <summary>2/η of the unbalanced run, over the sharpness of the minimum that the flow reaches.</summary>
    public const double EdgeFraction = 0.96;

    private const double InitialStrength = 1e-3;
    private const double SmallWeight = 0.05;
    private const double Noise = 1e-3;
    private const double FlowTimes = 60;

    public required IReadOnlyList<double> SingularValues { get; init; }

    /// <summary>κ of the run above the edge.</summary>
    public required double Fraction { get; init; }

    public required DescentRun Below { get; init; }

    public required DescentRun Above { get; init; }

    public required DescentRun Unbalanced { get; init; }

    /// <summary>The sharpness where the flow ends from an unbalanced start: there, slightly shaken, descent begins.</summary>
    public required double FlowSharpness { get; init; }

    /// <summary>max_i a_i² + max_j b_j² at the minimum diag(a) diag(b) that the flow reaches from the unbalanced start.</summary>
    public required double PredictedFlowSharpness { get; init; }

    public static TrainingStudy Measure(ExperimentContext context, IReadOnlyList<double> singularValues, double fraction, int steps)
    {
        LinearNetwork network = new BalancedNetwork(singularValues, 2).Network;
        double largest = singularValues[0];
        double[] balanced = Start(context, "balanced-start", [.. singularValues.Select(_ => 1.0)], [.. singularValues.Select(_ => 1.0)], Math.Sqrt(InitialStrength * largest));
        UnbalancedPair pair = new(1, Math.Sqrt(Imbalance + (SmallWeight * SmallWeight)), SmallWeight);
        double[] others = [.. singularValues.Skip(1).Select(_ => SmallWeight)];
        double[] unbalanced = Start(
            context, "unbalanced-start", [Math.Sqrt(Imbalance + (SmallWeight * SmallWeight)), .. others], [SmallWeight, .. others], Math.Sqrt(largest));
        double predicted = LargestEigenvalue(singularValues, pair);
        double[] reached = EndOfFlow(context, network, unbalanced);
        return new TrainingStudy
        {
            SingularValues = singularValues,
            Fraction = fraction,
            Below = DescentRun.Train(context, network, balanced, FractionBelow / largest, steps),
            Above = DescentRun.Train(context, network, balanced, fraction / largest, steps),
            Unbalanced = DescentRun.Train(context, network, Shaken(context, reached, Math.Sqrt(largest)), 2 / (EdgeFraction * predicted), steps),
            FlowSharpness = Sharpness.At(network, reached).Value,
            PredictedFlowSharpness = predicted,
        };
    }

    /// <summary>Diagonal layers times a scale, with Gaussian noise on every weight so that no symmetry is exact.</summary>
    private static double[] Start(ExperimentContext context, string purpose, double[] first, double[] second, double scale)
    {
        RandomNumbers random = context.CreateRandom(purpose);
        Matrix noise = RandomMatrices.Gaussian(2 * first.Length, first.Length, Noise, random);
        double[] diagonals = [.. Matrix.Diagonal(first).Values, .. Matrix.Diagonal(second).Values];
        return [.. diagonals.Select((weight, k) => scale * (weight + (noise.Values[k] * (weight == 0 ? SmallWeight : weight))))];
    }

    private static double LargestEigenvalue(IReadOnlyList<double> singularValues, UnbalancedPair leading)
    {
        // Mode 1 of the pair with target 1, in units of s₁; the others are balanced.
        double second = singularValues.Count > 1 ? singularValues[1] : 0;
        (double a, double b) = leading.Limit;
        return Math.Max(a * a * singularValues[0], second) + Math.Max(b * b * singularValues[0], second);
    }

    private static double[] EndOfFlow(ExperimentContext context, LinearNetwork network, double[] start)
    {
        double slowest = network.Target[network.Target.Rows - 1, network.Target.Columns - 1];
        return context.Solve(new InitialValueProblem(network, start, 0, FlowTimes / slowest), SaveAt.End).Trajectory.LastState.ToArray();
    }

    private static double[] Shaken(ExperimentContext context, double[] state, double scale)
    {
        double[] noise = context.CreateRandom("shaken-minimum").NextGaussians(state.Length);
        return [.. state.Zip(noise, (weight, number) => weight + (Noise * scale * number))];
    }
}
