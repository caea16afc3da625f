using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Dense;

/// <summary>The flow on dense inputs, where every feature is always present.</summary>
/// <remarks>
/// Biases start at the mean of their feature, so that no output is near the kink of its ReLU and the model is linear as it learns: its best is to keep
/// the h most important features, ‖w_i‖² = 1 and b_i = 0, and to answer ½ for the others. Two nodes per feature make the loss that of uniform features.
/// </remarks>
/// <param name="Setting">The setting.</param>
/// <param name="Trained">Where the flow ends.</param>
internal sealed record DenseStudy(Setting Setting, TrainedModel Trained)
{
    private const double Variance = 1.0 / 12;
    private const double InitialScale = 0.1;
    private const double TimeConstants = 60;
    private const double LeastGap = 0.03;

    /// <summary>½ Σ_{i &gt; h} I_i/12: the variance of the features that are given up.</summary>
    public double PredictedLoss => Variance / 2 * Setting.Importances.Skip(Setting.HiddenWidth).Sum();

    /// <summary>The largest distance of ‖w_i‖² from 1 among the h most important features, from 0 among the others.</summary>
    public double LargestNormError => Trained.SquaredNorms.Select((norm, i) => Math.Abs(norm - (i < Setting.HiddenWidth ? 1 : 0))).Max();

    /// <summary>Why nothing is claimed; null where something is.</summary>
    public string? WhyNot => Gap(Setting) >= LeastGap ? null
        : $"Features $h$ and $h + 1$ differ in importance by less than {NumberText.Of(LeastGap)}: which of them is kept takes the flow longer than it runs, and nothing decides it where they are equal.";

    public static DenseStudy Measure(ExperimentContext context, Setting setting)
    {
        int features = setting.Features, width = setting.HiddenWidth;
        ToyModel model = new(
            new ToyModelDesign
            {
                Inputs = SparseInputs.OnGrid(features, [.. Enumerable.Repeat(0, features - 1), 2]),
                HiddenWidth = width,
                Importances = setting.Importances,
            },
            density: 1);

        // The slowest direction: feature h + 1 in place of feature h.
        double rate = Variance * Math.Max(Gap(setting), LeastGap);
        double[] weights = [.. context.CreateRandom("dense-start").NextGaussians(features * width).Select(number => InitialScale * number)];
        Solution solution = context.Solve(new InitialValueProblem(model, model.State(weights, null, 0.5), 0, TimeConstants / rate), SaveAt.End);
        return new(setting, new TrainedModel(model, solution.Trajectory.LastState.ToArray()));
    }

    /// <summary>I_h − I_{h+1}.</summary>
    private static double Gap(Setting setting) => setting.Importances[setting.HiddenWidth - 1] - setting.Importances[setting.HiddenWidth];
}
