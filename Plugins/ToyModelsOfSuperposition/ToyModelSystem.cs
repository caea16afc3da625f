using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition;

/// <summary>The component <c>toy-model</c>: gradient flow of a toy model of superposition.</summary>
/// <remarks>Its right-hand side jumps at the kinks of the ReLU: adaptive methods find their step anew at each, and none keeps its order across one.</remarks>
public static class ToyModelSystem
{
    private const int MostFeatures = 6;
    private const double InitialScale = 0.1;

    private static readonly Parameter<int> Features = Parameter.WholeNumber("features", "the number $n$ of features", 5, 2, MostFeatures);

    private static readonly Parameter<int> HiddenWidth = Parameter.WholeNumber("hidden-width", "the number $h$ of hidden neurons", 2, 1, MostFeatures);

    private static readonly Parameter<double> Density = Parameter.Real("density", "the probability $p$ that a feature is present", 0.3, 0.01, 1);

    private static readonly Parameter<double> Importance = Parameter.Real(
        "importance-decay", "the importance of each feature over that of the one before", 0.9, 0.1, 1);

    /// <summary>The component.</summary>
    public static Component<ObservedSystem> Component { get; } = new()
    {
        Id = "toy-model",
        Description =
            "A toy model of superposition, $x' = \\text{ReLU}(x W W^\\top + b)$, trained by gradient flow to give back sparse inputs (Elhage et al., 2022). "
            + "State: $W$ row by row, then $b$; features are counted from 1.",
        Parameters = [Features, HiddenWidth, Density, Importance],
        Create = CreateSystem,
    };

    private static ObservedSystem CreateSystem(ParameterSet values)
    {
        int features = values.Get(Features);
        ToyModel model = new(
            new ToyModelDesign
            {
                Inputs = SparseInputs.OnGrid(features, [.. Enumerable.Repeat(2, features)]),
                HiddenWidth = values.Get(HiddenWidth),
                Importances = [.. Enumerable.Range(0, features).Select(i => Math.Pow(values.Get(Importance), i))],
            },
            values.Get(Density));
        double[] weights = new RandomNumbers(0, "toy-model").NextGaussians(features * values.Get(HiddenWidth));
        return new ObservedSystem(model, Observables(model), model.State(weights.Select(weight => InitialScale * weight), null, model.Density / 2));
    }

    private static List<Observable> Observables(ToyModel model) =>
    [
        new("loss", "The loss, half the expected squared error weighted by importance.", (_, state) => model.EvaluateLoss(state)),
        .. Enumerable.Range(0, model.Features).Select(i => new Observable(
            $"squared-norm-{i + 1}", $"Squared norm of the vector of feature {i + 1}.", (_, state) => FeatureGeometry.SquaredNorms(model.Vectors(state))[i])),
        .. Enumerable.Range(0, model.Features).Select(i => new Observable($"bias-{i + 1}", $"Bias of output {i + 1}.", (_, state) => model.Biases(state)[i])),
    ];
}
