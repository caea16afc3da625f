using System.Reflection;
using System.Text.RegularExpressions;
using PluginLab.Extensibility;
using PluginLab.Numerics.Fitting;
using PluginLab.Testing;

namespace PluginLab.Host.Cli.Templates;

/// <summary>The name of a plugin to be written: that of its folder, project and namespace.</summary>
/// <param name="Text">The name, such as <c>HalfLife</c>.</param>
internal sealed partial record PluginName(string Text)
{
    private const int MostLetters = 60;

    // Names of namespaces and packages, without regard to case; and devices of Windows, which no folder there can be called.
    private static readonly string[] Namespaces = ["PluginLab", "System", "Microsoft", "NUnit", "NUnit3TestAdapter", "FSharp"];
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    // What the files of a new plugin, and most others, bring in: a namespace of such a name would hide the type.
    private static readonly string[] Imported =
        ["System", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];

    private static readonly string[] OfTests = ["Assert", "Is", "Has", "Does", "Throws", "Contains"];

    private static Assembly[] Framework => [typeof(object).Assembly, typeof(Enumerable).Assembly];

    private static Assembly[] Contracts => [typeof(IPlugin).Assembly, typeof(LinearFit).Assembly, typeof(PluginContract).Assembly];

    /// <summary>The id of its component, such as <c>half-life</c>.</summary>
    public string Id => WordStart().Replace(Text, "-").ToLowerInvariant();

    /// <summary>Reads a name.</summary>
    /// <exception cref="UsageException">It cannot be the name of a project and a namespace.</exception>
    public static PluginName Parse(string text)
    {
        if (!Pattern().IsMatch(text) || text.Length > MostLetters)
        {
            throw new UsageException($"NAME is \"{Shown(text)}\"; it must begin with an upper-case letter, and have letters and digits of ASCII only, {MostLetters} at most, such as HalfLife.");
        }

        if (IsTaken(text))
        {
            throw new UsageException($"NAME is \"{text}\", which code of a plugin uses for something else; choose another, such as My{text}.");
        }

        return new(text);
    }

    /// <summary>A namespace hides types of its name: those of the contracts and the common ones of the framework would be lost.</summary>
    private static bool IsTaken(string name) =>
        Namespaces.Concat(Devices).Contains(name, StringComparer.OrdinalIgnoreCase)
        || OfTests.Contains(name)
        || Imported.Any(space => Framework.Any(assembly => assembly.GetType($"{space}.{name}") is not null))
        || Contracts.Any(assembly => assembly.GetExportedTypes().Any(type => type.Name == name));

    private static string Shown(string text) => text.Length > MostLetters ? $"{text[..MostLetters]}…" : text;

    [GeneratedRegex("\\A[A-Z][A-Za-z0-9]*\\z")]
    private static partial Regex Pattern();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
