using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>Five equally important sparse features in two hidden neurons, from many random starts.</summary>
/// <param name="Density">p.</param>
/// <param name="Ends">Where each start ends.</param>
/// <param name="Predicted">The best regular pentagon.</param>
/// <param name="TopLoss">The loss of the solution that keeps two features and answers the mean for the others.</param>
internal sealed record PentagonStudy(double Density, IReadOnlyList<TrainedModel> Ends, RegularPolygon Predicted, double TopLoss)
{
    private const int Features = 5;
    private const int HiddenWidth = 2;
    private const double LearningRate = 1;
    private const double TimeTimesDensity = 300;
    private const double LossTolerance = 1e-4;

    /// <summary>Nodes of a feature while one, two, … features are present: many where the probability lies.</summary>
    private static readonly int[] Nodes = [8, 3, 1, 1, 1];

    /// <summary>The end with the least loss.</summary>
    public TrainedModel Best { get; } = TrainedModel.Best(Ends);

    /// <summary>The fraction of starts that end at a pentagon: at its loss, to one in 10⁴.</summary>
    public double PentagonFraction => Ends.Count(end => Math.Abs(end.Loss - Predicted.Loss) <= LossTolerance * Predicted.Loss) / (double)Ends.Count;

    /// <summary>The angle between neighbours that is farthest from 72°.</summary>
    public double WorstAngle => Comparison.Worst(FeatureGeometry.NeighbourAngles(Best.Vectors).Select(angle => new Comparison(360.0 / Features, angle))).Measured;

    /// <summary>The squared norm that is farthest from the predicted one.</summary>
    public double WorstNorm => Comparison.Worst(Best.SquaredNorms.Select(norm => new Comparison(Predicted.SquaredNorm, norm))).Measured;

    /// <summary>The dimensionality that is farthest from 2/5.</summary>
    public double WorstDimensionality =>
        Comparison.Worst(FeatureGeometry.Dimensionalities(Best.Vectors).Select(share => new Comparison((double)HiddenWidth / Features, share))).Measured;

    /// <summary>Why a setting has no pentagon; null where it has.</summary>
    public static string? WhyNot(Setting setting) => setting is not { Features: Features, HiddenWidth: HiddenWidth }
        ? "A pentagon takes five features and two hidden neurons."
        : setting.IsSparse ? null : $"Denser than $p = {NumberText.Of(Setting.SparseDensity)}$ the best arrangement need not be a regular pentagon: two antipodal pairs or a triangle cost less from some density on.";

    public static PentagonStudy Measure(ExperimentContext context, Setting setting)
    {
        var inputs = SparseInputs.OnGrid(Features, Nodes);
        ToyModelDesign design = new() { Inputs = inputs, HiddenWidth = HiddenWidth };
        ToyModel model = new(design, setting.Density);
        IReadOnlyList<TrainedModel> ends = Training.Run(
            context,
            design,
            [.. Enumerable.Repeat(setting.Density, setting.Starts)],
            Setting.RandomStarts(context, "pentagon-starts", Enumerable.Repeat(model, setting.Starts)),
            new Schedule(LearningRate, (int)Math.Ceiling(TimeTimesDensity / setting.Density / LearningRate)));
        return new(setting.Density, ends, RegularPolygon.Best(inputs, setting.Density), LossOfTopFeatures(inputs, setting.Density));
    }

    /// <summary>½(n − h) times the variance of a feature.</summary>
    private static double LossOfTopFeatures(SparseInputs inputs, double density)
    {
        double mean = density / 2;
        return 0.5 * (Features - HiddenWidth) * (inputs.SecondMoments(density)[0, 0] - (mean * mean));
    }
}
