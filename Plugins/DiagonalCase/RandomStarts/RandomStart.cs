using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>A Gaussian start and everything that the theory predicts from it, before anything is solved.</summary>
internal sealed class RandomStart
{
    /// <summary>Largest relative error of a half-time's formula, by the exact solution of the balanced part of the start, at which it is used.</summary>
    private const double LargestFormulaError = 2.5e-4;

    /// <summary>Largest size of the start, as <see cref="Smallness"/>, at which half-times are claimed to a thousandth.</summary>
    private const double LargestSmallness = 2e-4;

    /// <summary>Largest size of the start up to which the end of a mode is told to first order.</summary>
    private const double LargestSmallnessAtEnd = 0.05;

    private readonly double[] formulaErrors;

    public RandomStart(IReadOnlyList<double> targets, int hiddenWidth, double standardDeviation, double endTime, RandomNumbers random)
    {
        (Targets, HiddenWidth, StandardDeviation, EndTime) = (targets, hiddenWidth, standardDeviation, endTime);
        Encoder = RandomMatrices.Gaussian(targets.Count, hiddenWidth, standardDeviation, random);
        Decoder = RandomMatrices.Gaussian(hiddenWidth, targets.Count, standardDeviation, random);
        Network = new LinearNetwork(Matrix.Diagonal(targets), [targets.Count, hiddenWidth, targets.Count]);
        ModesByRank = [.. Enumerable.Range(0, targets.Count).OrderByDescending(Magnitude)];
        Matrix aligned = HalfTimes.AlignedRows(targets, Encoder, Decoder);
        PerpendicularSquares = HalfTimes.PerpendicularSquares(targets, aligned);
        PredictedHalfTimes = [.. PerpendicularSquares.Select((square, i) => HalfTimes.FromPerpendicularSquare(targets[i], square))];
        Learned = [.. ModesByRank.Take(hiddenWidth).Where(i => !(PredictedHalfTimes[i] > endTime))];
        var balanced = RiccatiFlow.Tied(Matrix.Diagonal([.. targets.Select(Math.Abs)]), aligned.Scale(0.5));
        formulaErrors = [.. targets.Select((_, i) => FormulaError(balanced, i))];
    }

    public IReadOnlyList<double> Targets { get; }

    public int HiddenWidth { get; }

    public double StandardDeviation { get; }

    public double EndTime { get; }

    public Matrix Encoder { get; }

    public Matrix Decoder { get; }

    public LinearNetwork Network { get; }

    /// <summary>The modes by falling |s|, equal ones in the order given.</summary>
    public IReadOnlyList<int> ModesByRank { get; }

    /// <summary>|x_i^⊥|² for every mode.</summary>
    public IReadOnlyList<double> PerpendicularSquares { get; }

    /// <summary>T_i for every mode; ∞ for a mode beyond the hidden width.</summary>
    public IReadOnlyList<double> PredictedHalfTimes { get; }

    /// <summary>The modes that fit into the hidden width and are learned by the end, by falling |s|.</summary>
    public IReadOnlyList<int> Learned { get; }

    /// <summary>The modes whose half-time the formula gives: learned, from a small start, one after another.</summary>
    public IReadOnlyList<int> Timed => [.. Learned.Where(IsTimed)];

    /// <summary><see cref="Timed"/> and its verb, as the beginning of a sentence.</summary>
    public string TimedModes => Timed.Count == Targets.Count ? "Targets are"
        : $"{(Timed.Count == 1 ? "Mode" : "Modes")} {ModeNames.Of(Timed)} {(Timed.Count == 1 ? "is" : "are")}";

    /// <summary>The learned modes that grow on their own at first, whatever the other targets are: their start is small beside their target.</summary>
    public IReadOnlyList<int> Small => [.. Learned.Where(i => Smallness(i) <= LargestSmallness)];

    /// <summary>The learned modes that start small beside their targets, so that their ends are told to first order in the conserved imbalance.</summary>
    public IReadOnlyList<int> Settled => [.. Learned.Where(i => Smallness(i) <= LargestSmallnessAtEnd)];

    /// <summary>Until when figures show the flow.</summary>
    public double ShownTime => GradientFlows.Evidence.ShownTime.Of(EndTime, Learned.Select(i => PredictedHalfTimes[i]));

    /// <summary>|s_h| − |s_{h+1}|: how clearly the width chooses which modes to learn; ∞ if all fit.</summary>
    public double Gap => HiddenWidth < Targets.Count ? Magnitude(ModesByRank[HiddenWidth - 1]) - Magnitude(ModesByRank[HiddenWidth]) : double.PositiveInfinity;

    /// <summary>A time by which every learned mode has come within e^{−20} of its end.</summary>
    public double SettlingTime => EndTime + (10 / Math.Min(ModesByRank.Take(HiddenWidth).Min(Magnitude), Gap > 0 ? Gap : double.PositiveInfinity));

    /// <summary>Half of the first predicted half-time, when all modes still grow or decay on their own.</summary>
    public double LinearTime => Learned.Select(i => PredictedHalfTimes[i]).DefaultIfEmpty(double.NaN).Min() / 2;

    /// <summary>The conserved C = WeᵀWe − WdWdᵀ.</summary>
    public Matrix Imbalance => Network.Imbalance(Network.State([Encoder, Decoder]), 1);

    public double Magnitude(int mode) => Math.Abs(Targets[mode]);

    /// <summary>σ²(h + n) / |s|: the size of the conserved imbalance beside the target of a mode.</summary>
    public double Smallness(int mode) => StandardDeviation * StandardDeviation * (HiddenWidth + Targets.Count) / Magnitude(mode);

    /// <summary>How far the formula is from the exact half-time of the balanced part of the start, over the time itself: G_ii(T_i) against |s_i|/2 by its slope there.</summary>
    private double FormulaError(RiccatiFlow balanced, int mode)
    {
        double time = PredictedHalfTimes[mode];
        double magnitude = Magnitude(mode);
        return time > 0 && double.IsFinite(time)
            ? Math.Abs(balanced.Gram(time)[mode, mode] - (magnitude / 2)) / (magnitude * magnitude / 2) / time
            : double.PositiveInfinity;
    }

    private bool IsTimed(int mode)
    {
        double shrinkage = Math.Sqrt(2 * StandardDeviation * StandardDeviation * HiddenWidth / PerpendicularSquares[mode]);
        return formulaErrors[mode] <= LargestFormulaError && Smallness(mode) * Math.Max(1, shrinkage) <= LargestSmallness;
    }
}
