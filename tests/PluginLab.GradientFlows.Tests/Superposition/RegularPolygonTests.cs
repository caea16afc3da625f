using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.GradientFlows.Tests.Superposition;

public sealed class RegularPolygonTests
{
    private static readonly SparseInputs Inputs = SparseInputs.OnGrid(5, [8, 3, 1, 1, 1]);

    [TestCase(0.02)]
    [TestCase(0.05)]
    public void The_best_pentagon_is_a_stationary_point_of_the_whole_model(double density)
    {
        var pentagon = RegularPolygon.Best(Inputs, density);
        ToyModel model = Model(density);
        double[] derivative = new double[model.Dimension];
        model.EvaluateDerivative(0, model.State(pentagon.Vectors(5), null, pentagon.Bias), derivative);
        Assert.That(derivative, Is.All.EqualTo(0.0).Within(1e-15));
    }

    [Test]
    public void Its_loss_is_that_of_the_model_and_less_than_that_of_other_pentagons()
    {
        var pentagon = RegularPolygon.Best(Inputs, 0.05);
        double Loss(double norm, double bias) => Model(0.05).EvaluateLoss(Model(0.05).State((pentagon with { SquaredNorm = norm }).Vectors(5), null, bias));
        (double norm, double bias) = (pentagon.SquaredNorm, pentagon.Bias);
        Assert.That(Loss(norm, bias), Is.EqualTo(pentagon.Loss).Within(1e-16));
        Assert.That(new[] { Loss(1.01 * norm, bias), Loss(0.99 * norm, bias), Loss(norm, 1.01 * bias), Loss(norm, 0.99 * bias) }, Is.All.GreaterThan(pentagon.Loss));
    }

    [Test]
    public void Corners_of_a_pentagon_are_72_degrees_apart_and_have_two_fifths_of_a_dimension()
    {
        Matrix corners = new(5, 2, new RegularPolygon(1.3, 0, 0).Vectors(5));
        Assert.That(FeatureGeometry.NeighbourAngles(corners), Is.All.EqualTo(72.0).Within(1e-12));
        Assert.That(FeatureGeometry.Dimensionalities(corners), Is.All.EqualTo(0.4).Within(1e-15));
        Assert.That(FeatureGeometry.SquaredNorms(corners), Is.All.EqualTo(1.3).Within(1e-15));
    }

    [Test]
    public void An_antipodal_pair_shares_its_dimension_in_halves() =>
        Assert.That(FeatureGeometry.Dimensionalities(new Matrix(2, 1, [1, -1])), Is.EqualTo(new[] { 0.5, 0.5 }));

    [Test]
    public void Angles_need_a_plane() =>
        Assert.That(() => FeatureGeometry.NeighbourAngles(new Matrix(2, 1, [1, -1])), Throws.ArgumentException.With.Message.Contains("need 2"));

    private static ToyModel Model(double density) => new(new ToyModelDesign { Inputs = Inputs, HiddenWidth = 2 }, density);
}
