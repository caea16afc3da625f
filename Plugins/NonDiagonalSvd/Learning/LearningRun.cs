using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.Learning;

/// <summary>The flow of a network on its target, and when each mode is half learned: predicted and measured.</summary>
internal sealed record LearningRun
{
    private const int ShownPoints = 301;
    private const string ModePrefix = "mode-";
    private const string BlockPrefix = "block-mode-";

    /// <summary>What is learned.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>The modes of the target.</summary>
    public required SingularBasis Basis { get; init; }

    /// <summary>When they should be learned.</summary>
    public required HalfTimePrediction Prediction { get; init; }

    /// <summary>The flow, at the times that are shown.</summary>
    public required Trajectory Trajectory { get; init; }

    /// <summary>Where the flow ends; not before the last time that is shown.</summary>
    public required double EndTime { get; init; }

    /// <summary>The product M there.</summary>
    public required Matrix FinalProduct { get; init; }

    /// <summary>When u_iᵀ M v_i reaches s_i/2; NaN where it does not.</summary>
    public required IReadOnlyList<double> ModeTimes { get; init; }

    /// <summary>When the singular values of the product within the block of mode i reach s_i/2, the largest first; NaN where they do not, and for blocks of one mode.</summary>
    public required IReadOnlyList<double> BlockTimes { get; init; }

    /// <summary>Number of modes with a singular value that is not zero.</summary>
    public int ModeCount => Basis.Values.Count;

    /// <summary>Number of modes that the network is wide enough to learn.</summary>
    public int LearnableCount => Math.Min(ModeCount, Task.HiddenWidth);

    /// <summary>The product M at every time that is shown.</summary>
    public IEnumerable<Matrix> Products => Enumerable.Range(0, Trajectory.Count).Select(i => Task.Network.Product(Trajectory.State(i)));

    /// <summary>The strength u_rowᵀ M v_column at the times that are shown.</summary>
    public IReadOnlyList<double> Strength(int row, int column) => Trajectory.Observe(Basis.Strength(Task.Network, row, column));

    /// <summary>Solves a task with the integrator of the run.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="task">What to learn.</param>
    /// <param name="shownTime">Until when the trajectory is kept at most, at equal intervals; it is not kept long after the last mode is learned.</param>
    /// <param name="endTime">Where the flow ends; not before the shown time.</param>
    public static LearningRun Solve(ExperimentContext context, LearningTask task, double shownTime, double endTime)
    {
        SingularBasis basis = SingularBasis.Of(task.Target).AdaptedTo(task.Encoder, task.Decoder);
        InitialValueProblem problem = new InitialValueProblem(task.Network, task.InitialState, 0, endTime).WithEvents(Crossings(task, basis));
        var prediction = HalfTimePrediction.Of(basis, task.Encoder, task.Decoder);
        shownTime = ShownTime.Of(shownTime, prediction.Times.Take(Math.Min(basis.Values.Count, task.HiddenWidth)));
        double[] shown = [.. Enumerable.Range(0, ShownPoints).Select(i => i * shownTime / (ShownPoints - 1))];
        Solution solution = context.Solve(problem, SaveAt.Times(shown[^1] < endTime ? [.. shown, endTime] : [.. shown[..^1], endTime]));
        Trajectory trajectory = solution.Trajectory;
        return new()
        {
            Task = task,
            Basis = basis,
            Prediction = prediction,
            Trajectory = new Trajectory(trajectory.Times.Take(ShownPoints), Enumerable.Range(0, ShownPoints).Select(i => trajectory.State(i).ToArray())),
            EndTime = endTime,
            FinalProduct = task.Network.Product(trajectory.LastState),
            ModeTimes = Times(ModePrefix),
            BlockTimes = Times(BlockPrefix),
        };

        double[] Times(string prefix) => [.. Enumerable.Range(0, basis.Values.Count).Select(mode => solution.EventTime(prefix + NumberText.Of(mode)))];
    }

    private static IEnumerable<EventFunction> Crossings(LearningTask task, SingularBasis basis)
    {
        LinearNetwork network = task.Network;
        foreach (ModeBlock block in basis.Blocks)
        {
            foreach (int mode in block.Modes)
            {
                double half = basis.Values[mode] / 2;
                yield return EventFunction.Crossing(ModePrefix + NumberText.Of(mode), basis.Strength(network, mode, mode), half);
                if (block.Count > 1)
                {
                    yield return EventFunction.Crossing(BlockPrefix + NumberText.Of(mode), basis.BlockStrength(network, block, mode - block.First), half);
                }
            }
        }
    }
}
