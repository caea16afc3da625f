using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>The model of the run over densities from sparse to dense, each the best of some starts.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Best">The end with the least loss for every density, the sparsest first.</param>
internal sealed record DensitySweep(Setting Setting, IReadOnlyList<TrainedModel> Best)
{
    /// <summary>The sparsest inputs.</summary>
    public const double LowestDensity = 0.01;

    private const int Densities = 16;
    private const int DensitiesTogether = 8;
    private const int PairsEach = 2;
    private const int Steps = 5000;
    private const double LeastGrowth = 15;

    /// <summary>How many starts there are at each density: random ones and their mirror images.</summary>
    public const int StartsEach = 2 * PairsEach;

    /// <summary>The densities p.</summary>
    public IReadOnlyList<double> AtDensities => [.. Best.Select(end => end.Model.Density)];

    /// <summary>The end at the density of the run.</summary>
    public TrainedModel AtRun => Best.Single(end => end.Model.Density == Setting.Density);

    /// <summary>The end halfway from the density of the run to dense inputs.</summary>
    public TrainedModel Between => Best[(Best.ToList().IndexOf(AtRun) + Densities - 1) / 2];

    public static DensitySweep Measure(ExperimentContext context, Setting setting)
    {
        IReadOnlyList<double> densities = WithNearest(Spacing.Logarithmic(LowestDensity, 1, Densities), setting.Density);
        ToyModelDesign design = new()
        {
            Inputs = SparseInputs.OnGrid(setting.Features, [.. Enumerable.Repeat(2, setting.Features)]),
            HiddenWidth = setting.HiddenWidth,
            Importances = setting.Importances,
        };
        double[] drawn = Setting.RandomStarts(
            context, "sweep-starts", densities.SelectMany(density => Enumerable.Repeat(new ToyModel(design, density), PairsEach)));
        double[][] starts = [.. drawn.Chunk(drawn.Length / (densities.Count * PairsEach)).Select(start => WithMirrorImage(start, setting))];
        return new(setting, [.. densities.Chunk(DensitiesTogether).SelectMany((together, i) => Training.Run(
            context,
            design,
            [.. together.SelectMany(density => Enumerable.Repeat(density, StartsEach))],
            starts.Skip(i * DensitiesTogether * PairsEach).Take(DensitiesTogether * PairsEach).SelectMany(start => start),
            ScheduleAt(setting, together[^1])).Chunk(StartsEach).Select(TrainedModel.Best))]);
    }

    private static Schedule ScheduleAt(Setting setting, double density) => Schedule.AtDensity(setting.Features, density, Steps);

    /// <summary>Rising densities with one of them in place of the nearest.</summary>
    private static IReadOnlyList<double> WithNearest(IReadOnlyList<double> densities, double density)
    {
        double nearest = densities.MinBy(other => Math.Abs(Math.Log(other / density)));
        return [.. densities.Select(other => other == nearest ? density : other)];
    }

    /// <summary>A start, and the same with every second vector turned around: in one neuron vectors never pass 0 to the other side, and each of the two has some on both.</summary>
    private static double[] WithMirrorImage(double[] start, Setting setting) =>
        [.. start, .. start.Select((value, k) => k < setting.Features * setting.HiddenWidth && k / setting.HiddenWidth % 2 == 1 ? -value : value)];

    /// <summary>That sparse inputs make room for more features than there are hidden neurons.</summary>
    public Claim Claim() => new()
    {
        Id = "more-features-than-neurons",
        Statement = $"On sparse inputs more features are represented, with squared norm above {NumberText.Of(Setting.RepresentedNorm)}, than there are hidden neurons.",
        Source = "Elhage et al., Toy models of superposition, 2022, section 'Demonstrating superposition'",
        Predicted = Setting.HiddenWidth + 1,
        Measured = AtRun.RepresentedCount,
        Uncertainty = 0,
        Bound = Bound.AtLeast(Setting.HiddenWidth + 1),
        Expected = Verdict.Supported,
        NotApplicable = !Setting.IsSparse ? $"It is a claim about sparse inputs, $p \\le {NumberText.Of(Setting.SparseDensity)}$."
            : Growth < LeastGrowth ? "Feature $h + 1$ is so rare and unimportant that these steps do not teach it." : null,
        Control = Controls.NoRectifier,
    };

    /// <summary>How many times over a lone feature h + 1 grows by e: its rate is (2/3)pI.</summary>
    private double Growth => 2.0 / 3 * Setting.Density * Setting.Importances[Setting.HiddenWidth] * ScheduleAt(Setting, HighestWith(AtRun)).Time;

    /// <summary>The highest of the densities that are trained together with one, which decides how long their steps are.</summary>
    private double HighestWith(TrainedModel end) => Best.Chunk(DensitiesTogether).Single(together => together.Contains(end))[^1].Model.Density;
}
