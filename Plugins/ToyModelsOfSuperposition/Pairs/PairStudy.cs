using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>Two features in one neuron, the smallest model with superposition.</summary>
/// <param name="RelativeImportance">r, the importance of feature 2 over that of feature 1.</param>
/// <param name="Best">The end with the least loss for every density, the sparsest first.</param>
/// <param name="Threshold">The density above which the dedicated solution attracts a start beside it.</param>
internal sealed record PairStudy(double RelativeImportance, IReadOnlyList<TrainedModel> Best, Bracket Threshold)
{
    private const int Densities = 16;
    private const double LowestDensity = 0.02;
    private const double HighestDensity = 0.99;
    private const double InitialLength = 0.3;
    private const double Kick = 2e-3;
    private const int Rounds = 2;

    private static readonly Schedule SweepSchedule = new(0.5, 5000);
    private static readonly Schedule KickSchedule = new(0.5, 12000);

    /// <summary>Directions of (w_1, w_2) at the start, over half a circle: the model does not tell w from −w.</summary>
    private static readonly double[] Directions = [.. Enumerable.Range(0, 4).Select(k => Math.PI * (k + 0.5) / 4)];

    /// <summary>The density above which the dedicated solution is stable.</summary>
    public double PredictedThreshold { get; } = DedicatedFeature.ThresholdDensity(RelativeImportance);

    /// <summary>w_1 w_2 at the sparsest density: −1 for an antipodal pair.</summary>
    public double SparseProduct => Best[0].Model.Product(Best[0].State)[0, 1];

    public static PairStudy Measure(ExperimentContext context, Setting setting)
    {
        ToyModelDesign design = new() { Inputs = SparseInputs.OnGrid(2, [8, 6]), HiddenWidth = 1, Importances = [1, setting.ImportanceDecay] };
        IReadOnlyList<double> densities = Spacing.Logarithmic(setting.Density, 1, Densities);
        double[] each = [.. densities.SelectMany(density => Directions.Select(_ => density))];
        IEnumerable<double> starts = densities.SelectMany(density => Directions.SelectMany(angle =>
            new[] { InitialLength * Math.Cos(angle), InitialLength * Math.Sin(angle), density / 2, density / 2 }));
        IReadOnlyList<TrainedModel> ends = Training.Run(context, design, each, starts, SweepSchedule);
        return new(setting.ImportanceDecay, [.. ends.Chunk(Directions.Length).Select(TrainedModel.Best)], FindThreshold(context, design));
    }

    /// <summary>Neighbouring densities, at the lower of which a second vector of the opposite direction grows and at the upper shrinks; each round searches the bracket of the one before.</summary>
    private static Bracket FindThreshold(ExperimentContext context, ToyModelDesign design)
    {
        (double lower, double upper) = (LowestDensity, HighestDensity);
        for (int round = 0; round < Rounds; round++)
        {
            IReadOnlyList<double> densities = Spacing.Linear(lower, upper, Densities);
            IEnumerable<double> starts = densities.SelectMany(density => new[] { 1, -Kick, 0, density / 2 });
            bool[] grows = [.. Training.Run(context, design, densities, starts, KickSchedule).Select(end => Math.Abs(end.Vectors[1, 0]) > Kick)];
            int last = Array.LastIndexOf(grows, true);
            (lower, upper) = (densities[Math.Max(last, 0)], densities[Math.Min(last + 1, Densities - 1)]);
        }

        return new Bracket(lower, upper);
    }
}
