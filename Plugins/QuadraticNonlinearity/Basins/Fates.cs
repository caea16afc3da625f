using PluginLab.Dynamics;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>What becomes of a start.</summary>
internal enum Fate
{
    /// <summary>The loss falls to a millionth of s²/2.</summary>
    Learned,

    /// <summary>Every inner weight dies out beside a negative outer one.</summary>
    Stuck,

    /// <summary>Neither, in the time that theory says one of them takes: too near the boundary to tell.</summary>
    Undecided,
}

/// <summary>Solves many starts of quadratic units Σⱼ aⱼwⱼ², of which w₁²w₂ is one, until each has learned the target or is stuck.</summary>
/// <remarks>
/// The state is w₁, …, w_h, a₁, …, a_h. While the product is below s/2, a unit with c = w² − 2a² runs through its orbit a' = s(c + 2a²) at no less than half
/// the speed: it passes the saddle or grows out of all bounds in 2π/(s√(2|c|)), or in 2 log(4|a|/w)/(s√(2|c|)) from beside the axis; and beyond the boundary
/// w shrinks at the rate s√(2|c|) or faster. So 40/(s√|c|) is enough for all of them.
/// </remarks>
internal sealed class Fates
{
    /// <summary>The final loss of what counts as learned, over s²/2.</summary>
    public const double LearnedLoss = 1e-6;

    private const string Learned = "learned";
    private const double LongestPassage = 40;

    // In units of s^(-4/3): the approach of the target after growth.
    private const double Approach = 20;

    // |c| below it, in units of s^(2/3), is rounding.
    private const double SmallestConserved = 1e-16;

    // A weight that dies out falls below any fraction of the other; near the saddle both are alike.
    private const double Vanished = 1e-3;

    private readonly EnsembleSolution solution;

    private Fates(EnsembleSolution solution, double[] losses, double learnedLoss) =>
        (this.solution, Losses, All) = (solution, losses, [.. losses.Select((loss, i) => Decide(solution, i, loss < learnedLoss))]);

    /// <summary>The fate of each start.</summary>
    public IReadOnlyList<Fate> All { get; }

    /// <summary>The loss at the end of each.</summary>
    public IReadOnlyList<double> Losses { get; }

    /// <summary>Solves starts.</summary>
    /// <param name="runs">The flows of the run.</param>
    /// <param name="flow">The flow, and the loss that it descends.</param>
    /// <param name="starts">The states at the start, one after another, in units of s^(1/3).</param>
    public static Fates Of(QuadraticRuns runs, QuadraticFlow flow, IReadOnlyList<double> starts)
    {
        double learned = LearnedLoss * flow.Speed * runs.Target * runs.Target / 2;
        Ensemble ensemble = new Ensemble(flow.System, starts.Select(weight => weight * runs.WeightUnit), 0, 0)
            .WithEndTimes(starts.Chunk(flow.System.Dimension).Select(start => TimeToDecide(start) * runs.TimeUnit / flow.Speed))
            .WithEvent(EnsembleEvent.Stop(Learned, flow.Loss, learned));
        EnsembleSolution solution = runs.SolveAll(ensemble);
        return new(solution, [.. Enumerable.Range(0, solution.Count).Select(i => flow.EvaluateLoss(solution.FinalState(i)))], learned);
    }

    /// <summary>How many starts share a fate.</summary>
    public int CountOf(Fate fate) => All.Count(other => other == fate);

    /// <summary>The last state of a start.</summary>
    public ReadOnlySpan<double> FinalState(int start) => solution.FinalState(start);

    /// <summary>When the loss of a start fell to a millionth of s²/2: 0 if it was there from the outset, NaN if it did not.</summary>
    public double LearningTime(int start) => All[start] != Fate.Learned ? double.NaN : solution.Outcome(start) == SolveOutcome.StoppedByEvent ? solution.FinalTime(start) : 0;

    private static double TimeToDecide(double[] start)
    {
        double smallest = double.PositiveInfinity;
        int width = start.Length / 2;
        for (int j = 0; j < width; j++)
        {
            smallest = Math.Min(smallest, Math.Abs((start[j] * start[j]) - (2 * start[width + j] * start[width + j])));
        }

        return Approach + (LongestPassage / Math.Sqrt(Math.Max(smallest, SmallestConserved)));
    }

    private static Fate Decide(EnsembleSolution solution, int start, bool isLowLoss)
    {
        ReadOnlySpan<double> final = solution.FinalState(start);
        int width = final.Length / 2;
        bool isStuck = true;
        for (int j = 0; j < width; j++)
        {
            isStuck &= Math.Abs(final[j]) < -Vanished * final[width + j];
        }

        return isLowLoss || solution.Outcome(start) == SolveOutcome.StoppedByEvent ? Fate.Learned : isStuck ? Fate.Stuck : Fate.Undecided;
    }
}
