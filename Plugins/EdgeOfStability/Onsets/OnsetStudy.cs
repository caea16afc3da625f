using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>From which learning rate on each entry of the product grows at the balanced minimum.</summary>
/// <param name="SingularValues">s_i, falling.</param>
/// <param name="TwoLayers">Onsets of all pairs for two layers.</param>
/// <param name="ByDepth">Onsets of all pairs for depths 1 to 5.</param>
/// <param name="Curves">Growth factors against the learning rate, for two layers.</param>
/// <param name="Spectrum">The Hessian at the depth of the run.</param>
internal sealed record OnsetStudy(
    IReadOnlyList<double> SingularValues,
    IReadOnlyList<PairOnset> TwoLayers,
    IReadOnlyList<PairOnset> ByDepth,
    IReadOnlyList<GrowthCurve> Curves,
    HessianSpectrum Spectrum)
{
    public const int DeepestNetwork = 5;

    public static OnsetStudy Measure(ExperimentContext context, IReadOnlyList<double> singularValues, int depth)
    {
        PairOnset[] onsets = [.. Enumerable.Range(1, DeepestNetwork).SelectMany(layers => Onsets(context, new BalancedNetwork(singularValues, layers)))];
        return new(
            singularValues,
            [.. onsets.Where(onset => onset.Depth == 2)],
            onsets,
            GrowthCurve.Measure(context, new BalancedNetwork(singularValues, 2)),
            HessianSpectrum.Measure(context, new BalancedNetwork(singularValues, depth)));
    }

    private static IEnumerable<PairOnset> Onsets(ExperimentContext context, BalancedNetwork network) =>
        Entry.Pairs(network.SingularValues.Count).Select(entry => PairOnset.Measure(context, network, entry));
}

/// <summary>The growth factor of one entry against the learning rate.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Eigenvalue">Its λ_ij.</param>
/// <param name="LearningRates">η.</param>
/// <param name="Factors">Measured factors per step.</param>
internal sealed record GrowthCurve(Entry Entry, double Eigenvalue, IReadOnlyList<double> LearningRates, IReadOnlyList<double> Factors)
{
    private const int MostCurves = 4;
    private const int Points = 240;
    private const double Margin = 1.25;

    public double Onset => 2 / Eigenvalue;

    /// <summary>Measures mode 1 itself and its pairs with the next modes, to somewhat beyond the last onset.</summary>
    public static IReadOnlyList<GrowthCurve> Measure(ExperimentContext context, BalancedNetwork network)
    {
        Entry[] entries = [.. Enumerable.Range(0, Math.Min(MostCurves, network.SingularValues.Count)).Select(column => new Entry(0, column))];
        double last = Margin * entries.Max(entry => 2 / network.Eigenvalue(entry));
        IReadOnlyList<double> rates = Spacing.Linear(last / Points, last, Points);
        return [.. entries.Select(entry => new GrowthCurve(
            entry,
            network.Eigenvalue(entry),
            rates,
            [.. rates.Select(rate => PairOnset.GrowthFactor(context, network, entry, rate))]))];
    }
}
