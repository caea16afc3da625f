using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DeepLinearNetwork.Gaussian;

/// <summary>How long mode 1 takes from a tenth to nine tenths of its target, from Gaussian starts of several sizes, over what a product of L weights takes.</summary>
/// <param name="Task">Network and target.</param>
/// <param name="Sizes">Sizes r of the starts: σ √h / s₁^(1/L), the typical singular value of a layer over that at the minimum.</param>
/// <param name="Quotients">For each size, the quotient of each start; NaN for a start that does not get there.</param>
internal sealed record RiseStudy(DeepTask Task, IReadOnlyList<double> Sizes, IReadOnlyList<IReadOnlyList<double>> Quotients)
{
    public const int StartsPerSize = 12;

    private const double Smallest = 0.005;
    private const double Largest = 0.5;
    private const int SizeCount = 8;
    private const int FittedSizes = 4;
    private const double Lower = 0.1;
    private const double Upper = 0.9;

    // Mode 1 of a Gaussian product is weaker than its typical singular value, by chance.
    private const double Weakness = 1e-6;
    private const double Patience = 10;

    /// <summary>The medians, one for each size.</summary>
    public IReadOnlyList<double> Medians => [.. Quotients.Select(Median)];

    /// <summary>The largest quotient of any start that gets there.</summary>
    public double LargestQuotient => Quotients.SelectMany(values => values).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();

    /// <summary>2(1 − s₂/s₁): the power of the size with which the excess over 1 vanishes; 2 for a single mode.</summary>
    public double ExcessExponent => 2 * (1 - ((Task.SingularValues.Count > 1 ? Task.SingularValues[1] : 0) / Task.SingularValues[0]));

    /// <summary>The smallest size to this power: the order of its excess.</summary>
    public double SmallestRemainder => Math.Pow(Sizes[0], ExcessExponent);

    /// <summary>The power law of the excess of the medians over 1 at the smallest sizes; null if one of them is not above 1.</summary>
    public PowerLawFit? ExcessFit
    {
        get
        {
            double[] excesses = [.. Medians.Take(FittedSizes).Select(median => median - 1)];
            return excesses.All(excess => excess > 0) ? PowerLawFit.Of([.. Sizes.Take(FittedSizes)], excesses) : null;
        }
    }

    public static RiseStudy Measure(ExperimentContext context, DeepTask task)
    {
        IReadOnlyList<double> sizes = Spacing.Logarithmic(Smallest, Largest, SizeCount);
        RandomNumbers random = context.CreateRandom("rise-starts");
        double target = task.SingularValues[0];
        BalancedProduct product = new(target, task.Depth);
        double[][] directions = [.. Enumerable.Range(0, StartsPerSize).Select(_ => task.GaussianStart(random, 1))];
        double[] strengths = [.. sizes.SelectMany(size => Enumerable.Repeat(Math.Pow(size, task.Depth) * target, StartsPerSize))];
        var strength = StateFormula.Create(new ModeStrength([.. task.Left.Column(0)], [.. task.Right.Column(0)], [.. task.Network.Widths]));
        IEnumerable<double> states =
            from size in sizes
            from direction in directions
            from weight in direction
            select task.StandardDeviation(Math.Pow(size, task.Depth) * target) * weight;
        Ensemble ensemble = new Ensemble(task.Network, states, 0, 0)
            .WithEndTimes(strengths.Select(value => Patience * product.HittingTime(Weakness * value, Upper * target)))
            .WithEvent(EnsembleEvent.Crossing("lower", strength, Lower * target))
            .WithEvent(EnsembleEvent.Stop("upper", strength, Upper * target));
        EnsembleSolution solution = context.Solve(ensemble, EnsembleOutput.FinalStates);
        double predicted = product.HittingTime(Lower * target, Upper * target);
        double[] quotients = [.. solution.EventTimes("upper").Zip(solution.EventTimes("lower"), (upper, lower) => (upper - lower) / predicted)];
        return new(task, sizes, [.. quotients.Chunk(StartsPerSize)]);
    }

    private static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value).Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return double.IsFinite(median) ? median : double.NaN;
    }
}
