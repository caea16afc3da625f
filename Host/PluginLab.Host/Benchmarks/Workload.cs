namespace PluginLab.Host.Benchmarks;

/// <summary>A benchmark by name: which component it runs and what is asked of it. What a workload computes is known to its plugin alone.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="System">Id of the system.</param>
internal abstract record Workload(string Name, string System)
{
    /// <summary>Gets the work ready; null if the components say that something is wrong.</summary>
    public abstract IBenchmark? Prepare(BenchmarkComponents components);
}
