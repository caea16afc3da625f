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
    ];

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
            SolutionAssert.EqualBits(inLanes, TrajectoryByTrajectory.Integrate(integrator, ensemble, EnsembleOutput.FinalStates, CancellationToken.None), ensemble);
        }
    }

    [Test]
    public void The_random_ensembles_end_in_every_way()
    {
        IEnumerable<SolveOutcome> outcomes =
            from data in Cases()
            from ensemble in RandomEnsembles.Draw((int)data.Arguments[0]!, count: 75)
            let solution = ((StepIntegrator)data.Arguments[1]!).Integrate(ensemble, EnsembleOutput.FinalStates, CancellationToken.None)
            from i in Enumerable.Range(0, solution.Count)
            select solution.Outcome(i);
        Assert.That(
            outcomes.Distinct(),
            Is.SupersetOf(new[] { SolveOutcome.Completed, SolveOutcome.MaxStepsReached, SolveOutcome.StepSizeUnderflow, SolveOutcome.NonFiniteState }));
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
}
