using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.ToyModelsOfSuperposition.Dense;
using PluginLab.Plugins.ToyModelsOfSuperposition.Linear;
using PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;
using PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

namespace PluginLab.Plugins.ToyModelsOfSuperposition;

/// <summary>Toy models of superposition, which note 0 compares with the linear network: what do their ReLU, ties and sparse inputs change?</summary>
/// <remarks>
/// x' = ReLU(x W Wᵀ + b), loss ½ E Σ I_i (x_i − x'_i)², a feature being present with probability p. Expectations are finite sums over weighted points, never
/// samples; random numbers choose starts alone. Sources: note 0, section "Diagonal case"; Elhage et al., Toy models of superposition, 2022.
/// </remarks>
public sealed class ToyModelsOfSuperpositionExperiment : IExperiment
{
    private const int FewestValues = 2;
    private const int MostValues = 5;

    private static readonly Parameter<int> Features = Parameter.WholeNumber("features", "Number $n$ of features; the time of a run grows as $n^2 3^n$.", 5, 2, 6);

    private static readonly Parameter<int> HiddenWidth = Parameter.WholeNumber("hidden-width", "Hidden width $h$, below the number of features.", 2, 1, 5);

    private static readonly Parameter<double> ImportanceDecay = Parameter.Real(
        "importance-decay", "Importance of each feature over that of the one before.", 0.8, 0.5, 1);

    private static readonly Parameter<double> Density = Parameter.Real(
        "density", "Probability $p = 1 - S$ with which a feature of the sparse inputs is present.", 0.05, DensitySweep.LowestDensity, 1);

    private static readonly Parameter<int> Starts = Parameter.WholeNumber("starts", "Number of random starts of the pentagon.", 16, 8, 64);

    private static readonly Parameter<IReadOnlyList<double>> SingularValues = Parameter.Reals(
        "singular-values", "Target values $s_i$ of the model whose differences to the linear network are switched off.", [3, 2, 1.5, 1, 0.5], 0.1, 10);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "toy-models-of-superposition",
        Title = "Toy models of superposition",
        Question = "What do a ReLU, tied weights and sparse inputs make of a linear network that has more features than neurons?",
        Parameters = [Features, HiddenWidth, ImportanceDecay, Density, Starts, SingularValues],
        Constraints =
        [
            Constraint.Require("The 'hidden-width' must be below the number of 'features'.", values => values.Get(HiddenWidth) < values.Get(Features)),
            Constraint.Require(
                $"There must be from {FewestValues} to {MostValues} singular values.", values => values.Get(SingularValues).Count is >= FewestValues and <= MostValues),
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Setting setting = new(
            context.Get(Features), context.Get(HiddenWidth), context.Get(ImportanceDecay), context.Get(Density), context.Get(Starts));
        var task = LinearTask.Draw(context, context.Get(SingularValues), setting.HiddenWidth, setting.Density);
        LinearStudy linear = LinearStudy.Measure(context, task);
        var differences = DifferenceRuns.Measure(context, task);
        DenseStudy dense = DenseStudy.Measure(context, setting);
        context.Progress?.Report(0.2);
        PentagonStudy? pentagon = PentagonStudy.WhyNot(setting) is null ? PentagonStudy.Measure(context, setting) : null;
        context.Progress?.Report(0.5);
        DensitySweep sweep = DensitySweep.Measure(context, setting);
        PairStudy pair = PairStudy.Measure(context, setting);
        return new ExperimentResult
        {
            Claims = [.. LinearClaims.Of(linear, differences), .. DenseClaims.Of(dense), .. PentagonClaims.Of(pentagon, PentagonStudy.WhyNot(setting)), sweep.Claim(), .. PairClaims.Of(pair)],
            Figures = [.. VectorFigure.Draw(dense, sweep, pentagon), ProductFigure.Draw(dense.Trained, pentagon?.Best ?? sweep.AtRun), SweepFigure.Draw(sweep), PairFigure.Draw(pair), LinearFigure.Draw(linear, differences)],
            Metrics =
            [
                .. pentagon is null
                    ? Array.Empty<Metric>()
                    : [new("pentagon-fraction", "fraction of the random starts that end at the pentagon", pentagon.PentagonFraction), new("pentagon-squared-norm", "squared norm of a feature in the pentagon", pentagon.Predicted.SquaredNorm)],
                new("represented-features", "features with squared norm above one half at the density of the run", sweep.AtRun.RepresentedCount),
                new("phase-change-density", "density below which one neuron takes in a second feature", pair.Change.Measured.Middle),
                new("phase-change-density-of-uniform-features", "that density by linear stability for features that are uniform, not at the points of a quadrature", pair.Change.PredictedOfUniform),
            ],
            Notes = pentagon is { PentagonFraction: < 1 } ? [$"Of {NumberText.Of(setting.Starts)} random starts {Rounded.Text(100 * pentagon.PentagonFraction, 3)} % end at the pentagon; the others end at local minima of higher loss, most of them four orthogonal vectors with the fifth on top of one."] : [],
        };
    }
}
