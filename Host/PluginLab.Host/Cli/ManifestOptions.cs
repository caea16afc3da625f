using System.CommandLine;
using PluginLab.Host.Cli.Runs.Watching;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Cli;

/// <summary>The manifest and the folders with plugins: what every command about a manifest takes.</summary>
internal sealed class ManifestOptions
{
    private const string DefaultManifest = "experiments.json";

    private readonly Argument<string?> manifest = new("MANIFEST")
    {
        Description = $"The manifest; ./{DefaultManifest} if none is named.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> plugins = new("--plugins")
    {
        Description = "A folder with plugins, besides the bundled ones, lab-plugins beside the manifest and those that it names; may be given several times.",
        HelpName = "DIR",
    };

    /// <summary>Adds both to a command.</summary>
    public void AddTo(Command command)
    {
        // The parser takes an unknown option for the manifest.
        manifest.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
            {
                result.AddError(CommandLine.UnknownOption(option.Value, command));
            }
        });
        command.Arguments.Add(manifest);
        command.Options.Add(plugins);
    }

    /// <summary>The files that the manifest's results depend on.</summary>
    public WatchedFiles Watch(ParseResult parsed) => new(Manifest(parsed), Plugins(parsed));

    /// <summary>Makes the plan and writes everything that is wrong to the error stream.</summary>
    public LoadedPlan Load(IHostServices services, ParseResult parsed, PlanOptions options)
    {
        LoadedPlan loaded = services.Get<PlanLoader>().Load(Manifest(parsed), Plugins(parsed), options);
        foreach (Diagnosis diagnosis in loaded.Plugins.Diagnoses.Concat(loaded.Diagnoses.Diagnoses))
        {
            services.Terminal.Error.WriteLine(diagnosis);
        }

        return loaded;
    }

    private string Manifest(ParseResult parsed) => UsageException.RequirePath("MANIFEST", parsed.GetValue(manifest) ?? DefaultManifest);

    private string[] Plugins(ParseResult parsed) => [.. (parsed.GetValue(plugins) ?? []).Select(folder => UsageException.RequirePath("--plugins", folder))];
}
