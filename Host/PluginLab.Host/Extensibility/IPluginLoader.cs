using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility;

/// <summary>Loads plugins.</summary>
internal interface IPluginLoader
{
    /// <summary>Loads what can be loaded of the given folders and says of the rest why not.</summary>
    PluginLoadReport Load(IReadOnlyList<PluginFolder> folders);
}

/// <summary>Where one plugin lies.</summary>
/// <param name="Path">Full path of a folder.</param>
/// <param name="IsBundled">Whether the plugin came with the host.</param>
internal sealed record PluginFolder(string Path, bool IsBundled);

/// <summary>What came of loading.</summary>
/// <param name="Registry">Everything that the loaded plugins offer.</param>
/// <param name="Diagnoses">What went wrong or is worth knowing, in the order of the folders.</param>
internal sealed record PluginLoadReport(ComponentRegistry Registry, IReadOnlyList<Diagnosis> Diagnoses)
{
    /// <summary>The plugins whose code is loaded, in the order of the folders.</summary>
    public IReadOnlyList<LoadedPlugin> Plugins { get; init; } = [];
}

/// <summary>Something that a person should know or mend.</summary>
/// <param name="Code">Identifier of the kind, such as <c>PL2003</c>.</param>
/// <param name="Place">Where: a folder, or a file with line and column.</param>
/// <param name="Message">What is wrong and how to mend it, on one line.</param>
/// <param name="IsError">Whether it is an error; a warning otherwise.</param>
internal sealed record Diagnosis(string Code, string Place, string Message, bool IsError)
{
    /// <summary>The line to print: place, severity, code, message.</summary>
    public override string ToString() => $"{Place}: {(IsError ? "error" : "warning")} {Code}: {Message}";
}
