namespace PluginLab.Host.Execution;

/// <summary>The progress of one of several pieces of work, as a share of the progress of all.</summary>
/// <param name="whole">Receives the fraction of all work.</param>
/// <param name="start">The fraction at which the piece begins.</param>
/// <param name="end">The fraction at which it ends.</param>
internal sealed class ShareOfProgress(IProgress<double> whole, double start, double end) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => whole.Report(start + ((end - start) * value));
}
