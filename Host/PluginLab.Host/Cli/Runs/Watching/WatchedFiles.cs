using System.Globalization;
using System.Security.Cryptography;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Extensibility.Preflight;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Cli.Runs.Watching;

/// <summary>The files that a manifest's results depend on: itself, the tables that it names, and the plugins beside the bundled ones.</summary>
/// <param name="manifestPath">The manifest.</param>
/// <param name="pluginFolders">Folders with plugins that the command line names.</param>
internal sealed class WatchedFiles(string manifestPath, IReadOnlyList<string> pluginFolders)
{
    /// <summary>The files as they are now, by name, length and time: what differs when something may have changed.</summary>
    public string Stamp() => Describe(file => new FileInfo(file) is { Exists: true } info
        ? string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks}")
        : "missing");

    /// <summary>The files as they are now, by content: what differs when something has changed.</summary>
    public string Content() => Describe(file => File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "missing");

    /// <summary>What is wrong with DLLs that are half written, or no DLLs at all; nothing where all can be read.</summary>
    public IReadOnlyList<Diagnosis> FindUnfinished() => TryRead<IReadOnlyList<Diagnosis>>(
        () => [.. PluginFolders(ReadManifest()).SelectMany(FaultsOf)],
        exception => [LoadDiagnoses.Unreadable(manifestPath, exception.Message)]);

    private static IReadOnlyList<Diagnosis> FaultsOf(PluginFolder folder) => TryRead<IReadOnlyList<Diagnosis>>(
        () => [.. FolderCatalog.Find(folder).Units.Select(unit => FaultOf(unit.AssemblyPath)).OfType<Diagnosis>()],
        exception => [LoadDiagnoses.Unreadable(folder.Path, exception.Message)]);

    private static Diagnosis? FaultOf(string path)
    {
        (AssemblyImage? image, Diagnosis? fault) = AssemblyImage.Open(path);
        image?.Dispose();
        return fault;
    }

    private string Describe(Func<string, string> describe) => TryRead(
        () => string.Concat(All().Select(file => $"{file} {TryRead(() => describe(file), exception => exception.GetType().Name)}\n")),
        exception => exception.GetType().Name);

    /// <summary>Reads what may be written or go away just now: another glance will tell.</summary>
    private static T TryRead<T>(Func<T> read, Func<Exception, T> otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return otherwise(exception);
        }
    }

    private string[] All()
    {
        Manifest manifest = ReadManifest();
        return
        [
            Path.GetFullPath(manifestPath),
            .. manifest.Runs.SelectMany(run => run.Parameters).Select(value => TableOf(value.Json(ParameterKind.Table), manifest.Folder)).OfType<string>().Distinct(),
            .. PluginFolders(manifest).SelectMany(FilesOf),
        ];
    }

    private Manifest ReadManifest() => ManifestReader.Read(manifestPath, new DiagnosisCollector());

    private IEnumerable<PluginFolder> PluginFolders(Manifest manifest) =>
        PluginSearch.Find(manifest.Folder, manifest.Plugins.Concat(pluginFolders.Select(Path.GetFullPath))).Where(folder => !folder.IsBundled);

    /// <summary>A text that names a file is taken for a table: which parameters are tables is known to plugins only, and none is loaded here.</summary>
    private static string? TableOf(System.Text.Json.JsonElement value, string folder) =>
        value.ValueKind == System.Text.Json.JsonValueKind.String && value.GetString() is { Length: > 0 } text && File.Exists(Path.Combine(folder, text)) ? Path.GetFullPath(text, folder) : null;

    private static string[] FilesOf(PluginFolder folder) => TryRead<string[]>(
        () => Directory.Exists(folder.Path) ? [.. ContentHash.FilesOf(folder.Path).Select(file => Path.Combine(folder.Path, file))] : [folder.Path],
        _ => [folder.Path]);
}
