using System.CommandLine;
using PluginLab.Host.Cli.Figures;
using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Cli.Templates;

/// <summary><c>pluginlab new experiment NAME</c>: writes a plugin with its tests and a manifest.</summary>
internal static class NewCommand
{
    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(IHostServices services)
    {
        Command command = new("new", "Write a plugin: a project, its tests and a manifest.");
        foreach (string kind in PluginTemplate.Kinds)
        {
            command.Add(CreateKind(services, kind));
        }

        return command;
    }

    private static Command CreateKind(IHostServices services, string kind)
    {
        Argument<string> name = new("NAME") { Description = "The name of folder, project and namespace, such as HalfLife." };
        Option<string> language = new("--lang") { Description = "The language: cs for C#, fs for F#.", DefaultValueFactory = _ => "cs" };
        Option<string> offered = new("--kind") { Description = "What the plugin offers: experiment, integrator or renderer.", DefaultValueFactory = _ => kind };
        language.AcceptOnly([.. PluginTemplate.Languages]);
        offered.AcceptOnly([.. PluginTemplate.Kinds]);
        Command command = new(kind, $"Write a plugin with an {kind}.".Replace("an renderer", "a renderer", StringComparison.Ordinal)) { name, language };
        if (kind == PluginTemplate.Kinds[0])
        {
            command.Add(offered);
        }

        command.SetAction(parsed => Write(
            services, new(parsed.GetValue(offered) ?? kind, parsed.GetRequiredValue(language)), PluginName.Parse(parsed.GetRequiredValue(name))));
        return command;
    }

    private static int Write(IHostServices services, PluginTemplate template, PluginName name)
    {
        if (!template.Exists)
        {
            throw new UsageException($"there is no template of a {template.Kind} in {template.Language}; use --lang cs.");
        }

        RequireFree(services, template.Kind, name);
        string folder = Path.GetFullPath(name.Text);
        if (File.Exists(folder) || Directory.Exists(folder))
        {
            throw new UsageException($"{name.Text} is there already; choose another name, or take it away: nothing is overwritten.");
        }

        foreach ((string path, string content) in template.Write(name))
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
            services.Terminal.Out.WriteLine($"{name.Text}/{path}");
        }

        services.Terminal.Out.WriteLine($"\nNext:\n  cd {name.Text}\n  dotnet build      # drops the plugin into lab-plugins/\n  dotnet test       # holds it to its contract\n  pluginlab run     # writes results/index.html");
        return ExitCode.Success;
    }

    /// <summary>An id that a bundled plugin has would be kept by that one.</summary>
    private static void RequireFree(IHostServices services, string kind, PluginName name)
    {
        ComponentRegistry bundled = services.Get<IPluginLoader>().Load(PluginSearch.FindBundled()).Registry;
        string? owner = kind switch
        {
            "integrator" => bundled.FindIntegrator(name.Id)?.Plugin,
            "renderer" => bundled.FindRenderer(name.Id)?.Plugin,
            _ => bundled.FindExperiment(name.Id)?.Plugin,
        };
        if (owner is not null)
        {
            throw new UsageException($"NAME is \"{name.Text}\", whose {kind} id '{name.Id}' the bundled plugin {owner} has; choose another.");
        }
    }
}
