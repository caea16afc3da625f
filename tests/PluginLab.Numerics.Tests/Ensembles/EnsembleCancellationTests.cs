using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>A cancelled ensemble ends at once, with what each trajectory had reached, in lanes and one by one.</summary>
public sealed class EnsembleCancellationTests
{
    private const int Count = 64;
    private const int CancelAt = 5000;

    [Test]
    public void A_long_ensemble_gives_way_within_a_step_of_each_thread([Values] bool inLanes, [Values(1, 2, 7)] int threads)
    {
        using CancellationTokenSource source = new();
        WatchedDecay decay = new(call => CancelOnce(call, source));

        EnsembleSolution solution = Endless.Integrator().Solve(inLanes, Endless.Of(decay, Count), new EnsembleOutput { MaximumThreads = threads }, source.Token);

        // A thread that has just begun evaluates its start too.
        Assert.That(decay.Calls, Is.LessThanOrEqualTo(CancelAt + (threads * (Endless.StepEvaluations + 1))));
        Assert.That(solution.CountOf(SolveOutcome.Cancelled), Is.EqualTo(Count));
        Assert.That(solution.Statistics.AcceptedSteps, Is.Positive);
    }

    [Test]
    public void Nothing_goes_on_afterwards([Values] bool inLanes)
    {
        using CancellationTokenSource source = new();
        WatchedDecay decay = new(call => CancelOnce(call, source));
        Endless.Integrator().Solve(inLanes, Endless.Of(decay, Count), EnsembleOutput.FinalStates, source.Token);
        (long calls, int running) = (decay.Calls, decay.Running);

        Thread.Sleep(20);

        Assert.That((running, decay.Calls), Is.EqualTo((0, calls)));
    }

    [Test]
    public void A_cancelled_trajectory_ends_where_its_steps_had_led_it([Values] bool inLanes)
    {
        using CancellationTokenSource source = new();
        Ensemble ensemble = Endless.Of(new WatchedDecay(call => CancelOnce(call, source)), Count);
        EnsembleSolution solution = Endless.Integrator().Solve(inLanes, ensemble, EnsembleOutput.FinalStates, source.Token);

        for (int i = 0; i < Count; i++)
        {
            SolveStatistics work = solution.StatisticsOf(i);
            Solution alone = Endless.Integrator(Math.Max(1, work.AcceptedSteps)).Integrate(ensemble.Problem(i), SaveAt.EveryStep, CancellationToken.None);
            Trajectory path = alone.PartialTrajectory;
            int reached = (int)work.AcceptedSteps;
            Assert.That((solution.FinalTime(i), solution.FinalState(i)[0]), Is.EqualTo((path.Times[reached], path.State(reached)[0])));
        }
    }

    [Test]
    public void Starts_that_lead_nowhere_give_way_too()
    {
        using CancellationTokenSource source = new();
        Nowhere nowhere = new(source);
        Ensemble ensemble = new(ParametricSystem.Create(nowhere), Enumerable.Repeat(1.0, 100 * Lanes.Count), 0, 1);

        EnsembleSolution solution = Endless.Integrator().Integrate(ensemble, new EnsembleOutput { MaximumThreads = 1 }, source.Token);

        Assert.That(nowhere.Calls, Is.EqualTo(Nowhere.CancelAt));
        Assert.That(solution.CountOf(SolveOutcome.Cancelled), Is.EqualTo((100 - Nowhere.CancelAt) * Lanes.Count));
    }

    [Test]
    public void An_ensemble_that_is_cancelled_before_it_starts_keeps_its_starts([Values] bool inLanes)
    {
        Ensemble ensemble = Endless.Of(new WatchedDecay(_ => { }), Count);

        EnsembleSolution solution = Endless.Integrator().Solve(inLanes, ensemble, EnsembleOutput.FinalStates, new CancellationToken(canceled: true));

        Assert.That(solution.CountOf(SolveOutcome.Cancelled), Is.EqualTo(Count));
        Assert.That(
            Enumerable.Range(0, Count).Select(i => (solution.FinalTime(i), solution.FinalState(i)[0])),
            Is.EqualTo(Enumerable.Range(0, Count).Select(i => (0.0, ensemble.InitialState(i)[0]))));
    }

    [Test]
    public void A_trajectory_that_is_cancelled_before_it_is_observed_is_not_written_by_half()
    {
        using CancellationTokenSource source = new();
        IStateFunction<double> clock = StateFormula.FromFunction((time, _) => time);
        Ensemble ensemble = new Ensemble(ParametricSystem.Create(new WatchedDecay(_ => { })), [1], 0, 1)
            .WithEvent(EnsembleEvent.Crossing("half", clock, 0.5));
        EnsembleOutput output = new() { Times = [0.25], Observables = [clock], Reductions = [new(clock, ReductionKind.Maximum)] };

        EnsembleSolution solution = TrajectoryByTrajectory.Integrate(new CancelledAfterOneSolve(source), ensemble, output, source.Token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((solution.Outcome(0), solution.FinalTime(0)), Is.EqualTo((SolveOutcome.Cancelled, 0.0)));
            Assert.That((solution.EventTime("half", 0), solution.Reduced(0, 0), solution.Observed(0, 0)[0]), Is.EqualTo((double.NaN, double.NaN, double.NaN)));
        }
    }

    [Test]
    public void An_experiment_sees_the_cancellation_of_an_ensemble_as_an_exception([Values] bool inLanes)
    {
        using CancellationTokenSource source = new();
        Ensemble ensemble = Endless.Of(new WatchedDecay(call => CancelOnce(call, source)), Count);
        ExperimentContext context = new()
        {
            Parameters = ParameterSet.Create([], _ => throw new NotSupportedException()),
            Integrator = inLanes ? Endless.Integrator() : new OneByOne(Endless.Integrator()),
            CancellationToken = source.Token,
        };

        Assert.That(() => context.Solve(ensemble, EnsembleOutput.FinalStates), Throws.InstanceOf<OperationCanceledException>());
    }

    private static void CancelOnce(long call, CancellationTokenSource source)
    {
        if (call == CancelAt)
        {
            source.Cancel();
        }
    }

    /// <summary>NaN at every start; cancels after a few evaluations.</summary>
    private sealed class Nowhere(CancellationTokenSource source) : IRightHandSide
    {
        public const int CancelAt = 3;

        public int Dimension => 1;

        public int Calls { get; private set; }

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            derivative[0] = double.NaN;
            Calls++;
            if (Calls == CancelAt)
            {
                source.Cancel();
            }
        }
    }

    private sealed class OneByOne(IIntegrator inner) : IIntegrator
    {
        public string Name => inner.Name;

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) => inner.Integrate(problem, saveAt, cancellationToken);
    }

    private sealed class CancelledAfterOneSolve(CancellationTokenSource source) : IIntegrator
    {
        public string Name => "cancelled after one solve";

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
        {
            Solution solution = Endless.Integrator().Integrate(problem, saveAt, cancellationToken);
            source.Cancel();
            return solution;
        }
    }
}
