using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

public class LaneEnsembleTests
{
    private const int Seeds = 3;

    private static readonly IReadOnlyList<(IStepMethod Method, IStepSizeController Controller, long MaximumSteps)> Integrators =
    [
        (new ExplicitRungeKutta(Tableaus.Euler), new ConstantStepSize(0.01), 100_000),
        (new ExplicitRungeKutta(Tableaus.Euler), new ConstantStepSize(0.3), 12),
        (new ExplicitRungeKutta(Tableaus.RungeKutta4), new ConstantStepSize(0.05), 100_000),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), Adaptive(1e-8, 1e-10, ControlGains.ProportionalIntegral), 10_000),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), Adaptive(1e-3, 1e-3, ControlGains.Integral), 10_000),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), Adaptive(1e-5, 1e-9, ControlGains.ProportionalIntegralDerivative), 30),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), Adaptive(0, 1e-300, ControlGains.ProportionalIntegral), 20),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), new AdaptiveStepSize(new ErrorTolerance(1e-4, 1e-6)) { LargestStep = 0.07 }, 10_000),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), Adaptive(1e-6, 1e-9, ControlGains.Predictive), 10_000),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), new ConstantStepSize(0.02), 100_000),
        (new ExplicitRungeKutta(Tableaus.DormandPrince8), Adaptive(1e-7, 1e-9, ControlGains.ProportionalIntegral), 10_000),
        (new ExplicitRungeKutta(WithEveryFeature), Adaptive(1e-6, 1e-8, ControlGains.ProportionalIntegral), 10_000),
    ];

    // Dormand–Prince 5(4) with a second error estimate and with stages of its own for dense output, of no particular accuracy.
    private static ButcherTableau WithEveryFeature => Tableaus.DormandPrince5
        .WithErrorEstimates(4, Tableaus.DormandPrince5.ErrorWeights, [0.01, 0, -0.01, 0.005, 0, 0, -0.005])
        .WithCorrectedHermiteOutput(
            5,
            [new ExtraStage(0.5, [0.1, 0, 0.2, 0.1, 0, 0, 0.1]), new ExtraStage(1, [0.25, 0, 0, 0.5, 0, 0, 0, 0.25])],
            [[0.5, 0, -1, 0, 0.25, 0, 0, 0.25, 0], [0, 0, 1, 0, 0, 0, -1, 0, 0], [0.5, 0, 0, 0, 0, 0, 0, 0, -0.5]]);

    public static IEnumerable<TestCaseData> Cases() =>
        from seed in Enumerable.Range(1, Seeds)
        from integrator in Integrators
        select new TestCaseData(seed, new StepIntegrator(integrator.Method, integrator.Controller, integrator.MaximumSteps))
            .SetArgDisplayNames($"{integrator.Method.Name}, {integrator.Controller.Description.Settings}, {integrator.MaximumSteps} steps, seed {seed}");

    [TestCaseSource(nameof(Cases))]
    public void A_trajectory_in_lanes_is_that_of_its_problem_bit_for_bit(int seed, StepIntegrator integrator)
    {
        foreach (Ensemble ensemble in RandomEnsembles.Draw(seed, count: 1 + (17 * seed)))
        {
            EnsembleSolution inLanes = integrator.Integrate(ensemble, EnsembleOutput.FinalStates, CancellationToken.None);
            SolutionAssert.EqualBits(inLanes, TrajectoryByTrajectory.Integrate(integrator, ensemble, EnsembleOutput.FinalStates, CancellationToken.None), ensemble, EnsembleOutput.FinalStates);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Its_events_observations_and_extremes_are_those_of_its_problem_bit_for_bit(int seed, StepIntegrator integrator)
    {
        Random random = new(seed);
        foreach (Ensemble plain in RandomEnsembles.Draw(seed, count: 1 + (17 * seed)))
        {
            Ensemble ensemble = RandomOutputs.WithEvents(random, plain);
            EnsembleOutput output = RandomOutputs.Outputs(random, plain);
            EnsembleSolution inLanes = integrator.Integrate(ensemble, output, CancellationToken.None);
            SolutionAssert.EqualBits(inLanes, TrajectoryByTrajectory.Integrate(integrator, ensemble, output, CancellationToken.None), ensemble, output);
        }
    }

    [Test]
    public void The_random_ensembles_end_in_every_way()
    {
        Random random = new(1);
        IEnumerable<SolveOutcome> outcomes =
            from data in Cases()
            from plain in RandomEnsembles.Draw((int)data.Arguments[0]!, count: 50)
            let ensemble = RandomOutputs.WithEvents(random, plain)
            let solution = ((StepIntegrator)data.Arguments[1]!).Integrate(ensemble, EnsembleOutput.FinalStates, CancellationToken.None)
            from i in Enumerable.Range(0, solution.Count)
            select solution.Outcome(i);
        SolveOutcome[] all =
        [
            SolveOutcome.Completed, SolveOutcome.StoppedByEvent, SolveOutcome.MaxStepsReached, SolveOutcome.StepSizeUnderflow, SolveOutcome.NonFiniteState,
        ];
        Assert.That(outcomes.Distinct(), Is.EquivalentTo(all));
    }

    [Test]
    public void Trajectories_in_lanes_are_never_evaluated_one_by_one()
    {
        Ensemble ensemble = new(new LanesAlone(), [1, 2, 3], 0, 1);
        EnsembleSolution solution = ((IEnsembleIntegrator)StepIntegrators.DormandPrince5(1e-8, 1e-10)).Integrate(ensemble, EnsembleOutput.FinalStates, CancellationToken.None);
        Assert.That(solution.CountOf(SolveOutcome.Completed), Is.EqualTo(3));
        Assert.That(solution.FinalState(2)[0], Is.EqualTo(3 * Math.Exp(-1)).Within(1e-7));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void The_result_depends_neither_on_threads_nor_on_neighbours(int threads)
    {
        StepIntegrator integrator = new(new ExplicitRungeKutta(Tableaus.DormandPrince5), new AdaptiveStepSize(new ErrorTolerance(1e-6, 1e-8)), 1000);
        double[] starts = [.. Enumerable.Range(0, 3 * 5000).Select(i => 0.05 + (i * 0.6180339887 % 1))];
        Ensemble ensemble = new(ParametricSystem.Create(new ProductFlow(), 1), starts, 0, 5);
        EnsembleSolution together = integrator.Integrate(ensemble, new EnsembleOutput { MaximumThreads = threads }, CancellationToken.None);
        for (int i = 0; i < ensemble.Count; i += 97)
        {
            Ensemble alone = new(ensemble.System, ensemble.InitialState(i).ToArray(), 0, 5);
            Assert.That(together.FinalState(i).ToArray(), Is.EqualTo(integrator.Integrate(alone, EnsembleOutput.FinalStates, CancellationToken.None).FinalState(0).ToArray()));
        }
    }

    private static AdaptiveStepSize Adaptive(double relative, double absolute, ControlGains gains) => new(new ErrorTolerance(relative, absolute), gains);

    private sealed class LanesAlone : IDynamicsSystem, IParametricSystem<double>, IParametricSystem<Lanes>
    {
        public int Dimension => 1;

        public IReadOnlyList<double> DefaultParameters => [];

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => throw new NotSupportedException();

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) => throw new NotSupportedException();

        public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) => derivative[0] = -state[0];
    }
}
