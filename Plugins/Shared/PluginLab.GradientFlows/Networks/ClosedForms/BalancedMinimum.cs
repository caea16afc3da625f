namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>Curvature and learning rates at the balanced minimum of a deep linear network: every layer holds s_i^{1/L} in mode i.</summary>
/// <remarks>Source: note 1, section "Learning rate", its to-dos answered; square layers of width n.</remarks>
public static class BalancedMinimum
{
    /// <summary>The n² eigenvalues λ_ij = Σ_{l=0}^{L−1} s_i^{2l/L} s_j^{2(L−1−l)/L} of the Hessian that are not zero by symmetry, from large to small.</summary>
    /// <param name="depth">L ≥ 1.</param>
    /// <param name="singularValues">s_i ≥ 0; with 0⁰ = 1.</param>
    public static IReadOnlyList<double> HessianEigenvalues(int depth, IReadOnlyList<double> singularValues)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentNullException.ThrowIfNull(singularValues);
        return [.. singularValues.SelectMany(_ => singularValues, (first, second) => Eigenvalue(depth, first, second)).OrderDescending()];
    }

    /// <summary>The largest eigenvalue L s₁^{2−2/L}.</summary>
    public static double Sharpness(int depth, double largestSingularValue) => depth * Math.Pow(largestSingularValue, 2 - (2.0 / depth));

    /// <summary>The largest stable learning rate 2 / (L s₁^{2−2/L}) of gradient descent.</summary>
    public static double LargestLearningRate(int depth, double largestSingularValue) => 2 / Sharpness(depth, largestSingularValue);

    /// <summary>How many times the steps of mode 1 mode i needs to converge: (s₁/s_i)^{2−2/L}; 0 for s_i = 0, which has nothing to learn.</summary>
    public static double Slowdown(int depth, double largestSingularValue, double singularValue) =>
        singularValue == 0 ? 0 : Math.Pow(largestSingularValue / singularValue, 2 - (2.0 / depth));

    /// <summary>The learning rate 2/(s_i + s_j) at which the off-diagonal entries of modes i and j of a two-layer network stop decaying.</summary>
    public static double PairThreshold(double first, double second) => 2 / (first + second);

    /// <summary>λ_ij = Σ_{l=0}^{L−1} s_i^{2l/L} s_j^{2(L−1−l)/L}, of the direction that changes the entry of modes i and j.</summary>
    /// <param name="depth">L ≥ 1.</param>
    /// <param name="first">s_i ≥ 0; with 0⁰ = 1.</param>
    /// <param name="second">s_j ≥ 0.</param>
    public static double Eigenvalue(int depth, double first, double second)
    {
        double sum = 0;
        for (int l = 0; l < depth; l++)
        {
            sum += Math.Pow(first, 2.0 * l / depth) * Math.Pow(second, 2.0 * (depth - 1 - l) / depth);
        }

        return sum;
    }
}
