using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition;

/// <summary>What a run of the experiment is about.</summary>
/// <param name="Features">n.</param>
/// <param name="HiddenWidth">h, below n.</param>
/// <param name="ImportanceDecay">r: feature i has the importance r^(i−1).</param>
/// <param name="Density">p, of the sparse inputs.</param>
/// <param name="Starts">How many random starts the sparse model gets.</param>
internal sealed record Setting(int Features, int HiddenWidth, double ImportanceDecay, double Density, int Starts)
{
    /// <summary>Standard deviation of the weights at random starts.</summary>
    public const double InitialScale = 0.3;

    /// <summary>From this squared norm on a feature counts as represented.</summary>
    public const double RepresentedNorm = 0.5;

    /// <summary>Up to this density claims call inputs sparse; denser ones make other arrangements cheaper, such as two antipodal pairs or a triangle.</summary>
    public const double SparseDensity = 0.05;

    /// <summary>Whether the inputs are sparse.</summary>
    public bool IsSparse => Density <= SparseDensity;

    /// <summary>I_i = r^(i−1).</summary>
    public IReadOnlyList<double> Importances => [.. Enumerable.Range(0, Features).Select(i => Math.Pow(ImportanceDecay, i))];

    /// <summary>Weights of random starts, one start after another, with biases at the mean p/2 of their feature.</summary>
    public static double[] RandomStarts(ExperimentContext context, string purpose, IEnumerable<ToyModel> models)
    {
        RandomNumbers random = context.CreateRandom(purpose);
        return [.. models.SelectMany(model => model.State(
            random.NextGaussians(model.Features * model.Design.HiddenWidth).Select(number => InitialScale * number), null, model.Density / 2))];
    }
}
