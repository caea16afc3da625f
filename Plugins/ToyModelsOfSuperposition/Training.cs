using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.ToyModelsOfSuperposition;

/// <summary>Gradient descent of many copies of a toy model, each at its own density.</summary>
/// <remarks>Descent, not the flow: the loss has a kink wherever an output of some point is 0, at each of which an adaptive method stops to find its step anew.</remarks>
internal static class Training
{
    /// <summary>Trains all copies for so many steps.</summary>
    /// <param name="context">The run.</param>
    /// <param name="design">The model.</param>
    /// <param name="densities">p of each copy.</param>
    /// <param name="starts">Start after start.</param>
    /// <param name="schedule">Learning rate and number of steps.</param>
    public static IReadOnlyList<TrainedModel> Run(
        ExperimentContext context, ToyModelDesign design, IReadOnlyList<double> densities, IEnumerable<double> starts, Schedule schedule)
    {
        ToyModel first = new(design, densities[0]);
        Ensemble ensemble = new Ensemble(first, starts, 0, schedule.LearningRate * schedule.Steps).WithParameters(densities);
        EnsembleSolution solution = (context with { Integrator = StepIntegrators.GradientDescent(schedule.LearningRate) }).Solve(ensemble, EnsembleOutput.FinalStates);
        return [.. densities.Select((density, i) => new TrainedModel(new ToyModel(design, density), solution.FinalState(i).ToArray()))];
    }
}

/// <summary>How long descent runs.</summary>
/// <param name="LearningRate">η.</param>
/// <param name="Steps">Number of steps.</param>
internal readonly record struct Schedule(double LearningRate, int Steps)
{
    private const double MostLearningRate = 1;
    private const double ShareOfStableRate = 0.9;

    /// <summary>η times the number of steps.</summary>
    public double Time => LearningRate * Steps;

    /// <summary>Steps as long as descent bears: just below 2/(1 + 4λ), where λ = p/3 + (n − 1)p²/4 is the largest second moment of the inputs.</summary>
    /// <remarks>A tied feature of length 1 counts twice in its output, so that weights and bias see at most the curvature 4λ + 1 of the squared error.</remarks>
    public static Schedule AtDensity(int features, double density, int steps)
    {
        double largestMoment = (density / 3) + ((features - 1) * density * density / 4);
        return new(Math.Min(MostLearningRate, ShareOfStableRate * 2 / (1 + (4 * largestMoment))), steps);
    }
}

/// <summary>A model and where its training ended.</summary>
internal sealed record TrainedModel(ToyModel Model, double[] State)
{
    /// <summary>W, a feature per row.</summary>
    public Matrix Vectors { get; } = Model.Vectors(State);

    public double Loss { get; } = Model.EvaluateLoss(State);

    /// <summary>‖w_i‖².</summary>
    public IReadOnlyList<double> SquaredNorms => FeatureGeometry.SquaredNorms(Vectors);

    /// <summary>How many features are represented.</summary>
    public int RepresentedCount => SquaredNorms.Count(norm => norm > Setting.RepresentedNorm);

    /// <summary>The one with the least loss.</summary>
    public static TrainedModel Best(IEnumerable<TrainedModel> models) => models.MinBy(model => model.Loss)!;
}
