using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Plugins.DegreeProduct.Stability.Chaos;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>Gradient descent at large learning rates: what note 1 leaves as a to-do beyond the largest stable one.</summary>
/// <param name="Bifurcation">Where two equal weights go, over the learning rate.</param>
/// <param name="EqualPair">Cycle and escape of two equal weights.</param>
/// <param name="Chaos">From the doubling of that cycle on.</param>
/// <param name="SmallStarts">Below the largest stable learning rate, from afar.</param>
/// <param name="SharpMinima">Above it, from weights that are not equal.</param>
internal sealed record StabilityStudy(BifurcationMap Bifurcation, EqualPairStudy EqualPair, ChaosStudy Chaos, SmallStartsStudy SmallStarts, SharpMinimaStudy SharpMinima)
{
    public static StabilityStudy Take(ExperimentContext context, DegreeSetting setting, IReadOnlyList<int> degrees)
    {
        DescentRuns runs = new(context, setting.Target);
        return new(BifurcationMap.Take(runs), EqualPairStudy.Take(runs), ChaosStudy.Take(runs), SmallStartsStudy.Take(runs, degrees), SharpMinimaStudy.Take(runs));
    }
}

/// <summary>The figures of gradient descent at large learning rates.</summary>
internal static class StabilityFigures
{
    public static IReadOnlyList<Figure> Of(StabilityStudy study) => [BifurcationFigure.Draw(study), EdgeOfStabilityFigure.Draw(study.SharpMinima)];
}
