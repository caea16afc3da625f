using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DeepLinearNetwork.Balanced;

/// <summary>The flow from a balanced aligned start, in which every mode is a product of L equal weights.</summary>
internal sealed record AlignedStudy
{
    private const int Points = 800;
    private const double ShownBeyondLast = 1.5;

    public required DeepTask Task { get; init; }

    /// <summary>ε.</summary>
    public required double Strength { get; init; }

    /// <summary>Equally spaced states, somewhat beyond the last half-time.</summary>
    public required Trajectory Path { get; init; }

    /// <summary>When each mode is half learned.</summary>
    public required IReadOnlyList<Comparison> HalfTimes { get; init; }

    /// <summary>When each mode reaches half of the smallest learnable singular value: one level for all.</summary>
    public required IReadOnlyList<Comparison> TakeOffTimes { get; init; }

    /// <summary>The closed form of each mode.</summary>
    public required IReadOnlyList<BalancedProduct> Theory { get; init; }

    public static AlignedStudy Measure(ExperimentContext context, DeepTask task, double strength, double endTime)
    {
        BalancedProduct[] theory = [.. task.SingularValues.Take(task.LearnableCount).Select(value => new BalancedProduct(value, task.Depth))];
        double common = theory[^1].Target / 2;
        InitialValueProblem problem = new(task.Network, task.AlignedStart(context.CreateRandom("aligned-start"), strength), 0, endTime);
        for (int mode = 0; mode < theory.Length; mode++)
        {
            problem = problem.WithEvent(EventFunction.Crossing($"half-{NumberText.Of(mode)}", task.Strength(mode), theory[mode].Target / 2));
            problem = problem.WithEvent(EventFunction.Crossing($"common-{NumberText.Of(mode)}", task.Strength(mode), common));
        }

        double shown = Math.Min(endTime, ShownBeyondLast * theory[^1].GrowthTime(strength));
        Solution solution = context.Solve(problem, SaveAt.EquallySpaced(0, shown, Points));
        return new AlignedStudy
        {
            Task = task,
            Strength = strength,
            Path = solution.Trajectory,
            HalfTimes = [.. theory.Select((mode, i) => new Comparison(mode.GrowthTime(strength), solution.EventTime($"half-{NumberText.Of(i)}")))],
            TakeOffTimes = [.. theory.Select((mode, i) => new Comparison(mode.HittingTime(strength, common), solution.EventTime($"common-{NumberText.Of(i)}")))],
            Theory = theory,
        };
    }

    /// <summary>The loss along the path.</summary>
    public IReadOnlyList<double> Losses => Path.Observe((_, state) => Task.Network.EvaluateLoss(state));

    /// <summary>The largest distance of a strength from its closed form, over its singular value.</summary>
    public double LargestError => Largest.Of(Theory.SelectMany((theory, mode) =>
        Path.Observe(Task.Strength(mode)).Zip(Path.Times, (measured, time) => Math.Abs(measured - theory.ProductAt(Strength, time)) / theory.Target)));

    /// <summary>The loss while k modes are learned and the next is not, midway between their half-times: as the closed forms have it, and as measured.</summary>
    public IReadOnlyList<Plateau> Plateaus => [.. Enumerable.Range(1, Theory.Count - 1).Select(MeasurePlateau)];

    /// <summary>Whether some modes are learned so far apart that the loss comes to within two percent of a saddle's.</summary>
    public bool RestsAtSaddles => Plateaus.Any(plateau => plateau.Loss.Predicted <= (1 + SaddleTolerance) * plateau.Level);

    private Plateau MeasurePlateau(int learned)
    {
        double middle = (HalfTimes[learned - 1].Predicted + HalfTimes[learned].Predicted) / 2;
        int place = Enumerable.Range(0, Path.Count).MinBy(i => Math.Abs(Path.Times[i] - middle));
        double loss = Theory.Select(mode => mode.Target - mode.ProductAt(Strength, Path.Times[place])).Sum(residual => residual * residual) / 2;
        return new Plateau(learned, Unlearned(learned), new Comparison(loss + Unlearned(Theory.Count), Task.Network.EvaluateLoss(Path.State(place))));
    }

    private double Unlearned(int learned) => Task.SingularValues.Skip(learned).Sum(value => value * value) / 2;

    /// <summary>How far, relative, the loss may be from that of a saddle to rest there.</summary>
    private const double SaddleTolerance = 0.02;
}

/// <summary>Where the loss falls the least between two modes.</summary>
/// <param name="Learned">Number k of modes learned before.</param>
/// <param name="Level">½Σ_{i>k} s_i², the loss of the saddle.</param>
/// <param name="Loss">The loss, by the closed forms of the modes and as measured.</param>
internal sealed record Plateau(int Learned, double Level, Comparison Loss);
