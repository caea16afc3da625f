using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.Observables;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>All eigenvalues of the Hessian at the balanced minimum: n² of them as the formula says, the others 0.</summary>
/// <param name="Network">The network.</param>
/// <param name="Predicted">λ_ij from large to small, then zeros.</param>
/// <param name="Measured">The eigenvalues of the Hessian that its products with all unit vectors give, from large to small.</param>
internal sealed record HessianSpectrum(BalancedNetwork Network, IReadOnlyList<double> Predicted, IReadOnlyList<double> Measured)
{
    /// <summary>Number n² of directions that change the product.</summary>
    public int LearnedCount => Network.SingularValues.Count * Network.SingularValues.Count;

    /// <summary>The largest distance of an eigenvalue from its prediction, over the sharpness.</summary>
    public double LargestError => Predicted.Zip(Measured, (predicted, measured) => Math.Abs(measured - predicted)).Max() / Predicted[0];

    public static HessianSpectrum Measure(ExperimentContext context, BalancedNetwork network)
    {
        IReadOnlyList<double> learned = BalancedMinimum.HessianEigenvalues(network.Depth, network.SingularValues);
        Matrix hessian = Hessian(context, network);
        Matrix symmetric = hessian.Add(hessian.Transpose()).Scale(0.5);
        return new(
            network, [.. learned, .. Enumerable.Repeat(0.0, hessian.Rows - learned.Count)], SymmetricEigendecomposition.Compute(symmetric).Eigenvalues);
    }

    private static Matrix Hessian(ExperimentContext context, BalancedNetwork network)
    {
        var products = HessianVectorProduct.Of(context.Create(network.Network));
        int dimension = network.Network.Dimension;
        double[] unit = new double[dimension];
        double[][] rows = [.. Enumerable.Range(0, dimension).Select(_ => new double[dimension])];
        for (int i = 0; i < dimension; i++)
        {
            unit[i] = 1;
            products.Evaluate(network.Minimum, unit, rows[i]);
            unit[i] = 0;
        }

        return Matrix.FromRows(rows);
    }
}
