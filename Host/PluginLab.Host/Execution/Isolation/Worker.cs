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
    /// <param name="requests">Holds the request as a line, and ends when the run should: a host that was killed leaves no run behind.</param>
    /// <param name="messages">Receives what is to be told.</param>
    /// <param name="cancellationToken">Cancelled when the run should stop.</param>
    public void Work(TextReader requests, Stream messages, CancellationToken cancellationToken)
    {
        WorkerRequest request = WorkerRequest.Parse(requests.ReadLine() ?? throw new EndOfStreamException("There is no request: this command is for PluginLab itself, see run --isolate process."));
        using CancellationTokenSource abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = Task.Factory.StartNew(() => StopAtEnd(requests, abandoned), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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

    private static void StopAtEnd(TextReader requests, CancellationTokenSource abandoned)
    {
        requests.ReadToEnd();
        abandoned.Cancel();
        Thread.Sleep(Patience.AfterInterruption);
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
