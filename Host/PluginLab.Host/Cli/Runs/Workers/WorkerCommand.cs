using System.CommandLine;
using System.Text;
using System.Text.Json;
using PluginLab.Host.Execution.Isolation;

namespace PluginLab.Host.Cli.Runs.Workers;

/// <summary><c>pluginlab worker</c>: what <c>run --isolate process</c> starts for each run. It is not for people, and no help lists it.</summary>
internal static class WorkerCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        Command command = new(WorkerProcess.WorkerCommandName, "Carries out the one run that standard input tells of.") { Hidden = true };
        command.SetAction((_, cancellationToken) => Task.Run(() => Work(services.Get<Worker>(), cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Work(Worker worker, CancellationToken cancellationToken)
    {
        bool hasGroup = ProcessGroup.TryFound();
        using WorkerStreams streams = WorkerStreams.Take();
        using StreamReader requests = new(streams.Requests, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        WorkerRequest request = Read(requests);
        worker.Work(request, requests, streams.Messages, hasGroup, cancellationToken);
        return ExitCode.Success;
    }

    private static WorkerRequest Read(TextReader requests)
    {
        try
        {
            return WorkerRequest.Parse(requests.ReadLine() ?? "");
        }
        catch (JsonException)
        {
            throw new UsageException("'worker' is for PluginLab itself: run --isolate process starts it and tells it of a run on its standard input. Here is no such line.");
        }
    }
}
