using System.Diagnostics;
using System.Text;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>The other end: a process that carries out the one run that it is told of.</summary>
internal sealed class Worker(IPluginLoader loader, ExperimentRunner runner)
{
    private const double SmallestProgress = 0.01;

    /// <summary>Carries out a run.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="requests">Where the request came from; it ends when the run should: a host that was killed leaves no run behind.</param>
    /// <param name="messages">Receives what is to be told.</param>
    /// <param name="hasGroup">Whether this process founded the group that it is in, with all that it starts.</param>
    /// <param name="cancellationToken">Cancelled when the run should stop.</param>
    public void Work(WorkerRequest request, TextReader requests, Stream messages, bool hasGroup, CancellationToken cancellationToken)
    {
        using CancellationTokenSource abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = Task.Factory.StartNew(() => StopAtEnd(requests, abandoned, hasGroup), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        (PlannedRun? run, string fault) = WorkerPlan.Make(request, loader.Load(request.Plugins));
        if (run is null)
        {
            new WorkerMessage(WorkerMessageKind.Failure, Encoding.UTF8.GetBytes(fault)).Write(messages);
            return;
        }

        new WorkerMessage(WorkerMessageKind.Begun, []).Write(messages);
        RunRecord record = runner.Run(run, new ToldProgress(messages), abandoned.Token);
        new WorkerMessage(WorkerMessageKind.Record, RecordJson.Write(record)).Write(messages);
    }

    private static void StopAtEnd(TextReader requests, CancellationTokenSource abandoned, bool hasGroup)
    {
        requests.ReadToEnd();
        abandoned.Cancel();
        Thread.Sleep(Patience.AfterInterruption);
        if (hasGroup)
        {
            ProcessGroup.End(Environment.ProcessId);
        }

        Process.GetCurrentProcess().Kill();
    }

    /// <summary>Tells progress in steps that are worth a message.</summary>
    private sealed class ToldProgress(Stream messages) : IProgress<double>
    {
        private readonly Lock gate = new();
        private double told;

        public void Report(double value)
        {
            lock (gate)
            {
                if (Math.Abs(value - told) >= SmallestProgress)
                {
                    told = value;
                    WorkerMessage.OfFraction(value).Write(messages);
                }
            }
        }
    }
}
