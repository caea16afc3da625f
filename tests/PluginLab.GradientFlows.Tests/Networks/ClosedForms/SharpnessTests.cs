using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.Observables;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

/// <summary>The measured sharpness beside the formulas of the flows.</summary>
public sealed class SharpnessTests
{
    private const double Tolerance = 1e-8;

    private static readonly double[] SingularValues = [2, 1.5, 0.4];

    /// <summary>Layers Q_{l−1} diag(s^{1/L}) Q_lᵀ with random turns Q, and the target that they reach.</summary>
    private static (LinearNetwork Network, double[] State) BalancedMinimumOf(int depth)
    {
        int n = SingularValues.Length;
        Matrix[] turns = [.. Enumerable.Range(0, depth + 1).Select(l => RandomMatrices.Orthogonal(n, new RandomNumbers((ulong)l, "turn")))];
        Matrix Between(int first, int last, double power) =>
            turns[first].Multiply(Matrix.Diagonal([.. SingularValues.Select(value => Math.Pow(value, power))])).Multiply(turns[last].Transpose());
        LinearNetwork network = new(Between(0, depth, 1), [.. Enumerable.Repeat(n, depth + 1)]);
        return (network, network.State([.. Enumerable.Range(0, depth).Select(l => Between(l, l + 1, 1.0 / depth))]));
    }

    /// <summary>The gradient ∂M_ij/∂W_l = s_i^((l−1)/L) s_j^((L−l)/L) E_ij of an entry of the product, turned with the layers.</summary>
    private static double[] DirectionOf(LinearNetwork network, int depth, int i, int j)
    {
        Matrix Turn(int l) => RandomMatrices.Orthogonal(SingularValues.Length, new RandomNumbers((ulong)l, "turn"));
        double Slope(int l) => Math.Pow(SingularValues[i], (l - 1.0) / depth) * Math.Pow(SingularValues[j], (depth - (double)l) / depth);
        return network.State([.. Enumerable.Range(1, depth).Select(l =>
            Turn(l - 1).Multiply(Matrix.Create(SingularValues.Length, SingularValues.Length, (row, column) => (row, column) == (i, j) ? Slope(l) : 0)).Multiply(Turn(l).Transpose()))]);
    }

    [Test]
    public void At_a_balanced_minimum_of_a_network_it_is_that_of_the_strongest_mode([Values(1, 2, 3, 4)] int depth)
    {
        (LinearNetwork network, double[] state) = BalancedMinimumOf(depth);

        var sharpness = Sharpness.At(network, state, Tolerance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((sharpness.IsConverged, sharpness.IsExact), Is.EqualTo((true, true)));
            Assert.That(sharpness.Value, Is.EqualTo(BalancedMinimum.Sharpness(depth, SingularValues[0])).Within(sharpness.ErrorEstimate));
            Assert.That(sharpness.Value, Is.EqualTo(BalancedMinimum.HessianEigenvalues(depth, SingularValues)[0]).Within(sharpness.ErrorEstimate));
            Assert.That(sharpness.LargestStableLearningRate, Is.EqualTo(BalancedMinimum.LargestLearningRate(depth, SingularValues[0])).Within(Tolerance));
        }
    }

    [Test]
    public void The_direction_of_each_pair_of_modes_is_an_eigenvector_with_the_eigenvalue_of_that_pair([Values(1, 2, 3, 4)] int depth)
    {
        (LinearNetwork network, double[] state) = BalancedMinimumOf(depth);
        var products = HessianVectorProduct.Of(network);
        double[] product = new double[state.Length];
        Assert.Multiple(() =>
        {
            foreach ((int i, int j) in from i in Enumerable.Range(0, SingularValues.Length) from j in Enumerable.Range(0, SingularValues.Length) select (i, j))
            {
                double[] direction = DirectionOf(network, depth, i, j);
                products.Evaluate(state, direction, product);
                double eigenvalue = BalancedMinimum.Eigenvalue(depth, SingularValues[i], SingularValues[j]);
                Assert.That(product, Is.EqualTo(direction.Select(value => eigenvalue * value)).Within(1e-12 * BalancedMinimum.Sharpness(depth, SingularValues[0])), $"{i}, {j}");
            }
        });
    }

    [TestCase(new[] { 1, 1 }, new[] { 1.0, 3.0 })]
    [TestCase(new[] { 2, 1 }, new[] { 0.8, 2.0 })]
    [TestCase(new[] { 1, 1, 1, 2 }, new[] { 1.0, -2.0, 0.5, 1.3 })]
    [TestCase(new[] { 4 }, new[] { 1.1 })]
    public void At_a_minimum_of_a_monomial_it_is_the_squared_gradient(int[] exponents, double[] state)
    {
        Monomial monomial = new(new Monomial(0, exponents).EvaluateProduct(state), exponents);

        var sharpness = Sharpness.At(monomial, state, Tolerance);

        Assert.That((sharpness.IsConverged, sharpness.IsExact), Is.EqualTo((true, true)));
        Assert.That(sharpness.Value, Is.EqualTo(monomial.EvaluateSharpnessAtMinimum(state)).Within(sharpness.ErrorEstimate));
    }

    [Test]
    public void At_the_end_of_an_unbalanced_pair_it_is_the_rate_of_the_approach()
    {
        UnbalancedPair pair = new(2, 1.5, 0.1);
        (double first, double second) = pair.StateAt(100);

        var sharpness = Sharpness.At(Monomial.Product(2, 2), [first, second], Tolerance);

        Assert.That(sharpness.Value, Is.EqualTo(pair.Sharpness).Within(sharpness.ErrorEstimate));
    }

    [Test]
    public void The_origin_of_a_product_of_two_is_a_saddle_that_falls_along_the_diagonal()
    {
        // H = −s [[0, 1], [1, 0]].
        var sharpness = Sharpness.At(Monomial.Product(3, 2), [0, 0], Tolerance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sharpness.Smallest.Value, Is.EqualTo(-3).Within(sharpness.Smallest.ErrorEstimate));
            Assert.That(sharpness.Value, Is.EqualTo(3).Within(sharpness.ErrorEstimate));
            Assert.That(Alignment.Of([.. sharpness.Smallest.Vector], [1, 1]), Is.EqualTo(1).Within(Tolerance));
        }
    }

    [Test]
    public void A_network_of_width_64_converges_in_few_products()
    {
        const int width = 64;
        Matrix target = Matrix.Diagonal([.. Enumerable.Range(0, width).Select(i => 2.0 / (i + 1))]);
        LinearNetwork network = new(target, [width, width, width]);
        double[] state = new RandomNumbers(1, "start").NextGaussians(network.Dimension);

        var sharpness = Sharpness.At(network, state, 1e-6);

        Assert.That(sharpness.IsConverged, Is.True);
        Assert.That(sharpness.ProductCount, Is.LessThan(100));
    }
}
