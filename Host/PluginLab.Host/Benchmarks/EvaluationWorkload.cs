using PluginLab.Dynamics;

namespace PluginLab.Host.Benchmarks;

/// <summary>Evaluations of a right-hand side at the system's own start, without an integrator.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="System">Id of the system.</param>
/// <param name="ReferenceValue">The parameter that makes the same system evaluate slowly and surely, and its value.</param>
internal sealed record EvaluationWorkload(string Name, string System, (string Name, string Value) ReferenceValue) : Workload(Name, System)
{
    /// <inheritdoc/>
    public override IBenchmark? Prepare(BenchmarkComponents components)
    {
        components.RejectTrajectories();
        components.RejectIntegrator();
        return components.CreateThreadedSystem(System, ReferenceValue) is { } reference && components.CreateThreadedSystem(System) is { } system
            ? new EvaluationBenchmark(system, reference.System)
            : null;
    }
}

/// <summary>So many evaluations that the clock can tell their time.</summary>
/// <param name="observed">What is measured, with the state to evaluate at.</param>
/// <param name="reference">The same system, evaluated slowly and surely.</param>
internal sealed class EvaluationBenchmark(ObservedSystem observed, IDynamicsSystem reference) : IBenchmark
{
    // Components written per run: a product of matrices of 256 rows is evaluated 64 times.
    private const int LeastComponents = 1 << 22;

    private readonly double[] state = [.. observed.DefaultInitialState];
    private readonly double[] derivative = new double[observed.System.Dimension];

    /// <inheritdoc/>
    public string Method => "evaluation of the right-hand side";

    /// <inheritdoc/>
    public BenchmarkRun Run(CancellationToken cancellationToken)
    {
        int evaluations = Math.Max(1, LeastComponents / derivative.Length);
        for (int i = 0; i < evaluations; i++)
        {
            observed.System.EvaluateDerivative(0, state, derivative);
        }

        return new(ComputedStates.OfValues(derivative, derivative.Length), evaluations);
    }

    /// <inheritdoc/>
    public BenchmarkRun RunReference(CancellationToken cancellationToken)
    {
        double[] values = new double[derivative.Length];
        reference.EvaluateDerivative(0, state, values);
        return new(ComputedStates.OfValues(values, values.Length), 1);
    }
}
