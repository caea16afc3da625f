using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Linear;

/// <summary>How far each of the three differences alone takes a toy model away from the linear network.</summary>
/// <remarks>By gradient descent with small steps, which passes the kinks of the ReLU that an adaptive method would stick to.</remarks>
/// <param name="Times">η times the step.</param>
/// <param name="SwitchedOffDistance">The largest distance of a weight of the model without differences from that of the linear network, over the largest weight.</param>
/// <param name="Models">Each model: what is switched on, and ‖M − M of the linear network‖ over ‖Σ‖.</param>
internal sealed record DifferenceRuns(
    IReadOnlyList<double> Times, double SwitchedOffDistance, IReadOnlyList<(string Name, IReadOnlyList<double> Distances)> Models)
{
    private const double LearningRateTimesTarget = 0.05;
    private const int Points = 100;

    public static DifferenceRuns Measure(ExperimentContext context, LinearTask task)
    {
        double learningRate = LearningRateTimesTarget / task.Targets.Max();
        int stride = (int)Math.Ceiling(task.EndTime / learningRate / Points);
        double[] times = [.. Enumerable.Range(0, Points + 1).Select(i => i * stride * learningRate)];
        IIntegrator descent = StepIntegrators.GradientDescent(learningRate);
        Trajectory network = Train(task.Network, task.Weights);
        ToyModelDesign off = task.SwitchedOff.Design;
        return new(
            times,
            LinearStudy.LargestRelativeDistance(Train(task.SwitchedOff, task.Weights), network),
            [Run("no difference", off), Run("ReLU", off with { IsRectified = true }), Run("tied weights", off with { IsTied = true }), Run("targets 1", off with { Targets = null })]);

        (string Name, IReadOnlyList<double> Distances) Run(string name, ToyModelDesign design)
        {
            ToyModel model = task.SwitchedOff.With(design);
            Trajectory path = Train(model, task.Weights[..model.Dimension]);
            return (name, [.. Enumerable.Range(0, path.Count).Select(i =>
                model.Product(path.State(i)).Subtract(task.Network.Product(network.State(i))).FrobeniusNorm() / task.Network.Target.FrobeniusNorm())]);
        }

        Trajectory Train(IDynamicsSystem system, double[] start) =>
            context.SolveWith(descent, new InitialValueProblem(system, start, 0, times[^1]), SaveAt.Times(times)).Trajectory;
    }
}
