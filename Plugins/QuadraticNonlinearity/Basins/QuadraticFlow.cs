using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>A flow of quadratic units with its loss.</summary>
/// <param name="System">The flow; its state is all inner weights and then all outer ones.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Speed">How many times as fast as w₁²w₂ it is, and as large its loss: E[x⁴] of the data.</param>
internal sealed record QuadraticFlow(IGradientFlow System, IStateFunction<double> Loss, double Speed)
{
    private const string LossName = "loss";

    /// <summary>The loss of a state.</summary>
    public double EvaluateLoss(ReadOnlySpan<double> state) => System.EvaluateLoss(state);

    public static QuadraticFlow Of(Monomial monomial) => new(monomial, LossOf(monomial.Observables), 1);

    public static QuadraticFlow Of(QuadraticNetwork network) => new(network, LossOf(network.Observables), network.FourthMoment);

    private static IStateFunction<double> LossOf(IReadOnlyList<Observable> observables) => observables.Single(observable => observable.Name == LossName).Formula!;
}
