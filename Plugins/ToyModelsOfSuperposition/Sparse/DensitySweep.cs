using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>The model of the run over densities from sparse to dense, each the best of some starts.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Best">The end with the least loss for every density, the sparsest first.</param>
internal sealed record DensitySweep(Setting Setting, IReadOnlyList<TrainedModel> Best)
{
    private const int Densities = 12;
    private const int PairsEach = 2;
    private const double LeastGrowth = 15;

    private static readonly Schedule Schedule = new(0.3, 5000);

    /// <summary>How many starts there are at each density: random ones and their mirror images.</summary>
    public const int StartsEach = 2 * PairsEach;

    /// <summary>The densities p.</summary>
    public IReadOnlyList<double> AtDensities => [.. Best.Select(end => end.Model.Density)];

    public static DensitySweep Measure(ExperimentContext context, Setting setting)
    {
        IReadOnlyList<double> densities = Spacing.Logarithmic(setting.Density, 1, Densities);
        ToyModelDesign design = new()
        {
            Inputs = SparseInputs.OnGrid(setting.Features, [.. Enumerable.Repeat(2, setting.Features)]),
            HiddenWidth = setting.HiddenWidth,
            Importances = setting.Importances,
        };
        double[] drawn = Setting.RandomStarts(
            context, "sweep-starts", densities.SelectMany(density => Enumerable.Repeat(new ToyModel(design, density), PairsEach)));
        int dimension = drawn.Length / (densities.Count * PairsEach);
        return new(setting, [.. Training.Run(
            context, design, [.. densities.SelectMany(density => Enumerable.Repeat(density, StartsEach))], drawn.Chunk(dimension).SelectMany(start => WithMirrorImage(start, setting)), Schedule)
            .Chunk(StartsEach).Select(TrainedModel.Best)]);
    }

    /// <summary>A start, and the same with every second vector turned around: in one neuron vectors never pass 0 to the other side, and each of the two has some on both.</summary>
    private static IEnumerable<double> WithMirrorImage(double[] start, Setting setting) =>
        [.. start, .. start.Select((value, k) => k < setting.Features * setting.HiddenWidth && k / setting.HiddenWidth % 2 == 1 ? -value : value)];

    /// <summary>That sparse inputs make room for more features than there are hidden neurons.</summary>
    public Claim Claim() => new()
    {
        Id = "more-features-than-neurons",
        Statement = $"On sparse inputs more features are represented, with squared norm above {NumberText.Of(Setting.RepresentedNorm)}, than there are hidden neurons.",
        Source = "Elhage et al., Toy models of superposition, 2022, section 'Demonstrating superposition'",
        Predicted = Setting.HiddenWidth + 1,
        Measured = Best[0].RepresentedCount,
        Uncertainty = 0,
        Bound = Bound.AtLeast(Setting.HiddenWidth + 1),
        Expected = Verdict.Supported,
        NotApplicable = Growth >= LeastGrowth ? null : "Feature $h + 1$ is so rare and unimportant that these steps do not teach it.",
        Control = Controls.NoRectifier,
    };

    /// <summary>How many times over a lone feature h + 1 grows by e: its rate is (2/3)pI.</summary>
    private double Growth => 2.0 / 3 * Setting.Density * Setting.Importances[Setting.HiddenWidth] * Schedule.LearningRate * Schedule.Steps;
}
