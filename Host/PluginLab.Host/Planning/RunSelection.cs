using System.IO.Enumeration;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning;

/// <summary>Chooses runs by what the command line says, and checks that what it says means something.</summary>
internal sealed class RunSelection(Manifest manifest, DiagnosisCollector diagnoses)
{
    /// <summary>Whether a run is chosen: by its name, where patterns are given, and by a tag, where tags are.</summary>
    public static bool IsChosen(RunEntry entry, PlanOptions options) =>
        (options.Filters.Count == 0 || options.Filters.Any(pattern => Matches(entry, pattern)))
        && (options.Tags.Count == 0 || options.Tags.Any(entry.Tags.Contains));

    /// <summary>Reports patterns, tags and overrides that concern no run.</summary>
    public void Check(PlanOptions options)
    {
        string[] names = [.. manifest.Runs.Select(run => run.Name?.Value).OfType<string>()];
        string[] tags = [.. manifest.Runs.SelectMany(run => run.Tags).Distinct(StringComparer.Ordinal)];
        foreach (string pattern in options.Filters.Where(pattern => !manifest.Runs.Any(run => Matches(run, pattern))))
        {
            Report($"--filter {pattern}", $"no run has such a name; {Spelling.Suggest(pattern, names)}");
        }

        foreach (string tag in options.Tags.Except(tags, StringComparer.Ordinal))
        {
            Report($"--tag {tag}", $"no run has this tag; {Spelling.Suggest(tag, tags)}");
        }

        foreach (ParameterOverride value in options.Overrides.Where(value => !names.Contains(value.Run)))
        {
            diagnoses.Error(ErrorCode.UnknownTarget, value.Value.NamePlace, $"there is no run \"{value.Run}\"; {Spelling.Suggest(value.Run, names)}");
        }
    }

    private static bool Matches(RunEntry entry, string pattern) =>
        entry.Name is { } name && FileSystemName.MatchesSimpleExpression(pattern, name.Value, ignoreCase: false);

    private void Report(string option, string message) => diagnoses.Error(ErrorCode.UnknownTarget, Place.OfOption(option), message);
}
