using BenchmarkDotNet.Attributes;
using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Bench;

/// <summary>Right-hand sides and functions over doubles, lanes and duals; all times are of one number or one trajectory.</summary>
[MemoryDiagnoser]
public class LanesBenchmarks
{
    private const int Repetitions = 1024;
    private const int InLanes = Repetitions * LaneCount;
    private const int LaneCount = 16;

    private readonly Monomial monomial = Monomial.Product(1, 3);
    private readonly Monomial quadratic = new(1, [2, 1]);
    private readonly double[] state = [0.3, 0.4, 0.2];
    private readonly double[] derivative = new double[3];
    private readonly Lanes[] lanes = [0.3, 0.4, 0.2];
    private readonly Lanes[] ofLanes = new Lanes[3];
    private readonly Lanes[] target = [1];
    private readonly Dual<Lanes>[] duals = [new(0.3, 1), new(0.4, 1), new(0.2, 1)];
    private readonly Dual<Lanes>[] ofDuals = new Dual<Lanes>[3];
    private readonly Dual<Lanes>[] targetDuals = [1];

    // An attribute asks for a constant, which the number of lanes is not.
    [GlobalSetup]
    public void Check()
    {
        if (Lanes.Count != LaneCount)
        {
            throw new InvalidOperationException($"There are {Lanes.Count} lanes now: change {nameof(LaneCount)} to divide the times by them.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Repetitions)]
    public void Product_of_three_in_doubles()
    {
        for (int i = 0; i < Repetitions; i++)
        {
            monomial.EvaluateDerivative(0, state, derivative);
        }
    }

    [Benchmark(OperationsPerInvoke = InLanes)]
    public void Product_of_three_in_lanes()
    {
        for (int i = 0; i < Repetitions; i++)
        {
            monomial.EvaluateDerivative(lanes[0], lanes, target, ofLanes);
        }
    }

    [Benchmark(OperationsPerInvoke = InLanes)]
    public void Product_of_two_and_one_in_lanes()
    {
        for (int i = 0; i < Repetitions; i++)
        {
            quadratic.EvaluateDerivative(lanes[0], lanes.AsSpan(0, 2), target, ofLanes);
        }
    }

    [Benchmark(OperationsPerInvoke = InLanes)]
    public void Product_of_three_in_duals_of_lanes()
    {
        for (int i = 0; i < Repetitions; i++)
        {
            monomial.EvaluateDerivative(duals[0], duals, targetDuals, ofDuals);
        }
    }

    [Benchmark(OperationsPerInvoke = Repetitions)]
    public double Exp_in_doubles() => Chain(x => 1 - (1e-3 * PortableMath.Exp(x)), 0.5);

    [Benchmark(OperationsPerInvoke = InLanes)]
    public double Exp_in_lanes() => Chain(x => 1 - (1e-3 * Lanes.Exp(x)), 0.5);

    [Benchmark(OperationsPerInvoke = Repetitions)]
    public double Log_in_doubles() => Chain(x => 1 - (1e-3 * PortableMath.Log(x)), 0.5);

    [Benchmark(OperationsPerInvoke = InLanes)]
    public double Log_in_lanes() => Chain(x => 1 - (1e-3 * Lanes.Log(x)), 0.5);

    private static double Chain(Func<double, double> next, double x)
    {
        for (int i = 0; i < Repetitions; i++)
        {
            x = next(x);
        }

        return x;
    }

    private static double Chain(Func<Lanes, Lanes> next, Lanes x)
    {
        for (int i = 0; i < Repetitions; i++)
        {
            x = next(x);
        }

        return x[0];
    }
}
