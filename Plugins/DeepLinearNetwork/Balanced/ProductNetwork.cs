using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DeepLinearNetwork.Balanced;

/// <summary>A network of widths (1, …, 1) beside the product of as many weights.</summary>
internal static class ProductNetwork
{
    private const double InitialFraction = 0.05;
    private const double Spread = 0.1;
    private const double Margin = 1.5;
    private const int Points = 200;

    /// <summary>Statement 26, where it is an identity.</summary>
    public static Claim Claim(ExperimentContext context, double target, int depth) => new()
    {
        Id = "note1-26-widths-one",
        Statement = $"A network of widths $(1, …, 1)$ is the product $w_1 ⋯ w_{{{NumberText.Of(depth)}}}$ (largest relative distance of a weight along the flow, from unequal weights).",
        Source = "Note 1, introduction, statement 26 (networks of any width)",
        Predicted = 0,
        Measured = LargestDistance(context, target, depth),
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-12),
        Expected = Verdict.Supported,
        Control = Controls.AnotherTarget,
    };

    private static double LargestDistance(ExperimentContext context, double target, int depth)
    {
        double weight = Math.Pow(InitialFraction * target, 1.0 / depth);
        double[] start = [.. Enumerable.Range(0, depth).Select(i => weight * (1 + (Spread * i)))];
        double endTime = Margin * new BalancedProduct(target, depth).GrowthTime(InitialFraction * target);
        Trajectory network = Solve(new LinearNetwork(new Matrix(1, 1, [target]), [.. Enumerable.Repeat(1, depth + 1)]));
        Trajectory product = Solve(Monomial.Product(target, depth));
        return Largest.Of(Enumerable.Range(0, depth).SelectMany(i =>
            network.Component(i).Zip(product.Component(i), (left, right) => Math.Abs(left - right) / Math.Abs(right))));

        Trajectory Solve(IDynamicsSystem system) =>
            context.Solve(new InitialValueProblem(system, start, 0, endTime), SaveAt.EquallySpaced(0, endTime, Points)).Trajectory;
    }
}
