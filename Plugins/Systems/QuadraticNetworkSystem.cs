using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Systems;

/// <summary>The component <c>quadratic-network</c>: gradient flow of f(x) = Σⱼ aⱼ(wⱼx)² to s x² on points x.</summary>
public static class QuadraticNetworkSystem
{
    private const int LargestWidth = 64;
    private const double InitialInner = 0.3;
    private const double InitialOuter = 0.2;

    private static readonly Parameter<double> Target = Parameter.Real(
        "target", "the coefficient $s$ of the function $s x^2$ to be learned", defaultValue: 1, minimum: double.NegativeInfinity, maximum: double.PositiveInfinity);

    private static readonly Parameter<int> HiddenWidth = Parameter.WholeNumber(
        "hidden-width", "the number $h$ of hidden units", defaultValue: 2, minimum: 1, maximum: LargestWidth);

    private static readonly Parameter<IReadOnlyList<double>> Inputs = Parameter.Reals(
        "inputs", "the points $x$ that the network is trained on", defaultValue: [-1.5, -0.5, 0.5, 1.5], minimum: double.NegativeInfinity, maximum: double.PositiveInfinity);

    /// <summary>The component.</summary>
    public static Component<ObservedSystem> Component { get; } = new()
    {
        Id = "quadratic-network",
        Description = "A network with quadratic hidden units, trained by gradient flow to $s x^2$ on given points; its state is $w_1, ..., w_h, a_1, ..., a_h$ (note 1).",
        Parameters = [Target, HiddenWidth, Inputs],
        Create = values => Create(values.Get(Target), values.Get(HiddenWidth), values.Get(Inputs)),
    };

    private static ObservedSystem Create(double target, int width, IReadOnlyList<double> inputs)
    {
        QuadraticNetwork network = new(target, width, inputs);
        double sign = target < 0 ? -1 : 1;
        double[] inner = [.. Enumerable.Range(1, width).Select(unit => InitialInner / unit)];
        double[] outer = [.. Enumerable.Range(1, width).Select(unit => sign * InitialOuter / unit)];
        return new(network, network.Observables, [.. inner, .. outer]);
    }
}
