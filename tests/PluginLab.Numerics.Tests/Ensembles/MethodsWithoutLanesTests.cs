using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Ensembles by the methods that solve one trajectory after another, whatever the system: each is the solve of its problem, bit for bit.</summary>
public sealed class MethodsWithoutLanesTests
{
    private const int Count = 50;
    private static readonly double[] Times = [0, 0.3, 1, 2.5];
    private static readonly StateFormula Second = StateFormula.Create(new SecondComponent());

    private static IEnumerable<TestCaseData> Cases() =>
        from integrator in new[]
        {
            StepIntegrators.RungeKuttaChebyshev2(new AdaptiveStepSize(new ErrorTolerance(1e-5, 1e-7), ControlGains.Predictive)),
            StepIntegrators.HeavyBall(0.02, momentum: 0.8),
            StepIntegrators.SignDescent(0.01),
        }
        from threads in new[] { 1, 3 }
        select new TestCaseData(integrator, threads).SetArgDisplayNames(integrator.Name, $"{threads} threads");

    [TestCaseSource(nameof(Cases))]
    public void A_trajectory_is_the_solve_of_its_problem(IIntegrator integrator, int threads)
    {
        Ensemble ensemble = Products();
        EnsembleOutput output = new() { Times = Times, Observables = [Second], Reductions = [new(Second, ReductionKind.Maximum)], MaximumThreads = threads };

        EnsembleSolution solution = ((IEnsembleIntegrator)integrator).Integrate(ensemble, output, CancellationToken.None);

        for (int i = 0; i < Count; i++)
        {
            Solution alone = integrator.Integrate(ensemble.Problem(i), SaveAt.EveryStep, CancellationToken.None);
            Assert.That((solution.Outcome(i), solution.FinalTime(i)), Is.EqualTo((alone.Outcome, alone.Trajectory.Times[^1])));
            Assert.That(solution.FinalState(i).ToArray(), Is.EqualTo(alone.Trajectory.LastState.ToArray()));
            Assert.That(solution.Reduced(0, i), Is.EqualTo(CountedStates(alone).Max()));
            Assert.That(solution.EventTime("halfway", i), Is.EqualTo(alone.Events.Where(located => located.Name == "halfway").Select(located => located.Time).FirstOrDefault(double.NaN)));
            Assert.That(solution.Observed(0, i).ToArray(), Is.EqualTo(Observed(integrator, ensemble.Problem(i))));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void The_ensemble_is_one_in_which_trajectories_stop_and_others_end(IIntegrator integrator, int threads)
    {
        EnsembleSolution solution = ((IEnsembleIntegrator)integrator).Integrate(Products(), new EnsembleOutput { MaximumThreads = threads }, CancellationToken.None);

        Assert.That(solution.CountOf(SolveOutcome.Completed), Is.InRange(1, Count - 1));
        Assert.That(solution.CountOf(SolveOutcome.Completed) + solution.CountOf(SolveOutcome.StoppedByEvent), Is.EqualTo(Count));
        Assert.That(solution.EventTimes("halfway"), Has.Some.Not.NaN);
    }

    /// <summary>The step with a stop counts with no state.</summary>
    private static IEnumerable<double> CountedStates(Solution solution) =>
        solution.Outcome == SolveOutcome.StoppedByEvent ? solution.Trajectory.Component(1).SkipLast(1) : solution.Trajectory.Component(1);

    private static double[] Observed(IIntegrator integrator, InitialValueProblem problem)
    {
        Trajectory trajectory = integrator.Integrate(problem, SaveAt.Times(Times), CancellationToken.None).Trajectory;
        return [.. Times.Select(time => trajectory.Times.Select((found, k) => (found, k)).Where(entry => entry.found == time).Select(entry => trajectory.State(entry.k)[1]).FirstOrDefault(double.NaN))];
    }

    /// <summary>Products of three weights from several starts to targets of their own, of which the near ones are reached.</summary>
    private static Ensemble Products()
    {
        ParametricSystem system = ParametricSystem.Create(new ProductFlow(), 1);
        double[] targets = [.. Enumerable.Range(0, Count).Select(i => 0.5 + (0.03 * i))];
        return new Ensemble(system, Enumerable.Range(0, 3 * Count).Select(i => 0.3 + (0.002 * i)), 0, 3)
            .WithParameters(targets)
            .WithEvent(EnsembleEvent.Crossing("halfway", Second, 0.6))
            .WithEvent(EnsembleEvent.Stop("far", Second, 0.9));
    }

    private sealed class SecondComponent : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => state[1];
    }
}
