using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>w₁²w₂ beside w₁w₂w₃, both from a product ε.</summary>
internal sealed record DegreeThreeStudy
{
    private const int PointsPerPath = 600;
    private const double ShownTimes = 1.25;

    public required QuadraticRuns Runs { get; init; }

    public required double InitialProduct { get; init; }

    /// <summary>T1 of w₁w₂w₃ from three equal weights.</summary>
    public required double CubicTime { get; init; }

    /// <summary>T1 of w₁²w₂ from w₁ = √2 w₂.</summary>
    public required double BalancedTime { get; init; }

    /// <summary>T1 of w₁²w₂ from w₁ = w₂.</summary>
    public required double EqualStartTime { get; init; }

    /// <summary>The exact T1 from w₁ = w₂.</summary>
    public required double PredictedEqualStartTime { get; init; }

    public required Trajectory CubicPath { get; init; }

    public required Trajectory BalancedPath { get; init; }

    public required Trajectory EqualStartPath { get; init; }

    public static DegreeThreeStudy Measure(QuadraticRuns runs, double initialProduct)
    {
        double half = runs.Target / 2;
        BalancedMonomial theory = new(runs.Target, runs.Quadratic.Exponents);
        double cubicTime = theory.Product.HittingTime(initialProduct, half);
        double equal = Math.Cbrt(initialProduct);
        double equalStartTime = new MonomialHittingTime(runs.Target, [2, 1], [equal, equal]).To(half);
        double[] cubicStart = runs.Cubic.BalancedState(initialProduct);
        double[] balancedStart = runs.Quadratic.BalancedState(initialProduct);
        IReadOnlyList<double> shown = Spacing.Linear(0, ShownTimes * cubicTime, PointsPerPath);
        return new DegreeThreeStudy
        {
            Runs = runs,
            InitialProduct = initialProduct,
            CubicTime = runs.Solve.TimeTo(runs.Cubic, cubicStart, half, cubicTime),
            BalancedTime = runs.Solve.TimeTo(runs.Quadratic, balancedStart, half, theory.HittingTime(initialProduct, half)),
            EqualStartTime = runs.Solve.TimeTo(runs.Quadratic, [equal, equal], half, equalStartTime),
            PredictedEqualStartTime = equalStartTime,
            CubicPath = runs.Solve.Follow(runs.Cubic, cubicStart, shown),
            BalancedPath = runs.Solve.Follow(runs.Quadratic, balancedStart, shown),
            EqualStartPath = runs.Solve.Follow(runs.Quadratic, [equal, equal], shown),
        };
    }
}
