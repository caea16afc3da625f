using System.CommandLine;
using System.Text;
using PluginLab.Dynamics;
using PluginLab.Figures;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Simulation;

namespace PluginLab.Host.Cli.Simulations;

/// <summary><c>pluginlab simulate</c>: one system, one integrator, one trajectory.</summary>
internal static class SimulateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        SimulateOptions options = new();
        PluginOptions plugins = new();
        Command command = new("simulate", "Solve one system with one integrator and write the trajectory.");
        options.AddTo(command);
        plugins.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Run(services, plugins.Load(services, parsed), options.Request(parsed), options.Format(parsed), cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(IHostServices services, PluginLoadReport report, SimulationRequest request, string format, CancellationToken cancellationToken)
    {
        TextWriter error = services.Terminal.Error;
        SimulationResolver resolver = new(report.Registry, Directory.GetCurrentDirectory());
        if (resolver.Resolve(request) is not { } simulation)
        {
            foreach (Diagnosis diagnosis in resolver.Diagnoses)
            {
                error.WriteLine(diagnosis);
            }

            return ExitCode.Usage;
        }

        (SimulationResult? result, string? fault) = simulation.Run(cancellationToken);
        if (result is null)
        {
            error.WriteLine($"{request.System}: error: the simulation failed: {fault}");
            return ExitCode.RunFailed;
        }

        Write(services, format, request.System, simulation, result);
        if (!result.Solution.IsSuccessful)
        {
            error.WriteLine($"{request.System}: error: {result.Solution.Diagnostic}");
        }

        return result.Solution.IsSuccessful ? ExitCode.Success
            : result.Solution.Outcome == SolveOutcome.Cancelled ? ExitCode.Interrupted
            : ExitCode.RunFailed;
    }

    private static void Write(IHostServices services, string format, string system, Simulation.Simulation simulation, SimulationResult result)
    {
        TextWriter writer = services.Terminal.Out;
        switch (format)
        {
            case SimulateOptions.Csv:
                SimulationCsv.Write(writer, result);
                break;
            case SimulateOptions.Svg when SimulationFigure.Create(system, simulation, result) is { } figure:
                writer.Write(Encoding.UTF8.GetString(services.Get<IFigureRenderer>().Render(figure, new RenderOptions()).Content.Span));
                break;
            case SimulateOptions.Svg:
                services.Terminal.Error.WriteLine($"{system}: warning: fewer than two points were reached; there is nothing to draw.");
                break;
            default:
                SimulationJson.Write(writer, result);
                break;
        }
    }
}
