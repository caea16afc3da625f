using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>What ensembles in lanes allocate, on all threads together.</summary>
[NonParallelizable]
public sealed class EnsembleAllocationTests
{
    private const double LongTime = 10_000;

    [Test]
    public void A_million_trajectories_take_at_most_200_megabytes([Values(1, 2)] int threads)
    {
        const int Count = 1_000_000;
        ParametricSystem product = ParametricSystem.Create(new ProductOfTwo(), 1);
        double[] starts = [.. Enumerable.Range(0, 2 * Count).Select(i => 0.1 + (i * 0.6180339887 % 1))];
        double[] targets = [.. Enumerable.Range(0, Count).Select(i => 0.5 + (i * 0.7548776662 % 1))];
        EnsembleSolution? solution = null;

        long allocated = AllocatedBy(() => solution = Integrator(1e-3).Integrate(
            new Ensemble(product, starts, 0, 1).WithParameters(targets), new EnsembleOutput { MaximumThreads = threads }, CancellationToken.None));

        Assert.That(solution!.CountOf(SolveOutcome.Completed), Is.EqualTo(Count));
        Assert.That(allocated, Is.LessThanOrEqualTo(200_000_000));
    }

    [Test]
    public void Steps_allocate_nothing([Values(1, 2, 7)] int threads, [Values] bool isObserved)
    {
        // A thread that finds something left to do sets memory aside for it, whatever it does then.
        const long PerThread = 100_000;
        EnsembleOutput output = Output(threads, isObserved);
        long Solve(double endTime) => Integrator(1e-3).Integrate(Rotations(endTime, isObserved), output, CancellationToken.None).Statistics.AcceptedSteps;
        long steps = Solve(LongTime) - Solve(1); // Compiles what both solves run, too.

        long ofFew = AllocatedBy(() => Solve(1));

        // The runtime counts for the process: what its own threads allocate meanwhile comes and goes, what steps allocate comes every time.
        long ofMany = AllocatedBy(() => Solve(LongTime));
        for (int again = 0; again < 2 && ofMany - ofFew >= threads * PerThread; again++)
        {
            ofMany = AllocatedBy(() => Solve(LongTime));
        }

        Assert.That(steps / Lanes.Count, Is.GreaterThan(threads * PerThread), "a byte for each step of all lanes would show");
        Assert.That(ofMany - ofFew, Is.LessThan(threads * PerThread));
    }

    private static StepIntegrator Integrator(double tolerance) =>
        new(new ExplicitRungeKutta(Tableaus.DormandPrince5), new AdaptiveStepSize(new ErrorTolerance(tolerance, tolerance)), 1_000_000);

    private static Ensemble Rotations(double endTime, bool isObserved)
    {
        const int Count = 5000;
        Ensemble ensemble = new(ParametricSystem.Create(new DrivenOscillator(), 1, 1), Enumerable.Range(0, 2 * Count).Select(i => 1 + (i / (double)Count)), 0, endTime);
        return isObserved ? ensemble.WithEvent(EnsembleEvent.Crossing("zero", StateFormula.Create(new FirstComponent()), 0)) : ensemble;
    }

    private static EnsembleOutput Output(int threads, bool isObserved) => isObserved
        ? new()
        {
            Times = [0.25, 0.5, 0.75],
            Observables = [StateFormula.Create(new FirstComponent())],
            Reductions = [new(StateFormula.FromFunction((_, x) => x[1]), ReductionKind.Minimum)],
            MaximumThreads = threads,
        }
        : new() { MaximumThreads = threads };

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>wᵢ' = (s − w₁w₂) ∂(w₁w₂)/∂wᵢ with the parameter s.</summary>
    private sealed class ProductOfTwo : IRightHandSide
    {
        public int Dimension => 2;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar residual = parameters[0] - (state[0] * state[1]);
            derivative[0] = residual * state[1];
            derivative[1] = residual * state[0];
        }
    }

    private sealed class FirstComponent : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => state[0];
    }
}
