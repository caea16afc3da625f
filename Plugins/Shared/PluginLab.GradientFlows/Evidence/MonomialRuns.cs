using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Observables;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>Solves the monomials of one run, under its negative control if there is one, for as long as the closed forms say it takes.</summary>
/// <param name="context">Integrates.</param>
public sealed class MonomialRuns(ExperimentContext context)
{
    private const string Reached = "reached";

    /// <summary>The right-hand side that this run integrates at a state, under a control if there is one.</summary>
    public double[] EvaluateDerivative(IDynamicsSystem system, double[] state)
    {
        ArgumentNullException.ThrowIfNull(state);
        double[] derivative = new double[state.Length];
        context.Create(system).EvaluateDerivative(0, state, derivative);
        return derivative;
    }

    /// <summary>The solution at given times, increasing from 0 or later.</summary>
    public Trajectory Follow(IDynamicsSystem system, double[] start, IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return context.Solve(new InitialValueProblem(system, start, 0, times[^1]), SaveAt.Times(times)).Trajectory;
    }

    /// <summary>The largest change of a quantity from its initial value, over the states after every step up to a time: of what the method itself computes.</summary>
    /// <remarks>Dense output between steps has errors of its own and would hide how well a method conserves.</remarks>
    public double LargestChange(IDynamicsSystem system, double[] start, double endTime, StateFunction quantity) =>
        ConservedQuantities.Drift(context.Solve(new InitialValueProblem(system, start, 0, endTime), SaveAt.EveryStep).Trajectory, quantity).Largest;

    /// <summary>When and where an observable first reaches a level, by an event.</summary>
    /// <param name="system">The flow.</param>
    /// <param name="start">Its state at time 0.</param>
    /// <param name="observable">What is to reach the level.</param>
    /// <param name="level">The level.</param>
    /// <param name="predicted">The time that theory predicts; the solve goes on for five times as long.</param>
    /// <returns>The event; null if it did not happen.</returns>
    public LocatedEvent? Reach(IDynamicsSystem system, double[] start, StateFunction observable, double level, double predicted)
    {
        InitialValueProblem problem = new(system, start, 0, Waiting.Patience * predicted);
        Solution solution = context.Solve(problem.WithEvent(EventFunction.Stop(Reached, observable, level)), SaveAt.End);
        return solution.Events is [LocatedEvent first, ..] ? first : null;
    }

    /// <summary>Time at which the product of a monomial reaches a level; NaN if it does not within five times the predicted time.</summary>
    public double TimeTo(Monomial monomial, double[] start, double level, double predicted)
    {
        ArgumentNullException.ThrowIfNull(monomial);
        return Reach(monomial, start, (_, state) => monomial.EvaluateProduct(state), level, predicted)?.Time ?? double.NaN;
    }

    /// <summary>Where the flow of a monomial ends; with exponents up to 2, as from 3 on a stuck weight dies out too slowly to wait for.</summary>
    public Ending End(Monomial monomial, double[] start)
    {
        ArgumentNullException.ThrowIfNull(monomial);
        MonomialLimit limit = new(monomial.Target, monomial.Exponents, start);
        InitialValueProblem problem = new(monomial, start, 0, Waiting.UntilSettled(monomial, start, limit));
        double[] final = context.Solve(problem, SaveAt.End).Trajectory.LastState.ToArray();
        return new Ending(start, final, monomial.EvaluateLoss(final), limit);
    }
}

/// <summary>Where a flow ended, and where theory says it ends.</summary>
/// <param name="Start">The state at the start.</param>
/// <param name="Final">The last state.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Limit">The limit that the conserved quantities predict.</param>
public sealed record Ending(IReadOnlyList<double> Start, IReadOnlyList<double> Final, double Loss, MonomialLimit Limit)
{
    /// <summary>w₁/w₂ in the end, as predicted and as measured.</summary>
    public Comparison Ratio => new(Limit.State[0] / Limit.State[1], Final[0] / Final[1]);

    /// <summary>Each weight in the end, as predicted and as measured.</summary>
    public IEnumerable<Comparison> Weights => Limit.State.Zip(Final, (predicted, measured) => new Comparison(predicted, measured));
}
