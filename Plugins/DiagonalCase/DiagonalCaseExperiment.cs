using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Plugins.DiagonalCase.Couplings;
using PluginLab.Plugins.DiagonalCase.RandomStarts;
using PluginLab.Plugins.DiagonalCase.SingleModes;
using PluginLab.Plugins.DiagonalCase.TiedStarts;

namespace PluginLab.Plugins.DiagonalCase;

/// <summary>Gradient flow of We Wd on ½‖Σ − We Wd‖² with diagonal Σ: dWe = (Σ − We Wd)Wdᵀ, dWd = Weᵀ(Σ − We Wd).</summary>
/// <remarks>
/// Source: note 0, sections "Diagonal case" to "Summary of the dynamics", after Saxe, McClelland and Ganguli, ICLR 2014. Row i of We and column i of Wd
/// are mode i. Studies: a random start; a tied orthogonal one, where the note's formula is exact; times over a range of targets; starts of unequal
/// size; tied vectors that are not orthogonal, two and three of them; modes that are coupled, or not; and a mode alone from any start.
/// </remarks>
public sealed class DiagonalCaseExperiment : IExperiment
{
    private const double SmallestMagnitude = 0.05;
    private const int MostModes = 12;

    /// <summary>How many times its mean half-time a mode needs to be learned from nearly every random start.</summary>
    private const double TimeMargin = 1.5;

    /// <summary>Largest initial strength over target for which a tied mode counts as starting from nothing.</summary>
    private const double LargestInitialFraction = 1e-3;

    private static readonly Parameter<IReadOnlyList<double>> SingularValues = Parameter.Reals(
        "singular-values", "the target values $s_i$ on the diagonal of $\\Sigma$, of either sign", [4, 2, 1, 0.5], -10, 10);

    private static readonly Parameter<int> HiddenWidth = Parameter.WholeNumber(
        "hidden-width", "the hidden width $h$ of the network that starts at random", 8, 1, 64);

    private static readonly Parameter<double> InitialStandardDeviation = Parameter.Real(
        "initial-standard-deviation", "the standard deviation $\\sigma$ of the random initial weights", 1e-3, 1e-6, 0.1);

    private static readonly Parameter<double> InitialStrength = Parameter.Real(
        "initial-strength", "the initial strength $u_0$ of the modes that start tied and orthogonal", 1e-6, 1e-10, 1e-4);

    private static readonly Parameter<double> EndTime = Parameter.PositiveReal(
        "end-time", "the flow time $T$ up to which the random start is shown", 20, 1000);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "diagonal-case",
        Title = "The diagonal case: modes learned one after another",
        Question = "When, in which order and in which direction does a two-layer linear network learn the entries of a diagonal target?",
        Parameters = [SingularValues, HiddenWidth, InitialStandardDeviation, InitialStrength, EndTime],
        Constraints =
        [
            Constraint.Require(
                $"Every singular value is at least {NumberText.Of(SmallestMagnitude)} in magnitude.",
                values => values.Get(SingularValues).All(target => Math.Abs(target) >= SmallestMagnitude)),
            Constraint.Require($"There are at most {MostModes} singular values.", values => values.Get(SingularValues).Count <= MostModes),
            Constraint.Require(
                "The initial strength is at most a thousandth of every singular value.",
                values => values.Get(SingularValues).All(target => values.Get(InitialStrength) <= LargestInitialFraction * Math.Abs(target))),
            new("The end time is at least 1.5 times the mean half-time of every mode that fits into the hidden width.", FindTooEarlyEnd),
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IReadOnlyList<double> targets = context.Get(SingularValues);
        double[] magnitudes = [.. targets.Select(Math.Abs)];

        var start = new RandomStart(
            targets, context.Get(HiddenWidth), context.Get(InitialStandardDeviation), context.Get(EndTime), context.CreateRandom("initial-weights"));
        ExperimentResult[] studies =
        [
            RandomStartStudy.Run(context, start),
            TiedOrthogonalStudy.Run(context, magnitudes, context.Get(InitialStrength)),
            HalfTimeStudy.Run(context, context.Get(InitialStrength)),
            UnequalStartsStudy.Run(context),
            TwoTiedVectorsStudy.Run(context),
            ThreeTiedVectorsStudy.Run(context),
            IndependenceStudy.Run(context),
            new()
            {
                Claims = [UntiedBenefitStudy.Run(context), .. ObtuseAngleStudy.Run(context), .. SingleModeStudy.Run(context), FewUnitsStudy.Run(context)],
            },
        ];
        return new ExperimentResult
        {
            Claims = [.. studies.SelectMany(study => study.Claims)],
            Figures = [.. studies.SelectMany(study => study.Figures)],
            Metrics = [.. studies.SelectMany(study => study.Metrics)],
            Notes =
            [
                "Times are those of the loss $\\frac{1}{2}\\lVert\\Sigma - W^e W^d\\rVert^2$: the note drops its factors 2; for its own loss halve every time.",
            ],
        };
    }

    private static string? FindTooEarlyEnd(ParameterSet values)
    {
        int width = values.Get(HiddenWidth);
        double latest = values.Get(SingularValues).OrderByDescending(Math.Abs).Take(width)
            .Select((target, i) => HalfTimes.GaussianMean(target, i + 1, width, values.Get(InitialStandardDeviation))).Max();
        double needed = TimeMargin * latest;
        return values.Get(EndTime) >= needed
            ? null
            : $"The end time is {NumberText.Of(values.Get(EndTime))}; it must be at least {NumberText.Of(Math.Ceiling(needed))}, 1.5 times the mean half-time of the slowest mode that fits into the hidden width.";
    }
}
