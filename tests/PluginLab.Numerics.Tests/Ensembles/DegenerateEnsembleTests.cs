using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Ensembles at the edge of what makes sense, in lanes and one by one.</summary>
public sealed class DegenerateEnsembleTests
{
    private const int Count = 300;
    private static readonly StateFormula First = StateFormula.Create(new FirstComponent());

    [Test]
    public void Fewer_trajectories_than_lanes_and_a_few_more_are_those_of_their_problems([Values(1, 2, 15, 16, 17, 33)] int count)
    {
        Random random = new(count);
        foreach (Ensemble plain in RandomEnsembles.Draw(count, count))
        {
            Ensemble ensemble = RandomOutputs.WithEvents(random, plain);
            EnsembleOutput output = RandomOutputs.Outputs(random, plain);
            SolutionAssert.EqualBits(Integrator().Solve(inLanes: true, ensemble, output), Integrator().Solve(inLanes: false, ensemble, output), ensemble, output);
        }
    }

    [Test]
    public void Where_no_trajectory_can_leave_its_start_every_one_says_so([Values] bool inLanes)
    {
        Ensemble ensemble = new(ParametricSystem.Create(new EdgeOfDomain(), 1), Enumerable.Repeat(-1.0, 2 * Count), 0, 1);

        EnsembleSolution solution = Integrator().Solve(inLanes, ensemble, Observed);

        Assert.That(solution.CountOf(SolveOutcome.NonFiniteState), Is.EqualTo(Count));
        Assert.That(solution.Statistics, Is.EqualTo(new SolveStatistics(0, 0, Count)));
        Assert.That((solution.FinalTime(7), solution.Observed(0, 7).ToArray(), solution.Reduced(0, 7)), Is.EqualTo((0.0, new[] { -1, double.NaN, double.NaN }, -1.0)));
    }

    [Test]
    public void Where_every_trajectory_blows_up_each_ends_before_its_pole([Values] bool inLanes)
    {
        // x' = x² from x₀ is infinite at 1/x₀.
        Ensemble ensemble = new(ParametricSystem.Create(new BlowUp(), 1, 0), Enumerable.Range(1, Count).Select(i => (double)i), 0, 2);

        EnsembleSolution solution = Integrator().Solve(inLanes, ensemble, EnsembleOutput.FinalStates);

        Assert.That(solution.CountOf(SolveOutcome.StepSizeUnderflow) + solution.CountOf(SolveOutcome.NonFiniteState), Is.EqualTo(Count));
        Assert.That(Enumerable.Range(0, Count).Select(i => solution.FinalTime(i) * (i + 1)), Is.All.EqualTo(1).Within(1e-6));
    }

    [Test]
    public void Where_no_trajectory_has_steps_enough_each_keeps_what_it_reached([Values] bool inLanes)
    {
        EnsembleSolution solution = Integrator(maximumSteps: 1).Solve(inLanes, Decays(1e3), EnsembleOutput.FinalStates);

        Assert.That(solution.CountOf(SolveOutcome.MaxStepsReached), Is.EqualTo(Count));
        Assert.That(Enumerable.Range(0, Count).Select(i => solution.StatisticsOf(i)), Is.All.Matches<SolveStatistics>(work => work.AcceptedSteps + work.RejectedSteps == 1));
    }

    [Test]
    public void A_level_that_every_trajectory_starts_on_stops_none([Values] bool inLanes)
    {
        Ensemble ensemble = Decays(1).WithEvent(EnsembleEvent.Stop("start", First, Starts));

        EnsembleSolution solution = Integrator().Solve(inLanes, ensemble, EnsembleOutput.FinalStates);

        Assert.That(solution.CountOf(SolveOutcome.Completed), Is.EqualTo(Count));
        Assert.That(solution.EventTimes("start"), Is.All.NaN);
    }

    [Test]
    public void A_level_just_after_every_start_stops_each_there([Values] bool inLanes)
    {
        const double Nearness = 1e-9;
        Ensemble ensemble = Decays(1).WithEvent(EnsembleEvent.Stop("soon", First, Starts.Select(start => start * (1 - Nearness))));

        EnsembleSolution solution = Integrator().Solve(inLanes, ensemble, Observed);

        Assert.That(solution.CountOf(SolveOutcome.StoppedByEvent), Is.EqualTo(Count));
        Assert.That(solution.EventTimes("soon"), Is.All.EqualTo(Nearness).Within(1e-6 * Nearness));
        Assert.That(Enumerable.Range(0, Count).Select(solution.FinalTime), Is.EqualTo(solution.EventTimes("soon")));
        Assert.That(Enumerable.Range(0, Count).Select(i => solution.Reduced(0, i)), Is.EqualTo(Starts), "the start alone");
    }

    [Test]
    public void On_intervals_of_length_zero_nothing_happens_but_what_is_seen_at_the_start([Values] bool inLanes)
    {
        EnsembleSolution solution = Integrator().Solve(inLanes, Decays(0), Observed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(solution.CountOf(SolveOutcome.Completed), Is.EqualTo(Count));
            Assert.That(solution.Statistics, Is.EqualTo(new SolveStatistics(0, 0, 0)));
            Assert.That(Enumerable.Range(0, Count).Select(i => solution.FinalState(i)[0]), Is.EqualTo(Starts));
            Assert.That(Enumerable.Range(0, Count).Select(i => solution.Observed(0, i)[0]), Is.EqualTo(Starts));
            Assert.That(Enumerable.Range(0, Count).Select(i => solution.Observed(0, i)[1]), Is.All.NaN);
            Assert.That(Enumerable.Range(0, Count).Select(i => solution.Reduced(0, i)), Is.EqualTo(Starts));
        }
    }

    [Test]
    public void Each_trajectory_ends_at_its_own_time_exactly([Values] bool inLanes, [Values(1, -1)] int direction)
    {
        double[] endTimes = [.. Enumerable.Range(0, Count).Select(i => direction * i % 7 * Math.Pow(10, (i % 12) - 10))];
        Ensemble ensemble = new Ensemble(ParametricSystem.Create(new DrivenOscillator(), 1, 0), Enumerable.Repeat(0.1, 2 * Count), 0, direction).WithEndTimes(endTimes);

        EnsembleSolution solution = Integrator().Solve(inLanes, ensemble, EnsembleOutput.FinalStates);

        Assert.That(solution.CountOf(SolveOutcome.Completed), Is.EqualTo(Count));
        Assert.That(Enumerable.Range(0, Count).Select(solution.FinalTime), Is.EqualTo(endTimes));
    }

    [Test]
    public void Times_that_no_trajectory_reaches_are_NaN([Values] bool inLanes)
    {
        EnsembleSolution solution = Integrator().Solve(inLanes, Decays(1), Observed with { Times = [-1, 2] });

        Assert.That(solution.Observed(0, 0).ToArray(), Is.EqualTo([double.NaN, double.NaN]));
    }

    private static IEnumerable<double> Starts => Enumerable.Range(1, Count).Select(i => 0.01 * i);

    private static EnsembleOutput Observed => new() { Times = [0, 0.5, 1], Observables = [First], Reductions = [new(First, ReductionKind.Maximum)] };

    private static Ensemble Decays(double endTime) => new(ParametricSystem.Create(new WatchedDecay(_ => { })), Starts, 0, endTime);

    private static StepIntegrator Integrator(long maximumSteps = 10_000) =>
        new(new ExplicitRungeKutta(Tableaus.DormandPrince5), new AdaptiveStepSize(new ErrorTolerance(1e-8, 1e-10)), maximumSteps);

    private sealed class FirstComponent : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => state[0];
    }
}
