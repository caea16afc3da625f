using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;
using PluginLab.Numerics.Tests.Ensembles;

namespace PluginLab.Numerics.Tests.Hardware;

/// <summary>Small ensembles with events, observables at given times and reductions: the bits of all that comes out.</summary>
internal static class EnsembleBits
{
    private const int Seed = 11;
    private const int Count = 40;

    private static readonly IReadOnlyList<(IStepMethod Method, IStepSizeController Controller)> Integrators =
    [
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), Adaptive(ControlGains.ProportionalIntegral)),
        (new ExplicitRungeKutta(Tableaus.DormandPrince8), Adaptive(ControlGains.ProportionalIntegralDerivative)),
        (new ExplicitRungeKutta(Tableaus.RungeKutta4), new ConstantStepSize(0.05)),
        (new RungeKuttaChebyshev2(), Adaptive(ControlGains.Predictive)),
    ];

    public static string Hash(bool inLanes)
    {
        Bits bits = new();
        foreach ((IStepMethod method, IStepSizeController controller) in Integrators)
        {
            StepIntegrator integrator = new(method, controller, maximumSteps: 500);
            Random random = new(Seed);
            foreach (Ensemble plain in RandomEnsembles.Draw(Seed, Count))
            {
                Ensemble ensemble = RandomOutputs.WithEvents(random, plain);
                EnsembleOutput output = RandomOutputs.Outputs(random, plain) with { Reductions = Reductions };
                Add(bits, integrator.Solve(inLanes, ensemble, output), ensemble, output);
            }
        }

        return bits.Hash();
    }

    private static IReadOnlyList<Reduction> Reductions { get; } =
    [
        new(StateFormula.FromFunction((_, x) => x[0]), ReductionKind.Minimum),
        new(StateFormula.FromFunction((t, x) => x[0] - t), ReductionKind.Maximum),
    ];

    private static AdaptiveStepSize Adaptive(ControlGains gains) => new(new ErrorTolerance(1e-6, 1e-8), gains);

    private static void Add(Bits bits, EnsembleSolution solution, Ensemble ensemble, EnsembleOutput output)
    {
        for (int i = 0; i < solution.Count; i++)
        {
            SolveStatistics work = solution.StatisticsOf(i);
            bits.Add((long)solution.Outcome(i));
            bits.Add(work.AcceptedSteps);
            bits.Add(work.RejectedSteps);
            bits.Add(solution.FinalTime(i));
            bits.Add(solution.FinalState(i));
            bits.Add([.. ensemble.Events.Select(happened => solution.EventTime(happened.Name, i))]);
            bits.Add([.. Enumerable.Range(0, output.Observables.Count).SelectMany(k => solution.Observed(k, i).ToArray())]);
            bits.Add([.. Enumerable.Range(0, output.Reductions.Count).Select(k => solution.Reduced(k, i))]);
        }
    }
}
