using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Observables;
using PluginLab.Numerics.Tests.LinearAlgebra;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class HessianVectorProductTests
{
    private static readonly Matrix Rows = MatrixAssertions.Random(7, 5, seed: 4).Scale(0.5);
    private static readonly double[] State = new RandomNumbers(1, "state").NextGaussians(5);
    private static readonly double[] Direction = new RandomNumbers(2, "direction").NextGaussians(5);

    private static double[] Expected => [.. TestFlows.ExponentialHessian(Rows, State).Multiply(new Matrix(5, 1, Direction)).Values];

    private static double[] Product(HessianVectorProduct hessian, double[] state, double[] direction)
    {
        double[] product = new double[hessian.Dimension];
        hessian.Evaluate(state, direction, product);
        return product;
    }

    private static double Distance(double[] first, double[] second) => Math.Sqrt(first.Zip(second, (x, y) => (x - y) * (x - y)).Sum());

    [Test]
    public void By_dual_numbers_a_product_is_exact_to_rounding()
    {
        var hessian = HessianVectorProduct.Of(TestFlows.Exponential(Rows));

        double error = Distance(Product(hessian, State, Direction), Expected);

        Assert.That((hessian.IsExact, hessian.EstimateError(State, Direction)), Is.EqualTo((true, 0.0)));
        Assert.That(error, Is.LessThan(MatrixAssertions.Rounding * Distance(Expected, new double[5])));
    }

    [TestCase(1.0)]
    [TestCase(1e-9)]
    [TestCase(1e9)]
    public void Central_differences_know_their_error_whatever_the_length_of_the_direction(double length)
    {
        var hessian = HessianVectorProduct.Of(TestFlows.WithoutDuals(TestFlows.Exponential(Rows)));
        double[] direction = [.. Direction.Select(component => length * component)];

        double error = Distance(Product(hessian, State, direction), [.. Expected.Select(component => length * component)]);

        double estimate = hessian.EstimateError(State, direction);
        Assert.That(hessian.IsExact, Is.False);
        Assert.That(error, Is.LessThan(estimate));
        Assert.That(estimate, Is.LessThan(1e-9 * length * Distance(Expected, new double[5])));
    }

    [FsCheck.NUnit.Property]
    public bool The_error_of_a_difference_is_within_its_estimate_anywhere(ushort seed)
    {
        Matrix rows = MatrixAssertions.Random(7, 5, seed).Scale(0.5);
        double[] state = new RandomNumbers(seed, "state").NextGaussians(5);
        double[] direction = new RandomNumbers(seed, "direction").NextGaussians(5);
        var hessian = HessianVectorProduct.Of(TestFlows.WithoutDuals(TestFlows.Exponential(rows)));
        double[] exact = [.. TestFlows.ExponentialHessian(rows, state).Multiply(new Matrix(5, 1, direction)).Values];

        return Distance(Product(hessian, state, direction), exact) <= hessian.EstimateError(state, direction);
    }

    [Test]
    public void Central_differences_work_at_the_origin_and_in_no_direction()
    {
        var hessian = HessianVectorProduct.Of(TestFlows.WithoutDuals(TestFlows.Quadratic(Matrix.Diagonal([2, -3]))));

        Assert.That(Product(hessian, [0, 0], [1, 1]), Is.EqualTo(new[] { 2.0, -3.0 }).Within(1e-12));
        Assert.That(Product(hessian, [1, 1], [0, 0]), Is.EqualTo(new[] { 0.0, 0.0 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_product_allocates_nothing(bool hasDuals)
    {
        IDynamicsSystem system = TestFlows.Exponential(Rows);
        var hessian = HessianVectorProduct.Of(hasDuals ? system : TestFlows.WithoutDuals(system));
        double[] product = new double[5];
        hessian.Evaluate(State, Direction, product);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            hessian.Evaluate(State, Direction, product);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void A_vector_of_another_length_is_refused()
    {
        var hessian = HessianVectorProduct.Of(TestFlows.Exponential(Rows));

        Assert.That(() => hessian.Evaluate(State, [1, 2], new double[5]), Throws.ArgumentException.With.Message.Contains("2 components; the system has dimension 5"));
    }
}
