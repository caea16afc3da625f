using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Ensembles whose trajectories end in every way there is: at the end, by blow-up, by NaN at the start or later, at once.</summary>
internal static class RandomEnsembles
{
    public static IEnumerable<Ensemble> Draw(int seed, int count)
    {
        Random random = new(seed);
        yield return Create(random, ParametricSystem.Create(new ProductFlow(), 1), count, (0.05, 1.5), (0.5, 2), 20);
        yield return Create(random, ParametricSystem.Create(new DrivenOscillator(), 1, 1), count, (-1, 1), (0.1, 40), 10);
        yield return Create(random, ParametricSystem.Create(new BlowUp(), 1, 0), count, (-2, 2), (0.1, 2), 3);
        yield return Create(random, ParametricSystem.Create(new EdgeOfDomain(), 1), count, (-0.2, 2), (-1.5, 0.5), 4);
        yield return Create(random, ParametricSystem.Create(new Chain(), 1), count, (-1, 1), (0.1, 5), 2);
    }

    private static Ensemble Create(
        Random random, ParametricSystem system, int count, (double From, double To) states, (double From, double To) parameters, double longest)
    {
        double start = random.Next(2) * 0.1;
        double direction = random.Next(4) == 0 ? -1 : 1;
        Ensemble ensemble = new Ensemble(system, Numbers(count * system.Dimension, states), start, start + (direction * longest))
            .WithEndTimes(Numbers(count, (0, longest)).Select(length => start + (random.Next(8) == 0 ? 0 : direction * length)));
        return random.Next(4) == 0 ? ensemble : ensemble.WithParameters(Numbers(count * system.DefaultParameters.Count, parameters));

        double[] Numbers(int length, (double From, double To) range) =>
            [.. Enumerable.Range(0, length).Select(_ => range.From + ((range.To - range.From) * random.NextDouble()))];
    }
}
