using System.CommandLine;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Cli.Components;

/// <summary><c>pluginlab schema</c>: the JSON Schema of manifests that use what the loaded plugins offer.</summary>
internal static class SchemaCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        PluginOptions plugins = new();
        Command command = new("schema", "Write a JSON Schema of manifests, with the parameters of all loaded plugins.");
        plugins.AddTo(command);
        command.SetAction(parsed =>
        {
            JsonText.WriteLines(services.Terminal.Out, writer => ManifestSchema.Create(plugins.Load(services, parsed).Registry).WriteTo(writer));
            return ExitCode.Success;
        });
        return command;
    }
}
