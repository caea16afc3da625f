using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The rate at which encoder and decoder of each learned mode align while all modes are small: that of |We_i − sgn(s_i)Wd_i|²/|We_i + sgn(s_i)Wd_i|².</summary>
internal sealed class AlignmentRates
{
    private const int Points = 24;

    private AlignmentRates(IReadOnlyList<AlignmentRate> rates) => Rates = rates;

    /// <summary>One for each learned mode, by falling |s|; none if there is no time in which all modes are small.</summary>
    public IReadOnlyList<AlignmentRate> Rates { get; }

    /// <summary>The largest relative error of a rate with its uncertainty: of the one of these modes for which both together are largest; NaN without one.</summary>
    public (double Error, double Uncertainty) WorstOf(IReadOnlyList<int> modes) => Rates.Where(rate => modes.Contains(rate.Mode)).Select(rate => (rate.RelativeError, rate.RelativeUncertainty))
        .OrderByDescending(pair => double.IsNaN(pair.RelativeError) ? double.PositiveInfinity : pair.RelativeError + pair.RelativeUncertainty)
        .FirstOrDefault((double.NaN, double.NaN));

    /// <summary>The rate of a mode; null if it was not measured.</summary>
    public AlignmentRate? Of(int mode) => Rates.FirstOrDefault(rate => rate.Mode == mode);

    public static AlignmentRates Measure(ExperimentContext context, RandomStartRun run)
    {
        RandomStart start = run.Start;
        double end = start.LinearTime;
        if (!(end > 0))
        {
            return new([]);
        }

        var problem = new InitialValueProblem(start.Network, start.Network.State([start.Encoder, start.Decoder]), 0, end);
        var saveAt = SaveAt.EquallySpaced(0, end, Points);
        Trajectory trajectory = context.Solve(problem, saveAt).Trajectory;
        Trajectory? coarser = context.Coarsen()?.Solve(problem, saveAt).PartialTrajectory;
        return new([.. start.Learned.Select(i => new AlignmentRate(
            i,
            4 * start.Magnitude(i),
            new MeasuredSeries(trajectory.Observe(run.OpposedFraction(i)), coarser?.Observe(run.OpposedFraction(i))).FitExponential(trajectory.Times)))]);
    }
}

/// <summary>The rate of one mode.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Predicted">4|s|.</param>
/// <param name="Fit">The exponential fitted to the fraction; null if it has rounded away.</param>
internal sealed record AlignmentRate(int Mode, double Predicted, ExponentialFit? Fit)
{
    /// <summary>|rate/(4|s|) − 1|; NaN without a fit.</summary>
    public double RelativeError => Math.Abs((-Measured / Predicted) + 1);

    /// <summary>Half of the 95 % interval over 4|s|; NaN without a fit.</summary>
    public double RelativeUncertainty => HalfWidth / Predicted;

    /// <summary>The rate and half of its 95 % interval, to stand within <c>$…$</c>; empty without a fit.</summary>
    public string Text => Fit is null ? "" : Rounded.WithUncertainty(Measured, HalfWidth);

    private double Measured => -Fit?.Rate ?? double.NaN;

    private double HalfWidth => Fit?.RateInterval(FitUncertainty.Window).HalfWidth ?? double.NaN;
}
