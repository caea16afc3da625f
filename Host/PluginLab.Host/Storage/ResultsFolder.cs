using System.Text;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Storage;

/// <summary>The folder that results go to. Nothing outside it is ever touched, and nothing in it that PluginLab did not write is removed.</summary>
/// <remarks>
/// The marker file lists the runs whose folders are ours, one name a line; a name is listed before its folder appears. Everything is
/// written under a temporary name first, and what an earlier process of this machine left of that kind is removed.
/// </remarks>
internal sealed class ResultsFolder
{
    private const string MarkerName = ".pluginlab";
    private const string RunsName = "runs";
    private const string StoreName = "store";

    private static readonly string[] TopFiles = ["index.html", "summary.md", "provenance.json"];

    private readonly string path;

    private ResultsFolder(string path) => this.path = path;

    /// <summary>What earlier runs found, by their keys.</summary>
    public RecordStore Store => new(Path.Combine(path, StoreName));

    private string Runs => Path.Combine(path, RunsName);

    /// <summary>Opens the folder, makes it where there is none, and clears away what a killed process left.</summary>
    /// <param name="path">The folder; it may be a link to one.</param>
    /// <param name="chosen">The runs that are about to be written.</param>
    /// <exception cref="ResultsFolderException">The folder cannot be made or written, or holds another's files where ours would go.</exception>
    public static ResultsFolder Open(string path, IReadOnlyCollection<string> chosen)
    {
        ResultsFolder folder = new(Path.GetFullPath(path));
        try
        {
            if (folder.FindObstacle(chosen) is { } obstacle)
            {
                throw new ResultsFolderException($"The results folder '{path}' cannot be used: {obstacle} Choose another with --out DIR, or move it.");
            }

            Directory.CreateDirectory(folder.Runs);
            Leftovers.Clear(folder.path, folder.Runs);
            folder.WriteFile(MarkerName, Encoding.UTF8.GetBytes(Lines(folder.ReadMarker())));
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException(
                $"The results folder '{path}' cannot be written: {exception.Message} Choose another with --out DIR.", exception);
        }
    }

    /// <summary>Lists runs as ours, and removes the folders of listed runs that are no longer wanted.</summary>
    /// <param name="wanted">The runs of the manifest.</param>
    /// <param name="chosen">Those of them that are about to be written.</param>
    public void Claim(IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> chosen)
    {
        string[] listed = [.. ReadMarker()];
        WriteFile(MarkerName, Encoding.UTF8.GetBytes(Lines(listed.Concat(chosen))));
        foreach (string abandoned in listed.Except(wanted, StringComparer.Ordinal).Where(NameRule.IsName))
        {
            string folder = Path.Combine(Runs, abandoned);
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, TemporaryName.Of(Runs, abandoned));
                Directory.Delete(TemporaryName.Of(Runs, abandoned), recursive: true);
            }
        }

        WriteFile(MarkerName, Encoding.UTF8.GetBytes(Lines(listed.Intersect(wanted, StringComparer.Ordinal).Concat(chosen))));
    }

    /// <summary>Writes a file at the top of the folder.</summary>
    public void WriteFile(string name, ReadOnlySpan<byte> content) => AtomicFiles.Write(Path.Combine(path, name), TemporaryName.Of(path, name), content);

    /// <summary>Writes the folder of a run in place of an older one.</summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="files">Its files, by path relative to the folder with forward slashes.</param>
    public void WriteRun(string name, IEnumerable<StoredFile> files)
    {
        string temporary = TemporaryName.Of(Runs, name);
        try
        {
            foreach (StoredFile file in files)
            {
                string target = Path.Combine(temporary, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                AtomicFiles.WriteNew(target, file.Content.Span);
            }

            AtomicFiles.ReplaceFolder(Path.Combine(Runs, name), temporary, TemporaryName.OfRetired(Runs, name));
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static string Lines(IEnumerable<string> names) =>
        string.Concat(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => name + "\n"));

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>What stands where ours would go and is not ours, as a sentence; null for nothing.</summary>
    /// <remarks>The marker is written only where no top file stood, so where there is a marker they are ours.</remarks>
    private string? FindObstacle(IReadOnlyCollection<string> chosen)
    {
        if (File.Exists(path))
        {
            return "it is a file.";
        }

        if (IsLink(Runs) || File.Exists(Runs))
        {
            return $"'{RunsName}' in it is a {(IsLink(Runs) ? "link" : "file")}, and results are written only within the folder itself.";
        }

        bool isOurs = File.Exists(Path.Combine(path, MarkerName));
        if (IsLink(Path.Combine(path, StoreName)) || File.Exists(Path.Combine(path, StoreName)) || (!isOurs && Directory.Exists(Path.Combine(path, StoreName))))
        {
            return $"'{StoreName}' in it was not written by PluginLab.";
        }

        HashSet<string> listed = [.. ReadMarker()];
        return TopFiles.Append(MarkerName).Where(name => Directory.Exists(Path.Combine(path, name))).Select(name => $"'{name}' in it is a folder.")
            .Concat(TopFiles.Where(name => !isOurs && File.Exists(Path.Combine(path, name))).Select(name => $"'{name}' in it was not written by PluginLab."))
            .Concat(chosen.Select(name => FindObstacle(name, listed)).OfType<string>())
            .FirstOrDefault();
    }

    private string? FindObstacle(string run, HashSet<string> listed)
    {
        string folder = Path.Combine(Runs, run);
        return IsLink(folder) ? $"'{RunsName}/{run}' in it is a link, and results are written only within the folder itself."
            : File.Exists(folder) ? $"'{RunsName}/{run}' in it is a file."
            : Directory.Exists(folder) && !listed.Contains(run) ? $"'{RunsName}/{run}' in it was not written by PluginLab."
            : null;
    }

    private IEnumerable<string> ReadMarker()
    {
        string marker = Path.Combine(path, MarkerName);
        return File.Exists(marker) ? File.ReadAllLines(marker).Where(NameRule.IsName) : [];
    }
}

/// <summary>A file to store.</summary>
/// <param name="Path">Path relative to its folder, with forward slashes.</param>
/// <param name="Content">What it holds.</param>
internal sealed record StoredFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>Thrown when the results folder cannot be used.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">What went wrong; null where nothing was tried.</param>
internal sealed class ResultsFolderException(string message, Exception? inner = null) : Exception(message, inner);
