using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>What gradient descent does where the flow would end in a minimum sharper than 2/η.</summary>
/// <param name="FlowSharpness">Sharpness of the minimum that the flow of four weights reaches from <see cref="UnbalancedStart"/>, in units of s^(3/2).</param>
/// <param name="Paths">Descent from there, by learning rate.</param>
/// <param name="Catapult">Descent of two weights from beside a minimum that is too sharp for it.</param>
internal sealed record SharpMinimaStudy(double FlowSharpness, IReadOnlyList<SharpnessPath> Paths, SharpnessPath Catapult)
{
    /// <summary>w/s^(1/4).</summary>
    public static readonly double[] UnbalancedStart = [1.625, 1.625, 0.15625, 0.15625];

    private static readonly double[] LearningRates = [0.25, 0.35, 0.4, 0.45];
    private const int Steps = 4000;

    /// <summary>w₁/w₂ of the minimum that the catapult leaves: its sharpness is s(ρ + 1/ρ).</summary>
    public const double CatapultRatio = 3;
    private const double CatapultLearningRate = 0.7;
    private const double CatapultDisplacement = 1e-3;
    private const int CatapultSteps = 1000;

    public static SharpMinimaStudy Take(DescentRuns runs)
    {
        Monomial product = Monomial.Product(1, UnbalancedStart.Length);
        double root = Math.Sqrt(CatapultRatio) * (1 + CatapultDisplacement);
        return new(
            product.EvaluateSharpnessAtMinimum([.. new MonomialLimit(1, product.Exponents, UnbalancedStart).State]),
            [.. LearningRates.Select(rate => SharpnessPath.Take(runs, UnbalancedStart, rate, Steps))],
            SharpnessPath.Take(runs, [root, root / CatapultRatio], CatapultLearningRate, CatapultSteps));
    }

    /// <summary>Sharpness of the minimum that the catapult leaves, in units of s.</summary>
    public static double CatapultSharpness => CatapultRatio + (1 / CatapultRatio);

    /// <summary>The runs whose learning rate the flow's minimum is too sharp for.</summary>
    public IEnumerable<SharpnessPath> PathsAtTheEdge => Paths.Where(path => FlowSharpness * path.LearningRate > 2);

    /// <summary>Largest |c' − (1 − η²e²)c|/|c(0)| of a step of the catapult, with c = w₁² − w₂² and e = s − w₁w₂.</summary>
    public double ImbalanceError => Largest.Of(Catapult.States.Zip(Catapult.States.Skip(1), (before, after) =>
        Math.Abs(Imbalance(after) - ((1 - Math.Pow(Catapult.LearningRate * (1 - (before[0] * before[1])), 2)) * Imbalance(before))) / Math.Abs(Imbalance(Catapult.States[0]))));

    private static double Imbalance(double[] weights) => (weights[0] - weights[1]) * (weights[0] + weights[1]);
}
