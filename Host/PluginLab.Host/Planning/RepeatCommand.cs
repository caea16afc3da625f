using System.Globalization;

namespace PluginLab.Host.Planning;

/// <summary>The command that repeats a run.</summary>
internal static class RepeatCommand
{
    private const string PlainCharacters = "-_./:=,@%+";

    /// <summary>The command, with what the command line said of this run; the manifest by its file name alone.</summary>
    public static string For(Manifest manifest, RunEntry entry, PlanOptions options)
    {
        List<string> words = ["pluginlab", "run", Path.GetFileName(manifest.Path), "--filter", entry.Name!.Value];
        foreach (ParameterOverride value in options.Overrides.Where(value => value.Run == entry.Name.Value))
        {
            words.AddRange(Option(value.Value.ValuePlace.Source));
        }

        words.AddRange(options.Integrator is { } integrator ? Option(integrator.Use.Place.Source) : []);
        words.AddRange(options.Seed is { } seed ? ["--seed", seed.ToString(CultureInfo.InvariantCulture)] : []);
        return string.Join(' ', words.Select(Quote));
    }

    private static string[] Option(string source) => source.Split(' ', 2);

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || PlainCharacters.Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
