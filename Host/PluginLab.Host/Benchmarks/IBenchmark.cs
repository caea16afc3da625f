namespace PluginLab.Host.Benchmarks;

/// <summary>Work that can be repeated, ready to run.</summary>
internal interface IBenchmark
{
    /// <summary>The method, settings included.</summary>
    string Method { get; }

    /// <summary>Does the work once.</summary>
    BenchmarkRun Run(CancellationToken cancellationToken);

    /// <summary>Computes what the result is compared with, with a method that is far more accurate and as slow as it likes.</summary>
    BenchmarkRun RunReference(CancellationToken cancellationToken);
}

/// <summary>What came of one run.</summary>
/// <param name="States">What was computed.</param>
/// <param name="RightHandSides">Number of evaluations of the right-hand side.</param>
/// <param name="Fault">What went wrong, as full sentences; null if nothing did.</param>
internal sealed record BenchmarkRun(ComputedStates States, long RightHandSides, string? Fault = null);
