using System.Reflection;

namespace PluginLab.Host.Cli.Templates;

/// <summary>The files of a plugin to be written. They are those of the templates of <c>dotnet new</c>, with the same words replaced.</summary>
/// <param name="Kind">What the plugin offers: experiment, integrator or renderer.</param>
/// <param name="Language">Its language: cs or fs.</param>
internal sealed record PluginTemplate(string Kind, string Language)
{
    private const string Settings = ".template.config/";
    private const string VersionWord = "PLUGINLAB_VERSION";

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["experiment", "integrator", "renderer"];

    /// <summary>The languages.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["cs", "fs"];

    private static Assembly Host => typeof(PluginTemplate).Assembly;

    private string Folder => $"templates/{Kind}-{Language}/";

    /// <summary>Whether there is such a template.</summary>
    public bool Exists => ResourceNames().Any();

    /// <summary>The files of a plugin: relative paths with forward slashes, and contents.</summary>
    public IReadOnlyList<(string Path, string Content)> Write(PluginName name) =>
    [
        .. from resource in ResourceNames()
           let path = resource.Replace('\\', '/')[Folder.Length..]
           where !path.StartsWith(Settings, StringComparison.Ordinal)
           orderby path
           select (Fill(path, name), Fill(Read(resource), name)),
    ];

    private IEnumerable<string> ResourceNames() =>
        Host.GetManifestResourceNames().Where(resource => resource.Replace('\\', '/').StartsWith(Folder, StringComparison.Ordinal));

    private string Fill(string text, PluginName name) => text
        .Replace($"My{char.ToUpperInvariant(Kind[0])}{Kind[1..]}", name.Text, StringComparison.Ordinal)
        .Replace($"my-{Kind}", name.Id, StringComparison.Ordinal)
        .Replace(VersionWord, Host.GetName().Version!.ToString(3), StringComparison.Ordinal);

    private static string Read(string resource)
    {
        using StreamReader reader = new(Host.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
