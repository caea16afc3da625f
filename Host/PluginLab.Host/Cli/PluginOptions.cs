using System.CommandLine;
using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Cli;

/// <summary>The option <c>--plugins</c>, and the loading of plugins for commands that need no manifest.</summary>
internal sealed class PluginOptions
{
    private readonly Option<string[]> folders = new("--plugins")
    {
        Description = "A folder with plugins, besides the bundled ones and ./lab-plugins; may be given several times.",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(folders);

    /// <summary>Loads the plugins and says as warnings which could not be.</summary>
    public PluginLoadReport Load(IHostServices services, ParseResult parsed)
    {
        string[] named = [.. (parsed.GetValue(folders) ?? []).Select(folder => UsageException.RequirePath("--plugins", folder))];
        PluginLoadReport report = services.Get<IPluginLoader>().Load(PluginSearch.Find(Directory.GetCurrentDirectory(), named));
        foreach (Diagnosis diagnosis in report.Diagnoses)
        {
            services.Terminal.Error.WriteLine(diagnosis with { IsError = false });
        }

        return report;
    }
}
