using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>Statement 49: how often what "acts like more depth" is stuck.</summary>
internal static class StuckClaims
{
    private const string Source = "Note 1, section 'Quadratic nonlinearity', statement 49, corrected";
    private const double ErrorsAdmitted = 4;

    // The boundary becomes w₂ = −|w₁|: a quarter of all directions.
    private static readonly Control Wider = Control.ScaledComponent(1, 2);

    // A unit is then stuck with probability arctan(1/2)/π = .15: far enough from .30 for the fewest starts and the widest network.
    private static readonly Control WiderNetwork = new(
        "the outer weights of a network eight times as fast", system => system is QuadraticNetwork network ? ChangedFlow.Of(network, new FasterOuterWeights(network.Width)) : system);

    public static IEnumerable<Claim> Of(StuckStudy study) => [OfMonomial(study.Monomial), .. study.Networks.Select(OfNetwork)];

    private static Claim OfMonomial(StuckFraction stuck) => Fraction(stuck) with
    {
        Id = "note1-49-stuck-fraction",
        Statement = $"From Gaussian starts, however large, $w_1^2w_2$ is stuck with probability $\\arctan(\\sqrt{{2}})/\\pi$: the fraction of {stuck.Starts} starts (± one standard error).",
        Control = Wider,
    };

    private static Claim OfNetwork(StuckFraction stuck) => Fraction(stuck) with
    {
        Id = $"note1-49-stuck-network-{NumberText.Of(stuck.Width)}",
        Statement = $"From small Gaussian starts a network $\\sum_j a_j(w_jx)^2$ of width {NumberText.Of(stuck.Width)} is stuck only if all its units are, with probability $(\\arctan(\\sqrt{{2}})/\\pi)^{{{NumberText.Of(stuck.Width)}}}$: the fraction of {stuck.Starts} starts (± one standard error).",
        Control = WiderNetwork,
    };

    private static Claim Fraction(StuckFraction stuck) => new()
    {
        Id = "",
        Statement = "",
        Source = Source,
        Predicted = stuck.Predicted,
        Measured = stuck.Measured,
        Uncertainty = stuck.Uncertainty,
        Bound = Bound.Within(stuck.Predicted, ErrorsAdmitted * stuck.PredictedError),
        Expected = Verdict.Supported,
    };

    private sealed class FasterOuterWeights(int width) : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, Dynamics.IScalar<TScalar>
        {
            foreach (ref TScalar rate in derivative[width..])
            {
                rate *= 8;
            }
        }
    }
}
