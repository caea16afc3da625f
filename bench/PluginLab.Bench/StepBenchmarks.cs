using BenchmarkDotNet.Attributes;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Bench;

/// <summary>One step of each method, with its error estimate where it has one, from the same start.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    // Within the stability of every method: Runge–Kutta–Chebyshev takes its fewest stages.
    private const double StepSize = 0.01;

    private static readonly ErrorTolerance Tolerance = new(1e-6, 1e-9);

    private IStepper? stepper;
    private Knot start = new(0);
    private Knot end = new(0);

    /// <summary>Number of weights of a product that is trained.</summary>
    [Params(3, 64)]
    public int Dimension { get; set; }

    /// <summary>Id of the integrator whose steps they are.</summary>
    [Params("gradient-descent", "heavy-ball", "sign-descent", "runge-kutta-4", "dormand-prince-5", "dormand-prince-8", "runge-kutta-chebyshev-2")]
    public string Integrator { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        Monomial product = Monomial.Product(1, Dimension);
        stepper = Create(Integrator).CreateStepper(product, CancellationToken.None);
        (start, end) = (new Knot(Dimension), new Knot(Dimension) { Time = StepSize });
        product.BalancedState(0.1).CopyTo(start.State);
        stepper.EvaluateDerivative(start);
        (stepper as IStepLimiter)?.LimitStepSize(start, StepSize);
    }

    [Benchmark]
    public double Step()
    {
        stepper!.Advance(start, StepSize, end);
        return stepper.EstimateError(start, end, StepSize, Tolerance);
    }

    private static IStepMethod Create(string id) => id switch
    {
        "gradient-descent" => new ExplicitRungeKutta(Tableaus.Euler),
        "heavy-ball" => DescentMethod.HeavyBall(0.9),
        "sign-descent" => DescentMethod.Signs,
        "runge-kutta-4" => new ExplicitRungeKutta(Tableaus.RungeKutta4),
        "dormand-prince-5" => new ExplicitRungeKutta(Tableaus.DormandPrince5),
        "dormand-prince-8" => new ExplicitRungeKutta(Tableaus.DormandPrince8),
        "runge-kutta-chebyshev-2" => new RungeKuttaChebyshev2(),
        _ => throw new InvalidOperationException($"There is no method for {id}: add it to {nameof(StepBenchmarks)}."),
    };
}
