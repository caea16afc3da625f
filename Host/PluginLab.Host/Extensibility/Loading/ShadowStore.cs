namespace PluginLab.Host.Extensibility.Loading;

/// <summary>
/// Copies of plugin folders under their content hash. A plugin is loaded from its copy, so that its author can build over the original
/// while it runs: on Linux, overwriting a loaded DLL kills the process.
/// </summary>
internal sealed class ShadowStore(string root)
{
    private const int Kept = 100;

    /// <summary>The store in the user's cache folder.</summary>
    public static ShadowStore OfUser() => new(Path.Combine(CacheFolder(), "pluginlab", "plugins"));

    /// <summary>The copy of a folder, made now if there is none; and the content hash.</summary>
    public (string Folder, string Hash) Copy(string folder)
    {
        IReadOnlyList<string> files = ContentHash.FilesOf(folder);
        string hash = ContentHash.Of(folder, files);
        string copy = Path.Combine(root, hash);
        if (!Directory.Exists(copy))
        {
            Publish(folder, files, copy);
            Prune(copy);
        }

        return (copy, hash);
    }

    /// <summary>Copies to a folder beside the target and renames: a reader sees all files or none.</summary>
    private static void Publish(string folder, IReadOnlyList<string> files, string copy)
    {
        string unfinished = $"{copy}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        foreach (string file in files)
        {
            string target = Path.Combine(unfinished, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(folder, file), target, overwrite: true);
        }

        try
        {
            Directory.Move(unfinished, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            // Another process was quicker; its copy has the same content.
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private void Prune(string newest)
    {
        foreach (DirectoryInfo old in new DirectoryInfo(root).GetDirectories().OrderByDescending(copy => copy.LastWriteTimeUtc).Skip(Kept))
        {
            if (old.FullName != newest)
            {
                TryDelete(old);
            }
        }
    }

    private static void TryDelete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // In use by another process (Windows): it goes next time.
        }
    }

    private static string CacheFolder()
    {
        string? named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return !string.IsNullOrEmpty(named) ? named
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : home.Length == 0 || !Directory.Exists(home) ? Path.Combine(Path.GetTempPath(), $"pluginlab-{Environment.UserName}")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
    }
}
