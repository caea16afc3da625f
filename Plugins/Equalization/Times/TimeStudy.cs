using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization.Times;

/// <summary>Time to equalize and time to learn against the scale of the start.</summary>
/// <param name="Runs">The flows of the run.</param>
/// <param name="Points">One per scale, increasing.</param>
internal sealed record TimeStudy(PairRuns Runs, IReadOnlyList<TimePoint> Points)
{
    /// <summary>w₂/w₁ at the start.</summary>
    public const double InitialRatio = 1e-2;

    /// <summary>w₁/w₂ that counts as equal.</summary>
    public const double EqualRatio = 1.1;

    /// <summary>Scales up to which the product stays small, in units of √s, until the weights are equal.</summary>
    public const double LargestSmallScale = 0.02;

    private const double SmallestScale = 1e-6;
    private const double LargestScale = 0.1;
    private const int PointCount = 201;

    /// <summary>How much longer than the formula of small starts it takes from the largest scale, relative.</summary>
    public double LargestDrift => Points[^1].Equalized.RelativeError;

    public static TimeStudy Measure(PairRuns runs)
    {
        IReadOnlyList<double> scales = Spacing.Logarithmic(SmallestScale, LargestScale, PointCount);
        double[][] starts = [.. scales.Select(scale => runs.State(scale, InitialRatio * scale))];
        UnbalancedPair[] theories = [.. scales.Select(scale => runs.Theory(scale, InitialRatio * scale))];
        IReadOnlyList<Comparison> equalized = runs.Sweeps.TimesTo(
            runs.Pair, starts, StateFormula.Create(new ExcessOverRatio(EqualRatio)), 0, [.. theories.Select(theory => theory.RatioHittingTime(EqualRatio))]);
        IReadOnlyList<Comparison> learned = runs.Sweeps.TimesTo(runs.Pair, starts, runs.Target / 2, [.. theories.Select(theory => theory.HittingTime(runs.Target / 2))]);
        double small = Math.Log(((EqualRatio + 1) / (EqualRatio - 1)) * ((1 - InitialRatio) / (1 + InitialRatio))) / (2 * runs.Target);
        return new(runs, [.. scales.Select((scale, i) => new TimePoint(scale, equalized[i] with { Predicted = small }, equalized[i].Predicted, learned[i]))]);
    }

    /// <summary>w₁ − ρw₂, zero where w₁/w₂ = ρ.</summary>
    private readonly struct ExcessOverRatio(double ratio) : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => state[0] - (ratio * state[1]);
    }
}

/// <summary>Times from one start.</summary>
/// <param name="Scale">w₁(0)/√s.</param>
/// <param name="Equalized">Time to w₁/w₂ = 1.1; the prediction is that of small starts, whatever their scale.</param>
/// <param name="ExactEqualization">The exact time to w₁/w₂ = 1.1, of this scale.</param>
/// <param name="Learned">Time to w₁w₂ = s/2.</param>
internal sealed record TimePoint(double Scale, Comparison Equalized, double ExactEqualization, Comparison Learned);
