using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Events, observables and reductions of every kind: over lanes and over doubles alone, with parameters and time.</summary>
internal static class RandomOutputs
{
    public static Ensemble WithEvents(Random random, Ensemble ensemble)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            IStateFunction<double> function = Function(random, ensemble.System.Dimension);
            int levels = random.Next(2) == 0 ? 1 : ensemble.Count;
            ensemble = ensemble.WithEvent(new EnsembleEvent(
                $"event {i}",
                function,
                Enumerable.Range(0, levels).Select(_ => Math.Round((2 * random.NextDouble()) - 0.5, random.Next(2) == 0 ? 1 : 12)),
                (EventDirection)random.Next(3),
                isTerminal: random.Next(3) == 0));
        }

        return ensemble;
    }

    /// <summary>Some times lie on the start, on ends and on knots.</summary>
    public static EnsembleOutput Outputs(Random random, Ensemble ensemble)
    {
        double direction = Enumerable.Range(0, ensemble.Count).Any(i => ensemble.EndTime(i) < ensemble.StartTime) ? -1 : 1;
        IEnumerable<double> times = Enumerable.Range(-2, 25).Select(k => ensemble.StartTime + (direction * k * 0.15))
            .Concat(Enumerable.Range(0, 10).Select(_ => ensemble.StartTime + (direction * 3 * random.NextDouble())))
            .Append(ensemble.EndTime(random.Next(ensemble.Count)))
            .Where(_ => random.Next(3) > 0);
        return new()
        {
            Times = [.. times.Append(ensemble.StartTime + direction).Distinct().OrderBy(time => direction * time)],
            Observables = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Function(random, ensemble.System.Dimension))],
            Reductions = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Reduction(Function(random, ensemble.System.Dimension), (ReductionKind)random.Next(2)))],
        };
    }

    private static IStateFunction<double> Function(Random random, int dimension)
    {
        int component = random.Next(dimension);
        return random.Next(5) switch
        {
            0 => StateFormula.Create(new Clock()),
            1 => StateFormula.Create(new Root(component)),
            2 => StateFormula.FromFunction((time, state) => state[component] * Math.Cos(time)),
            _ => StateFormula.Create(new Component(component)),
        };
    }

    private sealed class Clock : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => time;
    }

    private sealed class Component(int index) : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => state[index] * parameters[0];
    }

    /// <summary>NaN where the component is negative.</summary>
    private sealed class Root(int index) : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => TScalar.Sqrt(state[index]) - (0.1 * time);
    }
}
