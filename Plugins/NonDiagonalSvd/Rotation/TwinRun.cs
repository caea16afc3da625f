using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>The same network trained twice, on Σ = U S Vᵀ and on S from the rotated start (UᵀWe, Wd V), and how far M and U M̄ Vᵀ part.</summary>
/// <param name="Times">The saved times.</param>
/// <param name="Deviations">The largest entry of |M − U M̄ Vᵀ| at each, over s₁.</param>
internal sealed record TwinRun(IReadOnlyList<double> Times, IReadOnlyList<double> Deviations)
{
    /// <summary>The largest deviation of the run; NaN if one is.</summary>
    public double Largest => Deviations.Aggregate(0.0, Math.Max);

    /// <summary>Trains both with one integrator.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="task">Σ and its start.</param>
    /// <param name="basis">U and V.</param>
    /// <param name="method">How both are trained.</param>
    public static TwinRun Solve(ExperimentContext context, LearningTask task, SingularBasis basis, TrainingMethod method)
    {
        LearningTask rotated = Rotate(task, basis);
        Trajectory original = Train(context, task, method);
        Trajectory twin = Train(context, rotated, method);
        return new(original.Times, [.. Enumerable.Range(0, original.Count).Select(i => Deviation(
            task.Network.Product(original.State(i)), basis.FromModes(rotated.Network.Product(twin.State(i))), basis.Values[0]))]);
    }

    /// <summary>The task in the basis of its modes: S, UᵀWe and Wd V.</summary>
    public static LearningTask Rotate(LearningTask task, SingularBasis basis) => task with
    {
        Target = basis.Diagonal,
        Encoder = basis.Left.Transpose().Multiply(task.Encoder),
        Decoder = task.Decoder.Multiply(basis.Right),
    };

    private static Trajectory Train(ExperimentContext context, LearningTask task, TrainingMethod method)
    {
        LinearNetwork network = task.Network;
        var problem = new InitialValueProblem(method.Rule(network), task.InitialState, 0, method.EndTime);
        return context.SolveWith(method.Integrator, problem, method.SaveAt).Trajectory;
    }

    private static double Deviation(Matrix product, Matrix twin, double scale) => product.Subtract(twin).LargestMagnitude() / scale;
}
