using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Plugins.DeepLinearNetwork.Balanced;
using PluginLab.Plugins.DeepLinearNetwork.Gaussian;
using PluginLab.Plugins.DeepLinearNetwork.Narrow;

namespace PluginLab.Plugins.DeepLinearNetwork;

/// <summary>A linear network of any depth and width: when is it as many products of weights as it has modes?</summary>
/// <remarks>
/// W_1 ⋯ W_L learns U S Vᵀ from a balanced aligned start W_l = Q_{l−1} ε^(1/L) Q_lᵀ, Q_0 = U, Q_L = V, mode by mode: u' = L(s − u)u^(2−2/L), exactly.
/// For L ≥ 3 and small ε modes are learned far apart, and the loss goes from saddle to saddle. Sources: note 1, introduction, statement 26; Saxe,
/// McClelland and Ganguli, ICLR 2014; Arora, Cohen and Hazan, ICML 2018.
/// </remarks>
public sealed class DeepLinearNetworkExperiment : IExperiment
{
    private const int MostModes = 6;
    private const double Margin = 1.2;
    private const double LargestFraction = 0.1;
    private const double ShownBeyondLast = 1.5;

    private static readonly Parameter<int> Depth = Parameter.WholeNumber("depth", "Depth $L$: number of layers of weights.", 3, 1, 5);

    private static readonly Parameter<int> HiddenWidth = Parameter.WholeNumber("hidden-width", "Hidden width $h$ of every hidden layer.", 6, 1, 16);

    private static readonly Parameter<IReadOnlyList<double>> SingularValues = Parameter.Reals(
        "singular-values", "Singular values $s_i$ of the target, falling.", [4, 2, 1], 0.1, 20);

    private static readonly Parameter<double> InitialStrength = Parameter.Real(
        "initial-strength", "Strength $ε$ of every mode at the balanced start; a Gaussian start has products of about this size.", 1e-4, 1e-6, 0.1);

    private static readonly Parameter<double> EndTime = Parameter.Real("end-time", "Flow time $T$ up to which the balanced start is followed.", 120, 1, 2000);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "deep-linear-network",
        Title = "Deep linear networks of any depth and width",
        Question = "Does a deep linear network learn its modes one after another, each as a product of as many weights as it has layers?",
        Parameters = [Depth, HiddenWidth, SingularValues, InitialStrength, EndTime],
        Constraints =
        [
            Constraint.Require($"There must be at most {MostModes} singular values.", values => values.Get(SingularValues).Count <= MostModes),
            Constraint.Require(
                "The singular values must fall: each below the one before it.",
                values => values.Get(SingularValues).Zip(values.Get(SingularValues).Skip(1)).All(pair => pair.First > pair.Second)),
            Constraint.Require(
                "The 'initial-strength' must be at most a tenth of the smallest singular value.",
                values => values.Get(InitialStrength) <= LargestFraction * values.Get(SingularValues).Min()),
            new("The 'end-time' must be at least 1.2 times the time at which the last mode is half learned.", FindShortage),
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var task = DeepTask.Draw(context, context.Get(SingularValues), context.Get(Depth), context.Get(HiddenWidth));
        double strength = context.Get(InitialStrength);
        AlignedStudy aligned = AlignedStudy.Measure(context, task, strength, context.Get(EndTime));
        var gaussian = BalanceRun.Follow(context, task, strength, Math.Min(context.Get(EndTime), ShownBeyondLast * aligned.Path.Times[^1]));
        context.Progress?.Report(0.3);
        RiseStudy rise = RiseStudy.Measure(context, task);
        context.Progress?.Report(0.7);
        NarrowStudy narrow = NarrowStudy.Measure(context, task);
        return new ExperimentResult
        {
            Claims =
            [
                ProductNetwork.Claim(context, task.SingularValues[0], task.Depth), .. AlignedClaims.Of(aligned), .. RiseClaims.Of(rise), gaussian.Claim(), NarrowClaim.Of(narrow),
            ],
            Figures = [LossFigure.Draw(aligned, gaussian), RiseFigure.Draw(rise), .. NarrowFigure.Draw(narrow)],
            Metrics =
            [
                .. aligned.HalfTimes.Select((time, i) => new Metric($"half-time-{NumberText.Of(i + 1)}", $"time at which mode {NumberText.Of(i + 1)} is half learned from the balanced start", time.Measured)),
                new("gaussian-rise-smallest", "median rise time of mode 1 over that of a product, from the smallest Gaussian starts", rise.Medians[0]),
                new("gaussian-rise-largest", "the same from the largest Gaussian starts", rise.Medians[^1]),
                new("gaussian-rise-worst", "the largest such quotient of a single start of any size", rise.LargestQuotient),
            ],
        };
    }

    private static string? FindShortage(ParameterSet values)
    {
        (int depth, IReadOnlyList<double> singularValues, double strength) = (values.Get(Depth), values.Get(SingularValues), values.Get(InitialStrength));
        int learnable = depth == 1 ? singularValues.Count : Math.Min(singularValues.Count, values.Get(HiddenWidth));
        double last = singularValues[learnable - 1];
        double needed = strength < last / 2 ? Margin * new BalancedProduct(last, depth).GrowthTime(strength) : 0;
        return values.Get(EndTime) >= needed
            ? null
            : $"Parameter 'end-time' is {NumberText.Of(values.Get(EndTime))}; it must be at least {NumberText.Of(Math.Ceiling(needed * 100) / 100)}, which is 1.2 times the time at which the last mode is half learned.";
    }
}
