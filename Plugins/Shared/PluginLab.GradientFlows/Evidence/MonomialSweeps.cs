using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>Solves many starts of a flow together, under the run's negative control if there is one: what <see cref="MonomialRuns"/> does for one of them.</summary>
/// <param name="context">Integrates.</param>
public sealed class MonomialSweeps(ExperimentContext context)
{
    private const string Reached = "reached";

    /// <summary>The same by a coarser integrator; null if there is none. See <see cref="ExperimentContext.Coarsen"/>.</summary>
    public MonomialSweeps? Coarsen() => context.Coarsen() is { } coarser ? new(coarser) : null;

    /// <summary>Times at which the product of a monomial reaches a level from each of many starts.</summary>
    /// <inheritdoc cref="TimesTo(IDynamicsSystem, IReadOnlyList{double[]}, IStateFunction{double}, double, IReadOnlyList{double})"/>
    public IReadOnlyList<Comparison> TimesTo(Monomial monomial, IReadOnlyList<double[]> starts, double level, IReadOnlyList<double> predicted)
    {
        ArgumentNullException.ThrowIfNull(monomial);
        return TimesTo(monomial, starts, monomial.Observables[0].Formula!, level, predicted);
    }

    /// <summary>Times at which an observable reaches a level from each of many starts.</summary>
    /// <param name="system">The flow.</param>
    /// <param name="starts">Its states at time 0.</param>
    /// <param name="observable">What is to reach the level.</param>
    /// <param name="level">The level.</param>
    /// <param name="predicted">The time that theory predicts for each; each is solved for five times as long.</param>
    /// <returns>Each with its prediction; NaN where the level is not reached.</returns>
    public IReadOnlyList<Comparison> TimesTo(
        IDynamicsSystem system, IReadOnlyList<double[]> starts, IStateFunction<double> observable, double level, IReadOnlyList<double> predicted)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(predicted);
        Ensemble ensemble = new Ensemble(system, starts.SelectMany(start => start), 0, 0)
            .WithEndTimes(predicted.Select(time => Waiting.Patience * time))
            .WithEvent(EnsembleEvent.Stop(Reached, observable, level));
        IReadOnlyList<double> measured = context.Solve(ensemble, EnsembleOutput.FinalStates).EventTimes(Reached);
        return [.. predicted.Zip(measured, (theory, time) => new Comparison(theory, time))];
    }

    /// <summary>Where the flow of a monomial ends from each of many starts; with exponents up to 2, as from 3 on a stuck weight dies out too slowly to wait for.</summary>
    public IReadOnlyList<Ending> End(Monomial monomial, IReadOnlyList<double[]> starts)
    {
        ArgumentNullException.ThrowIfNull(monomial);
        ArgumentNullException.ThrowIfNull(starts);
        MonomialLimit[] limits = [.. starts.Select(start => new MonomialLimit(monomial.Target, monomial.Exponents, start))];
        Ensemble ensemble = new Ensemble(monomial, starts.SelectMany(start => start), 0, 0)
            .WithEndTimes(starts.Zip(limits, (start, limit) => Waiting.UntilSettled(monomial, start, limit)));
        EnsembleSolution solution = context.Solve(ensemble, EnsembleOutput.FinalStates);
        return [.. starts.Select((start, i) => End(monomial, start, limits[i], solution, i))];
    }

    private static Ending End(Monomial monomial, double[] start, MonomialLimit limit, EnsembleSolution solution, int trajectory)
    {
        double[] final = solution.FinalState(trajectory).ToArray();
        return new Ending(start, final, monomial.EvaluateLoss(final), limit);
    }
}
