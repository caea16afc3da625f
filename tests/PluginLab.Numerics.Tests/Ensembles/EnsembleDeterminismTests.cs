using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Every output has the same bits whatever the number of threads.</summary>
public sealed class EnsembleDeterminismTests
{
    // Several blocks of the queue for each thread, and several groups of lanes.
    private const int Count = 4500;

    private static IEnumerable<TestCaseData> Cases() =>
        from inLanes in new[] { true, false }
        from threads in new[] { 2, 7 }
        from which in Enumerable.Range(0, 4)
        select new TestCaseData(inLanes, threads, which);

    [TestCaseSource(nameof(Cases))]
    public void Any_number_of_threads_gives_the_bits_of_one(bool inLanes, int threads, int which)
    {
        Random random = new(which);
        Ensemble plain = RandomEnsembles.Draw(seed: 5, Count).ElementAt(which);
        Ensemble ensemble = RandomOutputs.WithEvents(random, plain);
        EnsembleOutput output = RandomOutputs.Outputs(random, plain) with
        {
            Reductions = [new(StateFormula.FromFunction((_, x) => x[0]), ReductionKind.Minimum), new(StateFormula.FromFunction((t, x) => x[0] - t), ReductionKind.Maximum)],
        };
        StepIntegrator integrator = new(new ExplicitRungeKutta(Tableaus.DormandPrince5), new AdaptiveStepSize(new ErrorTolerance(1e-5, 1e-7)), 500);

        EnsembleSolution several = integrator.Solve(inLanes, ensemble, output with { MaximumThreads = threads });

        SolutionAssert.EqualBits(several, integrator.Solve(inLanes, ensemble, output with { MaximumThreads = 1 }), ensemble, output);
    }
}
