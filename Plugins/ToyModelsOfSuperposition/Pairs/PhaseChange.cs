using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>The density at which a neuron that is dedicated to one feature begins to take in a second one.</summary>
/// <remarks>
/// Near the dedicated solution the flow is homogeneous of degree 1 up to relative terms of the size of the kick: a kick of the second vector settles to the slowest
/// direction and then grows or shrinks, which is all that is asked. At a stationary point descent does so where the flow does, whatever its step.
/// Nodes decide how far the points are from uniform features, as the ReLU's kink lies among them; the prediction is made for the same nodes.
/// </remarks>
/// <param name="RelativeImportance">r, the importance of feature 2 over that of feature 1.</param>
/// <param name="Measured">Neighbouring densities: at the lower the second vector grows, at the upper it shrinks.</param>
internal sealed record PhaseChange(double RelativeImportance, Bracket Measured)
{
    private const int Nodes = 16;
    private const double LowestDensity = 0.02;
    private const double Kick = 1e-7;
    private const double NoLongerSmall = 1e-4;
    private const int Densities = 16;
    private const int Rounds = 4;

    private static readonly Schedule Schedule = new(0.5, 1000);

    /// <summary>Half of the last bracket, of which each round keeps one interval in fifteen.</summary>
    public static double Resolution { get; } = (1 - LowestDensity) / Math.Pow(Densities - 1, Rounds) / 2;

    /// <summary>The density by linear stability at the same nodes.</summary>
    public double Predicted { get; } = DedicatedFeature.AtNodes(Nodes).ThresholdDensity(RelativeImportance);

    /// <summary>That of uniform features.</summary>
    public double PredictedOfUniform { get; } = DedicatedFeature.Uniform.ThresholdDensity(RelativeImportance);

    public static PhaseChange Measure(ExperimentContext context, double relativeImportance)
    {
        // With both features present errors are quadratic, and two nodes are exact.
        ToyModelDesign design = new() { Inputs = SparseInputs.OnGrid(2, [Nodes, 2]), HiddenWidth = 1, Importances = [1, relativeImportance] };
        (double lower, double upper) = (LowestDensity, 1);
        for (int round = 0; round < Rounds; round++)
        {
            IReadOnlyList<double> densities = Spacing.Linear(lower, upper, Densities);
            int last = Array.LastIndexOf(AreUnstable(context, design, densities), true);
            (lower, upper) = (densities[Math.Max(last, 0)], densities[Math.Min(last + 1, Densities - 1)]);
        }

        return new(relativeImportance, new Bracket(lower, upper));
    }

    private static bool[] AreUnstable(ExperimentContext context, ToyModelDesign design, IReadOnlyList<double> densities)
    {
        IEnumerable<double> starts = densities.SelectMany(density => new[] { 1, -Kick, 0, density / 2 });
        IReadOnlyList<TrainedModel> settled = Training.Run(context, design, densities, starts, Schedule);
        IReadOnlyList<TrainedModel> later = Training.Run(context, design, densities, settled.SelectMany(end => end.State), Schedule);
        return [.. settled.Zip(later, (before, after) => Length(before) > NoLongerSmall || Length(after) > Length(before))];
    }

    private static double Length(TrainedModel end) => Math.Abs(end.Vectors[1, 0]);
}
