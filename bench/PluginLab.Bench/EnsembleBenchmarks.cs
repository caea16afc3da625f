using BenchmarkDotNet.Attributes;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.Bench;

/// <summary>An ensemble of products of three weights, with more and more kept of each trajectory, in lanes and one by one; all times are of one trajectory.</summary>
[MemoryDiagnoser]
public class EnsembleBenchmarks
{
    private const int Trajectories = 10_000;
    private const double EndTime = 10;
    private static readonly StateFormula Product = (StateFormula)Monomial.Product(1, 3).Observables[0].Formula!;
    private readonly IEnsembleIntegrator integrator = (IEnsembleIntegrator)StepIntegrators.DormandPrince5(1e-6, 1e-9);
    private Ensemble? plain;
    private Ensemble? stopped;

    /// <summary>How many threads may work; 0 for one per processor.</summary>
    [Params(1, 0)]
    public int Threads { get; set; }

    private EnsembleOutput FinalStates => EnsembleOutput.FinalStates with { MaximumThreads = Threads };

    [GlobalSetup]
    public void Draw()
    {
        double[] starts = [.. new RandomNumbers(1, "ensembles").NextGaussians(3 * Trajectories).Select(x => 0.1 + Math.Abs(x))];
        plain = new Ensemble(Monomial.Product(1, 3), starts, 0, EndTime);
        stopped = plain.WithEvent(EnsembleEvent.Stop("nearly", Product, 0.99));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Trajectories)]
    public EnsembleSolution Final_states() => integrator.Integrate(plain!, FinalStates, CancellationToken.None);

    [Benchmark(OperationsPerInvoke = Trajectories)]
    public EnsembleSolution Stop_at_an_event() => integrator.Integrate(stopped!, FinalStates, CancellationToken.None);

    [Benchmark(OperationsPerInvoke = Trajectories)]
    public EnsembleSolution Observable_at_100_times() => integrator.Integrate(
        plain!, FinalStates with { Times = SaveAt.EquallySpaced(0, EndTime, 100).RequestedTimes, Observables = [Product] }, CancellationToken.None);

    [Benchmark(OperationsPerInvoke = Trajectories)]
    public EnsembleSolution Largest_value_of_an_observable() => integrator.Integrate(
        plain!, FinalStates with { Reductions = [new(Product, ReductionKind.Maximum)] }, CancellationToken.None);

    [Benchmark(OperationsPerInvoke = Trajectories)]
    public EnsembleSolution One_by_one() => TrajectoryByTrajectory.Integrate(integrator, plain!, FinalStates, CancellationToken.None);
}
