using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Superposition;
using PluginLab.Numerics.Observables;

namespace PluginLab.GradientFlows.Tests.Superposition;

public sealed class ToyModelTests
{
    private const int Features = 3;
    private const int HiddenWidth = 2;
    private const double Density = 0.4;

    // Central differences with this step: truncation 1e-10, rounding 1e-11, both of losses and third derivatives of order 1.
    private const double DifferenceStep = 1e-5;
    private const double DifferenceTolerance = 1e-8;

    private static readonly double[] Targets = [2, 1, 0.5];

    private static IEnumerable<TestCaseData> Designs =>
        from isRectified in new[] { true, false }
        from isTied in new[] { true, false }
        from hasBias in new[] { true, false }
        select new TestCaseData(new ToyModelDesign
        {
            Inputs = SparseInputs.OnGrid(Features, [2, 2, 2]),
            HiddenWidth = HiddenWidth,
            Importances = [1, 0.7, 0.4],
            Targets = Targets,
            IsRectified = isRectified,
            IsTied = isTied,
            HasBias = hasBias,
        }).SetArgDisplayNames($"{(isRectified ? "ReLU" : "linear")}, {(isTied ? "tied" : "untied")}, {(hasBias ? "bias" : "no bias")}");

    [TestCaseSource(nameof(Designs))]
    public void The_right_hand_side_is_minus_the_gradient_away_from_kinks(ToyModelDesign design)
    {
        ToyModel model = new(design, Density);
        double[] state = Start(model);
        double[] derivative = new double[model.Dimension];
        model.EvaluateDerivative(0, state, derivative);
        Assert.That(derivative, Is.EqualTo(Enumerable.Range(0, model.Dimension).Select(i => -Difference(model, state, i))).Within(DifferenceTolerance));
    }

    [TestCaseSource(nameof(Designs))]
    public void Lanes_and_duals_have_the_bits_of_doubles(ToyModelDesign design)
    {
        ToyModel model = new(design, Density);
        double[] state = Start(model);
        (double[] derivative, Lanes[] lanes, Dual<Real>[] duals) = (new double[model.Dimension], new Lanes[model.Dimension], new Dual<Real>[model.Dimension]);
        model.EvaluateDerivative(0, state, derivative);
        model.EvaluateDerivative(0, Array.ConvertAll(state, value => (Lanes)value), [Density], lanes);
        model.EvaluateDerivative(0, Array.ConvertAll(state, value => new Dual<Real>(value, 1)), [Density], duals);
        Assert.That(Array.ConvertAll(lanes, lane => lane[Lanes.Count - 1]), Is.EqualTo(derivative));
        Assert.That(Array.ConvertAll(duals, dual => dual.Value.Value), Is.EqualTo(derivative));
    }

    [Test]
    public void Without_its_differences_it_has_the_right_hand_side_of_the_linear_network()
    {
        ToyModel model = new(Linear(isTied: false), Density);
        double[] state = Start(model);
        (double[] derivative, double[] expected) = (new double[model.Dimension], new double[model.Dimension]);
        model.EvaluateDerivative(0, state, derivative);
        new LinearNetwork(Matrix.Diagonal(Targets), [Features, HiddenWidth, Features]).EvaluateDerivative(0, state, expected);
        Assert.That(derivative, Is.EqualTo(expected).Within(1e-14));
    }

    [Test]
    public void Tied_alone_it_has_twice_the_right_hand_side_of_the_tied_linear_network()
    {
        ToyModel model = new(Linear(isTied: true), Density);
        double[] state = Start(model);
        (double[] derivative, double[] expected) = (new double[model.Dimension], new double[model.Dimension]);
        model.EvaluateDerivative(0, state, derivative);
        new TiedLinearNetwork(Matrix.Diagonal(Targets), HiddenWidth).EvaluateDerivative(0, state, expected);
        Assert.That(derivative, Is.EqualTo(expected.Select(value => 2 * value)).Within(1e-14));
    }

    [Test]
    public void A_linear_model_has_the_symmetric_Hessian_of_its_loss()
    {
        ToyModel model = new(Linear(isTied: true), Density);
        var hessian = HessianVectorProduct.Of(model);
        double[] state = Start(model), direction = [.. state.Select((_, i) => Math.Cos(i))], other = [.. state.Select((_, i) => Math.Sin(i))];
        (double[] first, double[] second) = (new double[model.Dimension], new double[model.Dimension]);
        hessian.Evaluate(state, direction, first);
        hessian.Evaluate(state, other, second);
        Assert.That(hessian.IsExact);
        Assert.That(first.Zip(other, (x, y) => x * y).Sum(), Is.EqualTo(second.Zip(direction, (x, y) => x * y).Sum()).Within(1e-14));
    }

    [Test]
    public void Importances_and_targets_must_be_one_per_feature() => Assert.That(
        () => new ToyModel(Linear(isTied: true) with { Importances = [1, 1] }, Density), Throws.ArgumentException.With.Message.Contains("each of the 3 features"));

    [Test]
    public void A_state_must_hold_all_weights() => Assert.That(
        () => new ToyModel(Linear(isTied: false), Density).State([1, 2, 3], null, 0), Throws.ArgumentException.With.Message.Contains("needs 12"));

    private static ToyModelDesign Linear(bool isTied) => new()
    {
        Inputs = SparseInputs.OnGrid(Features, [2, 2, 2]).Whitened(Density),
        HiddenWidth = HiddenWidth,
        Targets = Targets,
        IsRectified = false,
        IsTied = isTied,
        HasBias = false,
    };

    /// <summary>Where no output of any point is within the difference step of its kink.</summary>
    private static double[] Start(ToyModel model) => [.. new RandomNumbers(1, "toy model").NextGaussians(model.Dimension).Select(number => 0.5 * number)];

    private static double Difference(ToyModel model, double[] state, int component)
    {
        (double[] up, double[] down) = ([.. state], [.. state]);
        up[component] += DifferenceStep;
        down[component] -= DifferenceStep;
        return (model.EvaluateLoss(up) - model.EvaluateLoss(down)) / (2 * DifferenceStep);
    }
}
