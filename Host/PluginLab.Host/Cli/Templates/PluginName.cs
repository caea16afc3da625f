using System.Text.RegularExpressions;
using PluginLab.Extensibility;

namespace PluginLab.Host.Cli.Templates;

/// <summary>The name of a plugin to be written: that of its folder, project and namespace.</summary>
/// <param name="Text">The name, such as <c>HalfLife</c>.</param>
internal sealed partial record PluginName(string Text)
{
    private const int MostLetters = 60;
    private static readonly string[] Namespaces = ["PluginLab", "System", "Microsoft", "NUnit", "FSharp"];

    /// <summary>The id of its component, such as <c>half-life</c>.</summary>
    public string Id => WordStart().Replace(Text, "-").ToLowerInvariant();

    /// <summary>Reads a name.</summary>
    /// <exception cref="UsageException">It cannot be the name of a project and a namespace.</exception>
    public static PluginName Parse(string text)
    {
        if (!Pattern().IsMatch(text) || text.Length > MostLetters)
        {
            throw new UsageException($"NAME is \"{text}\"; it must begin with an upper-case letter, and have letters and digits of ASCII only, {MostLetters} at most, such as HalfLife.");
        }

        if (IsTaken(text))
        {
            throw new UsageException($"NAME is \"{text}\", which code of a plugin uses for something else; choose another, such as My{text}.");
        }

        return new(text);
    }

    /// <summary>A namespace hides types of its name: those of the contracts and the common ones of the framework would be lost.</summary>
    private static bool IsTaken(string name) =>
        Namespaces.Contains(name)
        || typeof(object).Assembly.GetType($"System.{name}") is not null
        || typeof(Enumerable).Assembly.GetType($"System.Linq.{name}") is not null
        || typeof(IPlugin).Assembly.GetExportedTypes().Any(type => type.Name == name);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Pattern();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
