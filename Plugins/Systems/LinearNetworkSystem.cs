using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.Systems;

/// <summary>The component <c>linear-network</c>: a linear network of any depth and widths, tied or not.</summary>
public static class LinearNetworkSystem
{
    /// <summary>Typical entry of the product in the default start, whatever the depth.</summary>
    private const double InitialScale = 0.0025;

    private static readonly Parameter<Matrix> Target = Parameter.Matrix(
        "target", "the target $\\Sigma$ of the product of all layers; for whitened inputs the correlations of inputs and outputs", Matrix.Diagonal([4, 2, 1]));

    private static readonly Parameter<IReadOnlyList<int>> Widths = Parameter.WholeNumbers(
        "widths", "the widths of the layers of neurons from input to output; two of them make one layer of weights", [3, 4, 3], 1, 1024);

    private static readonly Parameter<bool> Tied = Parameter.Flag(
        "tied", "whether the second layer is the transpose of the first; the state is then the first layer alone", false);

    /// <summary>The component.</summary>
    public static Component<ObservedSystem> Component { get; } = new()
    {
        Id = "linear-network",
        Description =
            "A linear network trained to a target matrix by gradient flow on half the squared error (note 0; Saxe, McClelland and Ganguli, 2014). "
            + "State: the first layer row by row, then the second, and so on; entries and modes are counted from 1.",
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
