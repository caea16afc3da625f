using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.Observables;
using PluginLab.Numerics.Tests.LinearAlgebra;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class SharpnessTests
{
    private const int Size = 40;

    private static readonly double[] Anywhere = new RandomNumbers(5, "state").NextGaussians(Size);

    private static double[] RandomState(int size, ulong seed) => [.. new RandomNumbers(seed, "state").NextGaussians(size).Select(component => 0.3 * component)];

    [Test]
    public void Both_ends_of_the_spectrum_are_those_of_the_full_Hessian([Values] bool hasDuals, [Values(1UL, 2UL, 3UL)] ulong seed)
    {
        Matrix rows = MatrixAssertions.Random(9, 12, seed).Scale(0.5);
        double[] state = RandomState(12, seed);
        IReadOnlyList<double> exact = SymmetricEigendecomposition.Compute(TestFlows.ExponentialHessian(rows, state)).Eigenvalues;
        IDynamicsSystem flow = TestFlows.Exponential(rows);

        var sharpness = Sharpness.At(hasDuals ? flow : TestFlows.WithoutDuals(flow), state);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((sharpness.IsConverged, sharpness.IsExact), Is.EqualTo((true, hasDuals)));
            Assert.That(sharpness.Value, Is.EqualTo(exact[0]).Within(Math.Min(sharpness.ErrorEstimate, 1e-8 * exact[0])));
            Assert.That(exact.Min(value => Math.Abs(value - sharpness.Smallest.Value)), Is.LessThanOrEqualTo(sharpness.Smallest.ErrorEstimate));
        }
    }

    [Test]
    public void An_eigenvalue_lies_within_the_error_estimate_and_so_does_the_largest(
        [Values(1UL, 2UL, 3UL, 4UL, 5UL)] ulong seed, [Values(1e-1, 1e-3, 1e-6, 1e-12)] double tolerance)
    {
        Matrix matrix = TestFlows.RandomSymmetric(Size, seed);
        IReadOnlyList<double> exact = SymmetricEigendecomposition.Compute(matrix).Eigenvalues;

        var sharpness = Sharpness.At(TestFlows.Quadratic(matrix), Anywhere, tolerance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sharpness.IsConverged, Is.True);
            Assert.That(sharpness.ErrorEstimate, Is.LessThanOrEqualTo(tolerance * Math.Max(exact[0], -exact[^1]) * (1 + tolerance)));
            Assert.That(Math.Abs(sharpness.Value - exact[0]), Is.LessThanOrEqualTo(sharpness.ErrorEstimate));
        }
    }

    [Test]
    public void A_looser_tolerance_takes_fewer_products()
    {
        IDynamicsSystem flow = TestFlows.Quadratic(TestFlows.RandomSymmetric(Size, seed: 1));

        Assert.That(Sharpness.At(flow, Anywhere, 1e-2).ProductCount, Is.LessThan(Sharpness.At(flow, Anywhere, 1e-10).ProductCount));
    }

    [Test]
    public void The_vector_is_stretched_by_the_eigenvalue()
    {
        Matrix matrix = TestFlows.RandomSymmetric(Size, seed: 7);

        var sharpness = Sharpness.At(TestFlows.Quadratic(matrix), Anywhere, 1e-12);

        Matrix vector = new(Size, 1, sharpness.Largest.Vector);
        Assert.That(vector.FrobeniusNorm(), Is.EqualTo(1).Within(MatrixAssertions.Rounding));
        Assert.That(matrix.Multiply(vector).Subtract(vector.Scale(sharpness.Value)).FrobeniusNorm(), Is.LessThanOrEqualTo(sharpness.ErrorEstimate));
    }

    [Test]
    public void Too_few_products_end_without_convergence_but_with_an_error()
    {
        Matrix matrix = TestFlows.RandomSymmetric(Size, seed: 3);

        var sharpness = Sharpness.At(TestFlows.Quadratic(matrix), Anywhere, 1e-8, maximumProducts: 4);

        Assert.That(sharpness.IsConverged, Is.False);
        Assert.That(SymmetricEigendecomposition.Compute(matrix).Eigenvalues.Min(value => Math.Abs(value - sharpness.Value)), Is.LessThanOrEqualTo(sharpness.ErrorEstimate));
    }

    [TestCase(3.0)]
    [TestCase(-2.0)]
    [TestCase(0.0)]
    public void One_dimension_has_one_eigenvalue(double value)
    {
        var sharpness = Sharpness.At(TestFlows.Quadratic(Matrix.Diagonal([value])), [0.5]);

        Assert.That((sharpness.Value, sharpness.Smallest.Value, sharpness.IsConverged), Is.EqualTo((value, value, true)));
    }

    [Test]
    public void A_Hessian_of_zeros_has_sharpness_zero_and_any_learning_rate_is_stable()
    {
        var sharpness = Sharpness.At(TestFlows.Quadratic(Matrix.Create(6, 6, (_, _) => 0)), new double[6]);

        Assert.That((sharpness.Value, sharpness.ErrorEstimate, sharpness.IsConverged), Is.EqualTo((0.0, 0.0, true)));
        Assert.That(sharpness.LargestStableLearningRate, Is.EqualTo(double.PositiveInfinity));
    }

    [Test]
    public void Equal_eigenvalues_are_found_in_as_many_products_as_there_are_different_ones()
    {
        var sharpness = Sharpness.At(TestFlows.Quadratic(Matrix.Diagonal([2, 2, 2, -1, -1, 2, 2, 2])), new double[8], 1e-12);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sharpness.Value, Is.EqualTo(2).Within(1e-14));
            Assert.That(sharpness.Smallest.Value, Is.EqualTo(-1).Within(1e-14));
            Assert.That(sharpness.IsConverged, Is.True);
            Assert.That(sharpness.ProductCount, Is.EqualTo(4), "two of the search and one for each end's error");
        }
    }

    [Test]
    public void The_largest_stable_learning_rate_is_two_over_the_sharpness() =>
        Assert.That(Sharpness.At(TestFlows.Quadratic(Matrix.Diagonal([8, 1])), [0, 0]).LargestStableLearningRate, Is.EqualTo(0.25).Within(1e-14));

    [Test]
    public void A_state_that_is_not_a_number_gives_no_number([Values] bool hasDuals)
    {
        IDynamicsSystem flow = TestFlows.Exponential(MatrixAssertions.Random(3, 3, seed: 1));

        var sharpness = Sharpness.At(hasDuals ? flow : TestFlows.WithoutDuals(flow), [0, double.NaN, 0]);

        Assert.That((sharpness.Value, sharpness.ErrorEstimate, sharpness.Smallest.Value), Is.EqualTo((double.NaN, double.NaN, double.NaN)));
        Assert.That((sharpness.IsConverged, sharpness.Largest.Vector.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void A_right_hand_side_that_is_no_gradient_does_not_converge()
    {
        Matrix rotation = Matrix.Create(4, 4, (i, j) => i == j ? 1 : i < j ? 2 : -2);

        Assert.That(Sharpness.At(TestFlows.Quadratic(rotation), new double[4]).IsConverged, Is.False);
    }

    [Test]
    public void The_same_state_gives_the_same_bits()
    {
        IDynamicsSystem flow = TestFlows.Quadratic(TestFlows.RandomSymmetric(Size, seed: 2));

        (var first, var second) = (Sharpness.At(flow, Anywhere), Sharpness.At(flow, Anywhere));

        Assert.That(second.Largest.Vector, Is.EqualTo(first.Largest.Vector));
    }

    [Test]
    public void Settings_that_end_no_search_are_refused()
    {
        IDynamicsSystem flow = TestFlows.Quadratic(Matrix.Diagonal([1, 2]));

        Assert.That(() => Sharpness.At(flow, [0, 0], relativeTolerance: 0), Throws.InstanceOf<ArgumentException>().With.Message.Contains("must be positive"));
        Assert.That(() => Sharpness.At(flow, [0, 0], maximumProducts: 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => Sharpness.At(flow, [0]), Throws.ArgumentException.With.Message.Contains("1 components; the system has dimension 2"));
    }
}
