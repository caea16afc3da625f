using System.CommandLine;
using System.Text;
using PluginLab.Host.Execution.Isolation;

namespace PluginLab.Host.Cli.Runs;

/// <summary><c>pluginlab worker</c>: what <c>run --isolate process</c> starts for each run. It is not for people, and no help lists it.</summary>
internal static class WorkerCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        Command command = new(WorkerProcess.WorkerCommandName, "Carries out the one run that standard input tells of.") { Hidden = true };
        command.SetAction((_, cancellationToken) => Task.Run(
            () =>
            {
                using StreamReader requests = new(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                services.Get<Worker>().Work(requests, Console.OpenStandardOutput(), cancellationToken);
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }
}
