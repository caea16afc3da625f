using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.Systems;

/// <summary>The system <c>linear-network</c>: any depth and widths, tied or not.</summary>
internal static class LinearNetworkComponent
{
    /// <summary>Typical entry of the product in the default start, whatever the depth.</summary>
    private const double InitialScale = 0.0025;

    private static readonly Parameter<Matrix> Target = Parameter.Matrix(
        "target", "Target Σ of the product of all layers; with whitened inputs the input-output correlations XᵀY.", Matrix.Diagonal([4, 2, 1]));

    private static readonly Parameter<IReadOnlyList<int>> Widths = Parameter.WholeNumbers(
        "widths", "Widths of the layers of neurons from input to output; two give one layer of weights.", [3, 4, 3], 1, 1024);

    private static readonly Parameter<bool> Tied = Parameter.Flag(
        "tied", "Whether the second layer is the transpose of the first; the state is then the first layer alone.", false);

    /// <summary>The component.</summary>
    public static Component<ObservedSystem> Create() => new()
    {
        Id = "linear-network",
        Description =
            "Gradient flow of a linear network on the loss ½‖Σ − W₁⋯W_L‖² (Saxe, McClelland and Ganguli, 2014). State: W₁ row by row, then W₂, …; "
            + "observables: loss, product-i-j, strength-i of the singular modes of the target, counted from 1.",
        Parameters = [Target, Widths, Tied],
        Constraints =
        [
            new("The first width is the number of rows of the target, the last its number of columns.",
                values => LinearNetwork.FindFault(values.Get(Target), values.Get(Widths))),
            Constraint.Require(
                "A tied network has three widths and a symmetric target.",
                values => !values.Get(Tied) || (values.Get(Widths).Count == 3 && values.Get(Target).Equals(values.Get(Target).Transpose()))),
        ],
        Create = CreateSystem,
    };

    private static ObservedSystem CreateSystem(ParameterSet values)
    {
        IReadOnlyList<int> widths = values.Get(Widths);
        if (values.Get(Tied))
        {
            var tied = new TiedLinearNetwork(values.Get(Target), widths[1]);
            return new ObservedSystem(tied, NetworkObservables.Of(tied), SmallStart(tied.Dimension, depth: 2));
        }

        var network = new LinearNetwork(values.Get(Target), widths);
        return new ObservedSystem(network, NetworkObservables.Of(network), SmallStart(network.Dimension, network.Depth));
    }

    private static double[] SmallStart(int dimension, int depth)
    {
        double standardDeviation = Math.Pow(InitialScale, 1.0 / depth);
        return [.. new RandomNumbers(0, "linear-network").NextGaussians(dimension).Select(value => standardDeviation * value)];
    }
}
