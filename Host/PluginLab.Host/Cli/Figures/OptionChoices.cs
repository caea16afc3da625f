using System.CommandLine;

namespace PluginLab.Host.Cli.Figures;

/// <summary>Options whose value is one of a few words.</summary>
internal static class OptionChoices
{
    /// <summary>Completes the words and says of any other what it must be.</summary>
    public static void AcceptOnly(this Option<string> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !words.Contains(token.Value)) is { } other)
            {
                result.AddError($"{option.Name} is \"{other.Value}\"; it must be {string.Join(", ", words[..^1])} or {words[^1]}.");
            }
        });
    }
}
