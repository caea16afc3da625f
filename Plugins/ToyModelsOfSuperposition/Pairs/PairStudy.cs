using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>Two features in one neuron, the smallest model with superposition.</summary>
/// <param name="Best">The end with the least loss for every density, the sparsest first.</param>
/// <param name="Change">Where the second feature enters.</param>
internal sealed record PairStudy(IReadOnlyList<TrainedModel> Best, PhaseChange Change)
{
    private const int Densities = 16;
    private const double LowestDensity = 0.02;
    private const double InitialLength = 0.3;
    private const double Variance = 1.0 / 12;
    private const double LeastGrowth = 20;
    private const double MostImportance = 0.99;

    private static readonly Schedule Schedule = new(0.5, 5000);

    /// <summary>Directions of (w_1, w_2) at the start, over half a circle: the model does not tell w from −w.</summary>
    private static readonly double[] Directions = [.. Enumerable.Range(0, 4).Select(k => Math.PI * (k + 0.5) / 4)];

    /// <summary>w_1 w_2 at the sparsest density: −1 for an antipodal pair.</summary>
    public double SparseProduct => Best[0].Model.Product(Best[0].State)[0, 1];

    /// <summary>Why nothing is claimed of dense inputs; null where something is. There feature 1 ousts feature 2 at the rate V(1 − r).</summary>
    public string? WhyNotDense => Variance * (1 - Change.RelativeImportance) * Schedule.Time >= LeastGrowth
        ? null
        : "The second feature is nearly as important as the first: these steps do not part them on dense inputs.";

    /// <summary>Why nothing is claimed of the phase change; null where something is.</summary>
    public string? WhyNoChange => Change.RelativeImportance <= MostImportance
        ? null
        : "Of two features of one importance neither owns the neuron: they share it at every density below 1, where the phase change lies too.";

    public static PairStudy Measure(ExperimentContext context, Setting setting)
    {
        ToyModelDesign design = new() { Inputs = SparseInputs.OnGrid(2, [8, 6]), HiddenWidth = 1, Importances = [1, setting.ImportanceDecay] };
        IReadOnlyList<double> densities = Spacing.Logarithmic(LowestDensity, 1, Densities);
        double[] each = [.. densities.SelectMany(density => Directions.Select(_ => density))];
        IEnumerable<double> starts = densities.SelectMany(density => Directions.SelectMany(angle =>
            new[] { InitialLength * Math.Cos(angle), InitialLength * Math.Sin(angle), density / 2, density / 2 }));
        IReadOnlyList<TrainedModel> ends = Training.Run(context, design, each, starts, Schedule);
        return new([.. ends.Chunk(Directions.Length).Select(TrainedModel.Best)], PhaseChange.Measure(context, setting.ImportanceDecay));
    }
}
